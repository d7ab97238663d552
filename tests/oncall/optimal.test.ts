import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import type { Planner } from '../../src/oncall/planner/planner.ts'
import { createPlanner } from '../../src/oncall/planner/planner.ts'
import type { Roster } from '../../src/oncall/roster.ts'
import { createRoster, daysOfWeek, undisturbed, yearOfWeek } from '../../src/oncall/roster.ts'
import { rota } from './rota.ts'
import { scale } from './scale.ts'
import { canBeAsEvenAs } from './solver.ts'

const COUNTRIES = [
  ...['AR', 'AU-NSW', 'BR', 'CA-ON', 'CH-ZH', 'CN', 'DE-BY', 'ES-MD', 'FR', 'GB-ENG', 'IE', 'IN', 'IT', 'JP'],
  ...['MX', 'NZ', 'PL', 'SE', 'US', 'ZA'],
]

/** First duty days of ISO week 1. */
const STARTS: Record<number, string> = {
  2024: '2024-01-01',
  2025: '2024-12-30',
  2026: '2025-12-29',
  2027: '2027-01-04',
  2028: '2028-01-03',
}
const YEARS = Object.keys(STARTS).map(Number)

const INSTANCES = [3, 4, 5, 6]
  .flatMap((members) => COUNTRIES.map((country) => ({ members, country, years: YEARS })))
  // A quarter of them by day, with every number of members and every country among them.
  .filter((_, index) => index % scale(4, 1) === Math.floor(index / COUNTRIES.length) % scale(4, 1))
const COUNT = INSTANCES.reduce((sum, { years }) => sum + years.length, 0)

function planFirstYear(members: number, country: string, year: number): { roster: Roster; planner: Planner } {
  const input = rota({
    rotation: 'abcdef'.slice(0, members),
    calendar: country,
    start: STARTS[year] ?? '',
    holidayTypes: ['public'],
  })
  const roster = undisturbed(createRoster(input, dateHolidays))
  return { roster, planner: createPlanner(roster, [], undefined) }
}

describe(`Σ balance² against the HiGHS solver: ${String(COUNT)} first years`, { timeout: 900_000 }, () => {
  it.each(INSTANCES)('$members engineers, $country, $years', async ({ members, country, years }) => {
    for (const year of years) {
      const { roster, planner } = planFirstYear(members, country, year)
      const cycles = planner.cyclesOf(year)
      const holders = cycles.flatMap(({ firstWeek }) =>
        Array.from({ length: members }, (_, place) => planner.holder(firstWeek + place)),
      )
      const holidays = holders.map((_, week) =>
        yearOfWeek(roster, week) === year
          ? daysOfWeek(roster, week).filter((day) => roster.holiday(0, day) !== undefined).length
          : 0,
      )

      // Ours is a plan: one week a cycle for each, rested …
      for (const { firstWeek } of cycles) {
        expect(new Set(holders.slice(firstWeek, firstWeek + members)).size).toBe(members)
      }
      for (const [week, holder] of holders.entries()) {
        const next = holders.indexOf(holder, week + 1)
        if (next >= 0) expect(next - week - 1).toBeGreaterThanOrEqual(members - 2)
      }
      // … with this Σ balance² …
      const balances = Array.from({ length: members }, (_, engineer) =>
        holidays.reduce((sum, count, week) => sum + (holders[week] === engineer ? count : 0), 0),
      )
      const evenness = balances.reduce((sum, balance) => sum + balance ** 2, 0)
      expect(planner.balances(year)).toEqual(balances)
      expect(planner.proved(year)).toBe('all')
      // … and the solver finds none that is more even.
      const byCycle = cycles.map(({ firstWeek }) => holidays.slice(firstWeek, firstWeek + members))
      const problem = { members, holidays: byCycle }
      expect({ year, isLess: await canBeAsEvenAs(problem, evenness - 1) }).toEqual({ year, isLess: false })
    }
  })

  it('the solver’s model knows what is possible: ours is', async () => {
    for (const country of COUNTRIES.slice(0, 5)) {
      const { roster, planner } = planFirstYear(4, country, 2026)
      const holidays = planner
        .cyclesOf(2026)
        .map(({ firstWeek }) =>
          [0, 1, 2, 3].map((place) =>
            yearOfWeek(roster, firstWeek + place) === 2026
              ? daysOfWeek(roster, firstWeek + place).filter((day) => roster.holiday(0, day) !== undefined)
                  .length
              : 0,
          ),
        )
      const evenness = planner.balances(2026).reduce((sum, balance) => sum + balance ** 2, 0)
      expect(await canBeAsEvenAs({ members: 4, holidays }, evenness)).toBe(true)
    }
  })

  it('rest is a rule of the model: c, just before without a holiday, cannot take the next', async () => {
    const holidays = [
      [1, 1, 0],
      [1, 0, 0],
    ]
    expect(await canBeAsEvenAs({ members: 3, holidays }, 4)).toBe(false)
    expect(await canBeAsEvenAs({ members: 3, holidays }, 5)).toBe(true)
  })
})
