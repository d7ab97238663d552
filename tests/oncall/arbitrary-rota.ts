import fc from 'fast-check'
import { toDate, toDay } from '../../src/oncall/dates.ts'
import type { EngineerInput, Override, RotaInput } from '../../src/oncall/index.ts'

/** Calendars of 25 countries: substitutes, half days, several days at a time, names that repeat, local names. */
export const CALENDARS = [
  ...['AE', 'AU-NSW', 'BR', 'CA-ON', 'CH-ZH', 'CL', 'CN', 'DE-BY', 'EG', 'ES-MD', 'FR', 'GB-ENG', 'ID'],
  ...['IE', 'IL', 'IN', 'IT', 'JP', 'KR', 'MX', 'NZ', 'PL', 'TR', 'US', 'ZA'],
]

const ZONES = [
  ...[
    'UTC',
    'America/New_York',
    'America/St_Johns',
    'America/Santiago',
    'America/Los_Angeles',
    'Europe/London',
  ],
  ...[
    'Africa/Cairo',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
  ],
]

const IDS = [...'abcdefgh']
const EARLIEST = toDay('2025-01-01')

/** Days after the start of the rota. */
const offset = fc.integer({ min: 0, max: 400 })
const span = fc.record({ offset, days: fc.constantFrom(1, 1, 2, 3, 5, 7, 7, 14, 30, 60) })

const person = fc.record({
  calendar: fc.option(fc.constantFrom(...CALENDARS), { freq: 5 }),
  from: fc.option(fc.integer({ min: -20, max: 300 }), { freq: 5 }),
  until: fc.option(fc.integer({ min: 60, max: 500 }), { freq: 5 }),
  leave: fc.array(span, { maxLength: 2 }),
})

type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never

/** What happens to a rota: people come, leave and are away, holidays are declared and withdrawn, days change hands. */
const events = fc.record({
  people: fc.array(person, { minLength: IDS.length, maxLength: IDS.length }),
  overrides: fc.array(fc.record({ span, engineer: fc.nat(IDS.length), isWithReason: fc.boolean() }), {
    maxLength: 3,
  }),
  add: fc.array(fc.record({ offset, name: fc.constantFrom('Founding Day', 'Extra Day') }), { maxLength: 3 }),
  remove: fc.array(offset, { maxLength: 2 }),
  hours: fc.array(
    fc.record({
      offset,
      quarter: fc.nat(95),
      quarters: fc.integer({ min: 1, max: 200 }),
      engineer: fc.nat(IDS.length),
    }),
    { maxLength: 3 },
  ),
})

type Events = typeof events extends fc.Arbitrary<infer Value> ? Value : never

const frame = fc.record({
  // Most are small: the cost of a proof grows with the rotation.
  size: fc.oneof(
    { weight: 8, arbitrary: fc.constant(1) },
    { weight: 30, arbitrary: fc.constant(2) },
    { weight: 34, arbitrary: fc.constant(3) },
    { weight: 24, arbitrary: fc.constant(4) },
    { weight: 1, arbitrary: fc.constant(5) },
    { weight: 1, arbitrary: fc.constant(6) },
    { weight: 1, arbitrary: fc.constant(7) },
    { weight: 1, arbitrary: fc.constant(8) },
  ),
  start: fc.integer({ min: EARLIEST, max: EARLIEST + 1095 }),
  timeZone: fc.constantFrom(...ZONES),
  halfHour: fc.nat(47),
  calendar: fc.constantFrom(...CALENDARS),
  holidayTypes: fc.constantFrom(['public'], ['public'], ['public', 'bank']),
  second: fc.constantFrom('next' as const, 'previous' as const, 'none' as const),
  monthEnd: fc.boolean(),
  weights: fc.option(
    fc.dictionary(
      fc.constantFrom('Christmas Day', "New Year's Day", 'Thanksgiving Day', 'Easter Monday', 'Founding Day'),
      fc.integer({ min: 1, max: 4 }),
      { maxKeys: 4 },
    ),
    { freq: 3 },
  ),
  substitutes: fc.constantFrom('instead' as const, 'instead' as const, 'also' as const),
})

type Frame = typeof frame extends fc.Arbitrary<infer Value> ? Value : never

/** A valid rota: 1 to 8 engineers, any weekday, a handoff at any half hour. The first engineer always stays. */
export const rotas: fc.Arbitrary<RotaInput> = fc
  .tuple(frame, events)
  .map(([shape, happened]) => build(shape, happened))

/** A rota as it was announced, and as it became: everything but start, zone, handoff and order of names may differ. */
export const changingRotas: fc.Arbitrary<{ before: RotaInput; after: RotaInput; weeks: number }> = fc
  .tuple(frame, events, events, fc.integer({ min: 1, max: 30 }))
  .map(([shape, happened, happens, weeks]) => ({
    before: build(shape, happened),
    after: build(shape, happens),
    weeks,
  }))

function build(shape: Frame, happened: Events): RotaInput {
  const date = (days: number) => toDate(shape.start + days)
  const rotation = IDS.slice(0, shape.size)
  const engineers = Object.fromEntries(
    rotation.map((id, index) => [id, toEngineer(id, happened.people[index], index === 0, shape)]),
  )
  leaveOnlyCovered(rotation, engineers)
  // One of the content who is not in the rotation.
  engineers['guest'] = { name: 'Guest', ...(shape.halfHour % 2 === 0 && { calendar: 'GB-SCT' }) }
  const hour = String(Math.floor(shape.halfHour / 2)).padStart(2, '0')
  return {
    id: 'rota',
    timeZone: shape.timeZone,
    start: date(0),
    handoffTime: `${hour}:${shape.halfHour % 2 === 0 ? '00' : '30'}`,
    rotation,
    calendar: shape.calendar,
    holidayTypes: shape.holidayTypes,
    second: shape.second,
    monthEnd: shape.monthEnd,
    holidays: {
      ...(shape.weights && { weights: shape.weights }),
      substitutes: shape.substitutes,
      add: happened.add.map((added) => ({ date: date(added.offset), name: added.name })),
      remove: happened.remove.map((days) => ({ date: date(days) })),
    },
    overrides: [
      ...toOverrides(happened.overrides, shape, engineers),
      ...toHours(happened.hours, shape, engineers),
    ],
    engineers,
    published: [],
  }
}

function toEngineer(id: string, found: Person | undefined, stays: boolean, shape: Frame): EngineerInput {
  const date = (days: number) => toDate(shape.start + days)
  if (!found) return { name: id }
  const from = stays ? null : found.from
  const until = stays ? null : found.until
  return {
    name: id,
    ...(found.calendar !== null && { calendar: found.calendar }),
    ...(from !== null && { from: date(from) }),
    ...(until !== null && { until: date(Math.max(until, from ?? 0)) }),
    // Nobody could cover for someone alone.
    unavailable: (shape.size === 1 ? [] : found.leave).map((away) => ({
      from: date(away.offset),
      to: date(away.offset + away.days - 1),
    })),
  }
}

/**
 * Takes away the leave on which nobody else would be there: such a rota has no calendar, and of those of two or three
 * people every fourth would have been drawn in vain.
 */
function leaveOnlyCovered(rotation: readonly string[], engineers: Record<string, EngineerInput>): void {
  const isThere = (id: string, day: string) => {
    const { from = day, until = day, unavailable = [] } = engineers[id] ?? {}
    return from <= day && day <= until && !unavailable.some((away) => away.from <= day && day <= away.to)
  }
  // Backwards, so that the first engineer, who always stays, keeps theirs where the others allow it.
  for (const id of rotation.toReversed()) {
    const engineer = engineers[id]
    if (!engineer?.unavailable) continue
    const unavailable = engineer.unavailable.filter(({ from, to }) => {
      for (let day = from; day <= to; day = toDate(toDay(day) + 1))
        if (!rotation.some((other) => other !== id && isThere(other, day))) return false
      return true
    })
    engineers[id] = { ...engineer, unavailable }
  }
}

/** Those that overlap no other, for engineers who are there on every one of their days. */
function toOverrides(
  found: Events['overrides'],
  shape: Frame,
  engineers: Record<string, EngineerInput>,
): Override[] {
  const overrides: Override[] = []
  for (const each of found) {
    const from = toDate(shape.start + each.span.offset)
    const to = toDate(shape.start + each.span.offset + each.span.days - 1)
    const engineer = Object.keys(engineers)[each.engineer % Object.keys(engineers).length] ?? 'a'
    const entry = engineers[engineer]
    const isFree = ![...overrides, ...(entry?.unavailable ?? [])].some(
      (other) => other.from <= to && from <= other.to,
    )
    const isThere = (entry?.from ?? from) <= from && to <= (entry?.until ?? to)
    if (isFree && isThere)
      overrides.push({ from, to, engineer, ...(each.isWithReason && { reason: 'Swap' }) })
  }
  return overrides
}

/** Windows that overlap no other, for engineers who are there on the days around. */
function toHours(found: Events['hours'], shape: Frame, engineers: Record<string, EngineerInput>): Override[] {
  const overrides: Override[] = []
  const wall = (day: number, quarter: number) => {
    const minutes = (quarter % 96) * 15
    const clock = [Math.floor(minutes / 60), minutes % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':')
    return `${toDate(day + Math.floor(quarter / 96))}T${clock}`
  }
  for (const each of found) {
    const day = shape.start + each.offset
    const from = wall(day, each.quarter)
    // Longer than any change of clocks, so that it never ends before it begins.
    const to = wall(day, each.quarter + each.quarters + 8)
    const engineer = Object.keys(engineers)[each.engineer % Object.keys(engineers).length] ?? 'a'
    const entry = engineers[engineer]
    const [first, last] = [toDate(day - 2), toDate(day + 5)]
    const isFree = !(entry?.unavailable ?? []).some((away) => away.from <= last && first <= away.to)
    const isThere = (entry?.from ?? first) <= first && last <= (entry?.until ?? last)
    // An hour apart, for two that touch in a repeated hour overlap.
    const apart = overrides.every((other) => other.to < wall(day, each.quarter - 8) || to < other.from)
    if (isFree && isThere && apart && each.quarter >= 8) overrides.push({ from, to, engineer })
  }
  return overrides
}
