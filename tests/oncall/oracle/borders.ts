import { toDate, toDay } from './dates.ts'
import { generate, randomFrom } from './generate.ts'
import type { OracleInput } from './types.ts'

/** Zones and handoffs that meet hours which are skipped or occur twice. */
const ZONES = [
  ...['Australia/Lord_Howe', 'America/New_York', 'Africa/Cairo', 'America/Santiago', 'Pacific/Chatham'],
  'Europe/London',
]
const CLOCKS = ['00:00', '00:30', '02:00', '02:15', '02:30', '03:00', '12:00', '12:30', '17:00', '23:59']

/**
 * A rota for a seed in which borders meet, as they seldom do by chance: weeks are published into the middle of a cycle, and
 * then people leave or are away around the edges of its weeks; weeks are swapped with one another, with covers within
 * them and across their border; handoffs lie where clocks change.
 */
export function generateBorders(seed: number): OracleInput {
  const random = randomFrom(seed ^ 0x5bd1e995)
  const below = (limit: number) => Math.floor(random() * limit)
  const chance = (probability: number) => random() < probability
  const one = <T>(items: readonly [T, ...T[]]): T => items[below(items.length)] ?? items[0]
  const isAnnounced = chance(0.75)
  const input = generate(seed, {
    engineers: one([1, 2, 2, 2, 3, 3]),
    ...(isAnnounced && { published: 1 + below(22), disturb: chance(0.7) }),
  })
  // The other side of noon would move every week.
  const isAfternoon = input.handoffTime > '12:00'
  const clocks = CLOCKS.filter((clock) => clock > '12:00' === isAfternoon)
  if (chance(0.6)) input.timeZone = one(ZONES as [string, ...string[]])
  if (chance(0.7)) input.handoffTime = one(clocks as [string, ...string[]])
  const first = toDay(input.start) + (isAfternoon ? 1 : 0)
  const weeks = input.published.length
  for (const id of input.rotation.slice(1)) {
    const person = input.engineers[id]
    if (!person || input.overrides.some(({ engineer }) => engineer === id)) continue
    const border = first + 7 * (weeks + below(12))
    const until = border + one([-1, 0, -2, 3, 6])
    if (chance(0.3) && toDay(person.from ?? input.start) <= until) person.until = toDate(until)
    else if (chance(0.2) && weeks === 0 && person.until === undefined)
      person.from = toDate(border + one([-1, 0, 1, 7]))
    if (!chance(0.4) || input.rotation.length === 1) continue
    const from = border + one([-2, -1, 0, 1, 6])
    const before = (person.unavailable ?? []).filter(({ to }) => toDay(to) < from - 1)
    const days = one([1, 2, 3, 7, 8, 9, 14, 21])
    person.unavailable = [...before, { from: toDate(from), to: toDate(from + days - 1) }]
  }
  if (!chance(0.6)) return input
  const week = first + 7 * below(Math.max(6, weeks + 6))
  const swap = (from: number, to: number) => {
    const engineer = one(Object.keys(input.engineers) as [string, ...string[]])
    if (isFree(input, engineer, from, to))
      input.overrides.push({ from: toDate(from), to: toDate(to), engineer })
  }
  swap(week, week + 6)
  swap(week + 7, week + 13)
  if (chance(0.6)) swap(week + 1, week + 1 + below(5))
  if (chance(0.5)) swap(week + 5, week + 8)
  if (chance(0.4)) swap(week + 6, week + 6)
  return input
}

/** Whether somebody is there on the days and beside them, and no override of the same length meets them. */
function isFree({ engineers, overrides }: OracleInput, id: string, from: number, to: number): boolean {
  const { from: joined, until, unavailable = [] } = engineers[id] ?? { name: '' }
  const meets = (range: { from: string; to: string }, margin: number) =>
    toDay(range.from) <= to + margin && from - margin <= toDay(range.to)
  return (
    (joined === undefined || toDay(joined) <= from - 2) &&
    (until === undefined || toDay(until) >= to + 2) &&
    !unavailable.some((away) => meets(away, 2)) &&
    !overrides.some(
      (other) =>
        !other.from.includes('T') && toDay(other.to) - toDay(other.from) === to - from && meets(other, 0),
    )
  )
}
