import { toDate, toDay } from './dates.ts'
import { prepare } from './oracle.ts'
import type { DateRange, OracleEngineer, OracleInput } from './types.ts'

/** Numbers from 0 to below 1, always the same for a seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const CALENDARS = [
  ...['US', 'US-NY', 'US-TX', 'GB-ENG', 'GB-SCT', 'GB-NIR', 'IE', 'DE-BY', 'DE-BE', 'FR', 'NL', 'ES-MD'],
  ...['IT', 'PL', 'SE', 'CH-ZH', 'TR', 'IL', 'EG', 'AE', 'ZA', 'IN', 'SG', 'CN', 'JP', 'KR', 'AU-NSW', 'NZ'],
  ...['CA-NL', 'MX', 'BR', 'CL', 'AR'],
]

const ZONES = [
  ...['America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/London'],
  ...['Europe/Berlin', 'Asia/Kolkata', 'America/Santiago', 'Africa/Cairo', 'Pacific/Apia', 'UTC'],
]

export interface GenerateOptions {
  /** How many engineers the rotation has; a mix that favours 1 to 4 where left out. */
  engineers?: number
  /**
   * Weeks to publish (R11), from the oracle's own plan. With `disturb`, leave, leavers, joiners, overrides and
   * holidays appear that the published weeks did not know of.
   */
  published?: number
  disturb?: boolean
}

/** A valid rota for a seed: the same seed and options always give the same rota. */
export function generate(seed: number, options: GenerateOptions = {}): OracleInput {
  const random = randomFrom(seed)
  const draw = drawer(random)
  const size = options.engineers ?? draw.one([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 6])
  const calendar = draw.one(CALENDARS)
  const start = toDay('2024-01-01') + draw.below(1200)
  const mixed = draw.chance(0.3)
  const rotation = draw.shuffled(['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'].slice(0, size))
  const engineers: Record<string, OracleEngineer> = {}
  for (const [index, id] of rotation.entries()) {
    const engineer: OracleEngineer = { name: `Engineer ${id}` }
    if (mixed && draw.chance(0.6)) engineer.calendar = draw.one(CALENDARS)
    // The first stays throughout, so that no week is without anybody.
    if (index > 0 && draw.chance(0.15)) engineer.from = toDate(start + draw.below(500) - 20)
    if (index > 0 && draw.chance(0.15))
      engineer.until = toDate(Math.max(start, toDay(engineer.from ?? toDate(start))) + draw.below(600))
    if (size > 1) {
      const leave = leaveOf(draw, start)
      if (leave.length > 0) engineer.unavailable = leave
    }
    engineers[id] = engineer
  }
  // The order of `rotation` should not tell who stays.
  const input: OracleInput = {
    id: 'rota',
    timeZone: draw.one(ZONES),
    start: toDate(start),
    handoffTime: `${String(draw.below(24)).padStart(2, '0')}:${draw.chance(0.5) ? '00' : '30'}`,
    rotation: draw.shuffled(rotation),
    calendar,
    holidayTypes: draw.one([['public'], ['public'], ['public'], ['public', 'bank'], ['bank'], []]),
    holidays: { add: [], remove: [] },
    overrides: [],
    engineers,
    published: [],
  }
  if (draw.chance(0.2)) engineers.guest = { name: 'Engineer guest', calendar: draw.one(CALENDARS) }
  if (draw.chance(0.4)) changeHolidays(draw, input, start)
  if (draw.chance(0.5)) addOverrides(draw, input, start)
  if (options.published !== undefined) {
    input.published = prepare(input).publish(options.published)
    if (options.disturb === true) disturb(draw, input, start, start + 7 * options.published)
  }
  return input
}

type Drawer = ReturnType<typeof drawer>

function drawer(random: () => number) {
  const below = (limit: number) => Math.floor(random() * limit)
  return {
    below,
    chance: (probability: number) => random() < probability,
    one<T>(items: readonly T[]): T {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to draw from')
      return item
    },
    shuffled<T>(items: readonly T[]): T[] {
      return items
        .map((item) => ({ item, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
    },
  }
}

/** Single days, a week or two, and now and then months; never two at once. */
function leaveOf(draw: Drawer, start: number): DateRange[] {
  const ranges: DateRange[] = []
  let day = start + draw.below(300)
  while (draw.chance(0.35)) {
    const length = draw.one([1, 1, 2, 3, 5, 7, 9, 14, 21, 45, 100])
    ranges.push({ from: toDate(day), to: toDate(day + length - 1), ...reason(draw, 'Leave') })
    day += length + 1 + draw.below(200)
  }
  return ranges
}

const reason = (draw: Drawer, text: string) => (draw.chance(0.5) ? { reason: text } : {})

function changeHolidays(draw: Drawer, input: OracleInput, start: number): void {
  const add = new Set<string>()
  for (let count = draw.below(4); count > 0; count--) add.add(toDate(start + draw.below(700)))
  input.holidays.add = [...add]
    .sort()
    .map((date) => ({ date, name: draw.one(['Founding Day', 'Extra Day']) }))
  const remove = new Set<string>()
  for (let count = draw.below(3); count > 0; count--)
    remove.add(draw.one(['2025-01-01', '2025-12-25', '2026-01-01', '2026-12-25', '2027-01-01', '2027-05-03']))
  input.holidays.remove = [...remove].sort()
}

/** Overrides that overlap nothing, for engineers who are there and available on every one of their days. */
function addOverrides(draw: Drawer, input: OracleInput, start: number, count = 1 + draw.below(4)): void {
  for (let tries = 0; tries < count; tries++) {
    const from = start + draw.below(700)
    const to = from + draw.one([0, 0, 1, 2, 4, 6, 9])
    const engineer = draw.one(Object.keys(input.engineers))
    const { from: joined, until, unavailable = [] } = input.engineers[engineer] ?? { name: '' }
    const overlaps = (range: DateRange) => toDay(range.from) <= to && from <= toDay(range.to)
    if (input.overrides.some(overlaps) || unavailable.some(overlaps)) continue
    if ((joined !== undefined && toDay(joined) > from) || (until !== undefined && toDay(until) < to)) continue
    input.overrides.push({ from: toDate(from), to: toDate(to), engineer, ...reason(draw, 'Swap') })
  }
}

/** What happens after weeks were published: from `end` on for people, anywhere for holidays and overrides. */
function disturb(draw: Drawer, input: OracleInput, start: number, end: number): void {
  if (draw.chance(0.5)) {
    const date = toDate(start + draw.below(end - start + 100))
    if (!input.holidays.add.some((one) => one.date === date))
      input.holidays.add.push({ date, name: 'Late Day' })
  }
  if (draw.chance(0.4)) addOverrides(draw, input, start, 1)
  const staying = input.rotation.find(
    (id) => input.engineers[id]?.from === undefined && input.engineers[id]?.until === undefined,
  )
  for (const id of input.rotation) {
    const engineer = input.engineers[id]
    if (engineer === undefined || id === staying) continue
    const busy = input.overrides.some((override) => override.engineer === id)
    if (busy || engineer.from !== undefined || engineer.unavailable !== undefined) continue
    if (draw.chance(0.2)) engineer.until ??= toDate(end + draw.below(60))
    else if (draw.chance(0.3)) {
      const from = end + draw.below(40)
      engineer.unavailable = [{ from: toDate(from), to: toDate(from + draw.below(30)) }]
    }
  }
  if (draw.chance(0.3)) {
    engineersJoin(input, toDate(end + draw.below(60)))
  }
}

function engineersJoin(input: OracleInput, from: string): void {
  input.engineers.zoe = { name: 'Engineer zoe', from }
  input.rotation.push('zoe')
}
