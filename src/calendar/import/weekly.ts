import { DateTime } from 'luxon'
import type { Person, Schedule, Turn } from './schedule.ts'

/** A weekly rotation, as the shifts of a file show it. */
export interface WeeklyOrder {
  people: Person[]
  /** The instant at which the first of them had a turn. */
  anchor: number
  second?: 'next' | 'previous'
  notes: string[]
}

/** Shorter turns than that are covers, and say nothing about the day of the handoff. */
const LONG_MS = 4 * 86_400_000
/** How many of the weeks must follow the order: the others were swapped. */
const FOLLOWS = 2 / 3

/**
 * The order in which people take weekly turns: what the tool says itself, else what its shifts show.
 *
 * @returns a sentence where they show none: nothing is guessed
 */
export function weeklyOrder(schedule: Schedule, zone: string): WeeklyOrder | string {
  if (schedule.weekly) {
    const names = schedule.weekly.people.map(({ name }) => name)
    const twice = names.find((name, place) => names.indexOf(name) !== place)
    return twice === undefined
      ? { ...schedule.weekly, notes: [] }
      : `${twice} has more than one turn in a round: a rota gives everybody one.`
  }
  const { turns } = schedule
  const handoff = commonHandoff(turns, zone)
  if (!handoff) return 'No turn of the file lasts four days or longer: it shows no weekly turns.'
  const first = turns.find((turn) => isAt(turn.start, handoff, zone))
  const end = Math.max(...turns.map((turn) => turn.end))
  if (!first) return 'The file shows no weekly turns.'
  const start = DateTime.fromMillis(first.start, { zone })
  const weeks: { who: string | undefined; second: string | undefined }[] = []
  for (let week = 0; start.plus({ weeks: week }).toMillis() < end; week++) {
    const [from, until] = [week, week + 1].map((weeks_) => start.plus({ weeks: weeks_ }).toMillis())
    weeks.push(mainHolder(turns, from ?? 0, until ?? 0))
  }
  const people = new Map(turns.map(({ person }) => [person.name, person]))
  const order = orderOf(weeks.map(({ who }) => who))
  if (!order) {
    return `The ${String(weeks.length)} weeks of the file show no order that repeats: a rota takes turns in one order.`
  }
  const second = secondOf(weeks)
  return {
    people: order.flatMap((name) => people.get(name) ?? []),
    anchor: first.start,
    ...(second !== undefined && second !== 'other' && { second }),
    notes:
      second === 'other'
        ? ['The second of a week is neither who has the next week nor who had the one before: left out.']
        : [],
  }
}

const handoffOf = (instant: number, zone: string) =>
  DateTime.fromMillis(instant, { zone }).toFormat('c HH:mm')

const isAt = (instant: number, handoff: string, zone: string) => handoffOf(instant, zone) === handoff

function commonHandoff(turns: readonly Turn[], zone: string): string | undefined {
  const counts = new Map<string, number>()
  for (const { start, end } of turns) {
    if (end - start < LONG_MS) continue
    const handoff = handoffOf(start, zone)
    counts.set(handoff, (counts.get(handoff) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function mainHolder(turns: readonly Turn[], from: number, until: number) {
  const held = new Map<string, number>()
  let second: string | undefined
  for (const turn of turns) {
    const time = Math.min(turn.end, until) - Math.max(turn.start, from)
    if (time <= 0) continue
    held.set(turn.person.name, (held.get(turn.person.name) ?? 0) + time)
    second ??= turn.second
  }
  const [most] = [...held].sort((a, b) => b[1] - a[1])
  return { who: most && most[1] * 2 > until - from ? most[0] : undefined, second }
}

/** The shortest order that most weeks follow, each place by who had it most often. */
function orderOf(weeks: readonly (string | undefined)[]): string[] | undefined {
  const most = new Set(weeks.flatMap((who) => who ?? [])).size
  for (let size = 1; size <= most && size < weeks.length; size++) {
    const order = Array.from({ length: size }, (_, place) =>
      commonest(weeks.filter((_who, week) => week % size === place)),
    )
    const sure = order.flatMap((who) => who ?? [])
    if (new Set(sure).size !== size) continue
    const follows = weeks.filter((who, week) => who === sure[week % size]).length
    if (follows >= weeks.length * FOLLOWS) return sure
  }
  return undefined
}

function commonest(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function secondOf(
  weeks: readonly { who: string | undefined; second: string | undefined }[],
): 'next' | 'previous' | 'other' | undefined {
  if (weeks.every(({ second }) => second === undefined)) return undefined
  const fits = (apart: number) =>
    weeks.every(({ second }, week) => {
      const other = weeks[week + apart]
      return second === undefined || other === undefined || other.who === second
    })
  return fits(1) ? 'next' : fits(-1) ? 'previous' : 'other'
}
