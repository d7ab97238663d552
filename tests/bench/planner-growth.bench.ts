import { test } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar, type RotaInput } from '../../src/oncall/index.ts'
import { report } from './report.ts'
import { benchRota } from './rotas.ts'

const PEOPLE = [1, 2, 3, 4, 5, 6, 8]
const YEARS = [1, 2, 5, 10]
/** What others are a ratio of: the rota of a usual team, and its first year. */
const USUAL = { people: 4, years: 1 }

const WEIGHTS = { 'Thanksgiving Day': 3, 'Christmas Day': 3, "New Year's Day": 2 }
const full = (people: number): RotaInput => ({
  ...benchRota(people, ['US']),
  monthEnd: true,
  second: 'next',
  holidays: { add: [], remove: [], weights: WEIGHTS },
})

/** CPU time and not the clock: what else the machine does is not the planner's. */
function cpuOf(rota: RotaInput, years: number): number {
  const before = process.cpuUsage()
  const calendar = createCalendar(rota, dateHolidays)
  for (let year = 2026; year < 2026 + years; year++) calendar.year(year)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test(
  'how planning grows with people and years, as ratios to four people and one year',
  { timeout: 600_000 },
  () => {
    cpuOf(full(USUAL.people), 2)
    const costs = new Map(
      PEOPLE.map((people) => [people, YEARS.map((years) => cpuOf(full(people), years))] as const),
    )
    const usual = costs.get(USUAL.people)?.[YEARS.indexOf(USUAL.years)] ?? NaN
    console.info(
      [
        `people  ${YEARS.map((years) => `${String(years)} ${years === 1 ? 'year' : 'years'}`.padStart(10)).join('')}`,
        ...[...costs].map(
          ([people, each]) =>
            `${String(people).padStart(6)}  ${each.map((cost) => (cost / usual).toFixed(2).padStart(10)).join('')}`,
        ),
      ].join('\n'),
    )
    const [first = NaN, last = NaN] = [costs.get(USUAL.people)?.[0], costs.get(USUAL.people)?.at(-1)]
    report(
      'ten years of four people, in years of the first',
      `${(last / first).toFixed(1)} times the first year (${usual.toFixed(0)} ms of CPU)`,
      'no more than 10: years are planned one after the other',
    )
  },
)
