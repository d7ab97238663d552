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
  if (draw.chance(0.6)) input.monthEnd = true
  if (draw.chance(0.6)) input.second = draw.one(['next', 'next', 'previous', 'none'])
  if (draw.chance(0.7)) weigh(draw, input)
  if (draw.chance(0.2)) input.holidays.substitutes = draw.one(['instead', 'also'])
  if (draw.chance(0.4)) changeHolidays(draw, input, start)
  if (draw.chance(0.5)) addOverrides(draw, input, start)
  if (options.published !== undefined) {
    input.published = prepare(input).publish(options.published)
    if (draw.chance(0.3)) forget(input)
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

/** Weights for what calendars call their great days, and now and then for anything. */
const GREAT_NAMES = [
  ...['Christmas Day', "New Year's Day", 'Thanksgiving Day', 'Easter Monday', 'Boxing Day', 'Labour Day'],
  ...['Independence Day', 'Good Friday', 'Founding Day', 'Spring Festival', 'National Day', 'Late Day'],
  ...['End of Ramadan (Eid al-Fitr)', 'New Year', "International Women's Day", 'Whit Monday', 'Assumption'],
]

function weigh(draw: Drawer, input: OracleInput): void {
  const weights: Record<string, number> = {}
  for (let count = 1 + draw.below(4); count > 0; count--)
    weights[draw.one(GREAT_NAMES)] = draw.one([1, 2, 2, 3, 3, 3, 4, 9])
  weights['Christmas Day'] ??= draw.one([2, 3, 3, 5])
  input.holidays.weights = weights
}

function changeHolidays(draw: Drawer, input: OracleInput, start: number): void {
  const add = new Set<string>()
  for (let count = draw.below(4); count > 0; count--) add.add(toDate(start + draw.below(700)))
  input.holidays.add = [...add]
    .sort()
    .map((date) => ({ date, name: draw.one(['Founding Day', 'Extra Day', 'Christmas Day']), ...scope(draw) }))
  const remove = new Set<string>()
  for (let count = draw.below(3); count > 0; count--)
    remove.add(draw.one(['2025-01-01', '2025-12-25', '2026-01-01', '2026-12-25', '2027-01-01', '2027-05-03']))
  for (const date of ['2025-12-26', '2026-12-28', '2027-12-25', '2027-12-27'])
    if (draw.chance(0.1)) remove.add(date)
  input.holidays.remove = [...remove].sort().map((date) => ({ date, ...scope(draw) }))
}

const scope = (draw: Drawer): { calendar?: string } =>
  draw.chance(0.6) ? {} : { calendar: draw.one(['all', 'all', ...CALENDARS]) }

/** Overrides, longer ones below shorter ones, for engineers who are there and available on every one of their days. */
function addOverrides(draw: Drawer, input: OracleInput, start: number, count = 1 + draw.below(4)): void {
  for (let tries = 0; tries < count; tries++) {
    const from = start + draw.below(700)
    const to = from + draw.one([0, 0, 1, 2, 4, 6, 6, 9])
    addOverride(draw, input, from, to)
    // A cover of the cover; a swap of two whole weeks.
    if (to > from && draw.chance(0.4)) addOverride(draw, input, from + 1, from + 1 + draw.below(to - from))
    const week = start + 7 * draw.below(60)
    if (draw.chance(0.3)) addOverride(draw, input, week, week + 6)
    if (draw.chance(0.5)) addHours(draw, input, from - 2)
  }
}

function addOverride(draw: Drawer, input: OracleInput, from: number, to: number): void {
  const engineer = draw.one(Object.keys(input.engineers))
  const isLike = (one: DateRange) =>
    !one.from.includes('T') &&
    toDay(one.from) <= to &&
    from <= toDay(one.to) &&
    toDay(one.to) - toDay(one.from) === to - from
  if (input.overrides.some(isLike) || !isThere(input, engineer, from, to)) return
  input.overrides.push({ from: toDate(from), to: toDate(to), engineer, ...reason(draw, 'Swap') })
}

function isThere(input: OracleInput, engineer: string, from: number, to: number): boolean {
  const { from: joined, until, unavailable = [] } = input.engineers[engineer] ?? { name: '' }
  const isAway = unavailable.some((range) => toDay(range.from) <= to && from <= toDay(range.to))
  const hasCome = joined === undefined || toDay(joined) <= from
  return hasCome && !isAway && (until === undefined || to <= toDay(until))
}

/** An evening, a night or a day and a half; its engineer is there the day before and after as well. */
function addHours(draw: Drawer, input: OracleInput, day: number): void {
  const engineer = draw.one(Object.keys(input.engineers))
  const clock = () => `${String(draw.below(24)).padStart(2, '0')}:${draw.one(['00', '30', '15'])}`
  const days = draw.one([0, 0, 1, 1, 2])
  const [one, other] = [clock(), clock()].sort()
  const window = { from: `${toDate(day)}T${one ?? ''}`, to: `${toDate(day + days)}T${other ?? ''}` }
  if (one === other && days === 0) return
  if (!isThere(input, engineer, day - 2, day + days + 2)) return
  const overlaps = input.overrides.some(
    ({ from, to }) => from.includes('T') && from < window.to && window.from < to,
  )
  if (!overlaps) input.overrides.push({ ...window, engineer, ...reason(draw, 'An evening') })
}

/** A file written before it named members and holidays of days off. */
function forget(input: OracleInput): void {
  for (const week of input.published) {
    delete week.members
    for (const dayOff of week.daysOff) delete dayOff.name
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
  // A day off given back, given on, or swapped away with its week.
  for (const week of input.published) {
    for (const { date } of week.daysOff) {
      if (draw.chance(0.3)) addOverride(draw, input, toDay(date), toDay(date))
      else if (draw.chance(0.3)) addOverride(draw, input, toDay(week.start), toDay(week.start) + 6)
    }
  }
  if (draw.chance(0.3)) input.holidays.weights = { 'Christmas Day': 3, "New Year's Day": 2 }
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
