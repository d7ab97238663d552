import type { CalendarYear, Level, LedgerRow, RotaCalendar } from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'
import { list } from '../../text/wording.ts'

/** How often something fell to each of those who can be compared, in a year or since the rota began. */
export interface Spread {
  /** `holiday`, and its plural. */
  one: string
  many: string
  when: string
  /** R5: the level of the plan that evens it out, where one does. */
  level: Level | undefined
  counts: { engineer: string; value: number }[]
  isEven: boolean
}

interface Measure {
  one: string
  many: string
  level?: Level
  /** Counts as far apart as this are even: one more or less cannot be divided, and a week has two weekend days. */
  slack: number
  of: (row: LedgerRow, year: number) => number
  /** Whether it is worth adding up over the years: what a plan evens out in the long run. */
  ever: boolean
}

const GREAT = { one: 'great holiday', many: 'great holidays', level: 'great holidays', slack: 1 } as const
const MEASURES: readonly Measure[] = [
  { one: 'holiday', many: 'holidays', level: 'evenness', slack: 1, of: (row) => row.holidays, ever: true },
  {
    one: 'month-end week',
    many: 'month-end weeks',
    level: 'month-ends',
    slack: 1,
    of: (row) => row.monthEndWeeks ?? 0,
    ever: true,
  },
  { one: 'weekend day', many: 'weekend days', slack: 2, of: (row) => row.weekendDays, ever: false },
  {
    one: 'day held for others',
    many: 'days held for others',
    slack: 2,
    of: (row) => row.covers,
    ever: false,
  },
]

/** Every count of a year that people compare, what they feel most first. Without month-ends where the rota has no watch. */
export function spreadsOf(calendar: RotaCalendar, data: CalendarYear): Spread[] {
  const years = Array.from(
    { length: data.year - calendar.firstYear + 1 },
    (_, index) => calendar.firstYear + index,
  )
  const great = new Map(years.map((year) => [year, calendar.explain(year).burdens.great]))
  const greatOf = (year: number, engineer: string) =>
    great.get(year)?.find((row) => row.engineer === engineer)?.ofYear.length ?? 0
  const hasMonthEnds = data.ledger.some((row) => row.monthEndWeeks !== undefined)
  const measures: readonly Measure[] = [
    { ...GREAT, of: (row, year) => greatOf(year, row.engineer), ever: true },
    ...MEASURES.filter(({ level }) => level !== 'month-ends' || hasMonthEnds),
  ]
  const last = addDays(data.weeks.at(-1)?.start ?? calendar.rota.start, 6)
  return measures.flatMap((measure) => {
    const spread = (when: string, of: readonly number[], since: string): Spread[] =>
      spreadOver(measure, when, throughout(calendar, since, last), (engineer) =>
        of
          .flatMap((year) =>
            calendar
              .year(year)
              .ledger.filter((row) => row.engineer === engineer)
              .map((row) => measure.of(row, year)),
          )
          .reduce((sum, value) => sum + value, 0),
      )
    return [
      ...spread(`in ${String(data.year)}`, [data.year], data.weeks[0]?.start ?? last),
      ...(measure.ever && years.length > 1
        ? spread('since the rota began', years, calendar.year(calendar.firstYear).weeks[0]?.start ?? last)
        : []),
    ]
  })
}

function spreadOver(
  { one, many, level, slack }: Measure,
  when: string,
  engineers: readonly string[],
  valueOf: (engineer: string) => number,
): Spread[] {
  const counts = engineers.map((engineer) => ({ engineer, value: valueOf(engineer) }))
  const values = counts.map(({ value }) => value)
  if (counts.length < 2 || Math.max(...values) === 0) return []
  return [{ one, many, level, when, counts, isEven: Math.max(...values) - Math.min(...values) <= slack }]
}

/** `Engineer A has the most holidays in 2026, with 5. Engineer B and Engineer C have the fewest, with 2 each.` */
export function spreadText({ one, many, when, counts }: Spread, name: (id: string) => string): string {
  const values = counts.map(({ value }) => value)
  const [most, least] = [Math.max(...values), Math.min(...values)]
  const who = (value: number) =>
    counts.filter((row) => row.value === value).map(({ engineer }) => name(engineer))
  const have = (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'has' : 'have'}`
  const each = (names: readonly string[], value: number) =>
    `${value === 0 ? 'none' : String(value)}${names.length > 1 && value > 0 ? ' each' : ''}`
  const [top, bottom] = [who(most), who(least)]
  const fewest =
    least === 0 ? `${have(bottom)} none` : `${have(bottom)} the fewest, with ${each(bottom, least)}`
  return `${have(top)} the most ${most === 1 ? one : many} ${when}, with ${each(top, most)}. ${fewest}.`
}

/** `weekend days 26 each`, `holidays in 2026 (3 or 4 each)`. */
export function evenText({ many, when, counts }: Spread): string {
  const values = counts.map(({ value }) => value)
  const [most, least] = [Math.max(...values), Math.min(...values)]
  return `${many} ${when} (${least === most ? String(most) : `${String(least)} to ${String(most)}`} each)`
}

/** Who is in the rotation from the first day through the last: nobody else can be compared. */
export function throughout({ rota }: RotaCalendar, first: string, last: string): string[] {
  return rota.rotation.filter((id) => {
    const { from, until } = rota.engineers[id] ?? {}
    return (from === undefined || from <= first) && (until === undefined || until >= last)
  })
}
