import { DateTime } from 'luxon'
import { orderSince } from './order.ts'
import { keyOf, type Person, type Schedule, type Turn } from './schedule.ts'

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

/**
 * The order in which people take weekly turns: what the tool says itself, else what its shifts show.
 *
 * @returns a sentence where they show none: nothing is guessed
 */
export function weeklyOrder(schedule: Schedule, zone: string): WeeklyOrder | string {
  if (schedule.weekly) {
    const { people } = schedule.weekly
    const keys = people.map(keyOf)
    const twice = people.find((person, place) => keys.indexOf(keyOf(person)) !== place)
    return twice === undefined
      ? { ...schedule.weekly, notes: [] }
      : `${twice.name} has more than one turn in a round: a rota gives everybody one.`
  }
  if (schedule.turns.length === 0) {
    return ['The file has no weekly rotation that a rota could follow.', ...schedule.notes].join(' ')
  }
  const turns = joined(schedule.turns)
  for (const [index, turn] of turns.entries()) {
    const other = turns.slice(0, index).find((before) => before.end > turn.start)
    if (other) {
      const at = DateTime.fromMillis(turn.start, { zone }).toFormat('yyyy-MM-dd HH:mm')
      return `The file has ${other.person.name} and ${turn.person.name} on call at once at ${at}: a rota has one person at a time. Export one schedule alone.`
    }
  }
  const handoff = commonHandoff(turns, zone)
  if (!handoff) return 'Nobody is on call for four days or longer in the file: it shows no weekly turns.'
  const first = turns.find((turn) => isAt(turn.start, handoff, zone))
  const end = endOfWeeks(schedule.turns, zone)
  if (!first) return 'The file shows no weekly turns.'
  const start = DateTime.fromMillis(first.start, { zone })
  const weeks: { who: string | undefined; second: string | undefined }[] = []
  for (let week = 0; start.plus({ weeks: week }).toMillis() < end; week++) {
    const [from, until] = [week, week + 1].map((weeks_) => start.plus({ weeks: weeks_ }).toMillis())
    weeks.push(mainHolder(turns, from ?? 0, until ?? 0))
  }
  const people = new Map(turns.map(({ person }) => [keyOf(person), person]))
  const nameOf = (key: string) => people.get(key)?.name ?? key
  const found = orderSince(weeks.map(({ who }) => who))
  if (!found) {
    return `The ${String(weeks.length)} weeks of the file show no order that repeats: a rota takes turns in one order.`
  }
  if ('lost' in found) {
    return `The weeks of the file nearly follow the order ${found.order.map(nameOf).join(', ')}, but ${found.lost.map(nameOf).join(' and ')} would have no turn in it: a rota gives everybody one turn in a round.`
  }
  const anchor = start.plus({ weeks: found.since })
  const second = secondOf(weeks.slice(found.since))
  return {
    people: found.order.flatMap((key) => people.get(key) ?? []),
    anchor: anchor.toMillis(),
    ...(second !== undefined && second !== 'other' && { second }),
    notes: [
      ...(found.since > 0
        ? [
            `The weeks before ${anchor.toISODate() ?? ''} follow another order than those since, and were left out.`,
          ]
        : []),
      ...found.covers.map(
        (key) =>
          `${nameOf(key)} has no place in the order: their weeks are covers. Add them to \`rotation\` if they take turns.`,
      ),
      ...(second === 'other'
        ? ['The second of a week is neither who has the next week nor who had the one before: left out.']
        : []),
    ],
  }
}

/**
 * Where the weeks end that say something of the order. A last shift that is longer than a round was written "until further
 * notice": only its first week counts.
 */
function endOfWeeks(turns: readonly Turn[], zone: string): number {
  const [last = 0, before] = [...new Set(turns.map(({ end }) => end))].sort((a, b) => b - a)
  if (before === undefined) return last
  const after = (weeks: number) => DateTime.fromMillis(before, { zone }).plus({ weeks }).toMillis()
  const round = new Set(turns.map(({ person }) => keyOf(person))).size
  return last > after(round) ? after(1) : last
}

/** Turns of one person that follow each other are one: some files have a line for each day. */
function joined(turns: readonly Turn[]): Turn[] {
  const found: Turn[] = []
  for (const turn of turns) {
    const last = found.at(-1)
    if (
      last &&
      last.end === turn.start &&
      keyOf(last.person) === keyOf(turn.person) &&
      last.second === turn.second
    )
      found[found.length - 1] = { ...last, end: turn.end }
    else found.push(turn)
  }
  return found
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
    held.set(keyOf(turn.person), (held.get(keyOf(turn.person)) ?? 0) + time)
    second ??= turn.second
  }
  const [most] = [...held].sort((a, b) => b[1] - a[1])
  return { who: most && most[1] * 2 > until - from ? most[0] : undefined, second }
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
