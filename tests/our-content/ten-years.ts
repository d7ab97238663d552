import type { CalendarYear, RotaCalendar } from '../../src/oncall/index.ts'

const GREAT = ['Thanksgiving Day', 'Christmas Day', "New Year's Day"]

export const TEN_YEARS = Array.from({ length: 10 }, (_, index) => 2026 + index)

/** The table of the README: one row a year, one letter an engineer. */
export function tenYearRows(calendar: RotaCalendar): string[][] {
  return TEN_YEARS.map((year) => row(calendar.year(year)))
}

const letter = (engineer: string) => engineer.slice(-1).toUpperCase()

function row(year: CalendarYear): string[] {
  const each = (figure: (row: CalendarYear['ledger'][number]) => number | undefined) =>
    year.ledger.map((engineer) => String(figure(engineer) ?? 0)).join('/')
  // The day itself, where the day off from work is another one: that is the day that people remember.
  const held = (name: string) =>
    year.weeks
      .flatMap(({ holidays }) => holidays)
      .filter((holiday) => holiday.name === name && holiday.observedFor === undefined)
      .map(({ engineer }) => letter(engineer))
      .join(', ')
  return [
    String(year.year),
    ...GREAT.map(held),
    each(({ greatPairs }) => greatPairs),
    each(({ monthEndWeeks }) => monthEndWeeks),
    each(({ holidays }) => holidays),
    each(({ repeats }) => repeats),
    each(({ balance }) => balance),
    String(year.weeks.filter(({ engineer, plain }) => engineer !== plain).length),
    year.proved,
  ]
}
