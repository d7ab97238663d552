import { dateHolidays } from '../../oncall/date-holidays.ts'
import type { HolidaySource, ListedHoliday } from '../../oncall/holiday-source.ts'
import { kept } from '../read/kept.ts'

/** The holidays of calendars, as an earlier process has looked them up: loading the library takes longer than planning. */
export const keptHolidays: HolidaySource = {
  listed(calendar, year) {
    const key = `holidays:${JSON.stringify([calendar, year])}`
    // The store gives back what was put there, or nothing.
    const known = kept()?.get(key) as readonly ListedHoliday[] | undefined
    if (known) return known
    const listed = dateHolidays.listed(calendar, year)
    kept()?.set(key, listed)
    return listed
  },
  problem(code) {
    const key = `calendar:${JSON.stringify(code)}`
    if (kept()?.get(key) === true) return undefined
    const problem = dateHolidays.problem(code)
    if (!problem) kept()?.set(key, true)
    return problem
  },
}
