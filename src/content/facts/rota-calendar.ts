import { digest, kept } from '../read/kept.ts'
import { createCalendar, type KeptYears, type RotaCalendar, type RotaInput } from '../../oncall/index.ts'
import { keptHolidays } from './kept-holidays.ts'

/** The last one of each rota, with what it is made of. */
const known = new Map<string, { made: string; calendar: RotaCalendar }>()

/**
 * The calendar of a rota, planned once in a process for each state of what it is made of: the check, the pages and the answers
 * of one process ask for the same one, and an edit of a page plans no rota again.
 *
 * @throws RotaError where the rota cannot be read; a year that cannot be planned throws when it is asked for
 */
export function rotaCalendar(input: RotaInput): RotaCalendar {
  const made = JSON.stringify(input)
  const last = known.get(input.id)
  if (last?.made === made) return last.calendar
  const key = digest(made)
  const calendar = createCalendar(input, keptHolidays, {
    plain: yearsKept(`plain:${key}`),
    plan: yearsKept(`plan:${key}`),
    contract: yearsKept(`contract:${key}`),
    days: yearsKept(`days:${key}`),
  })
  known.set(input.id, { made, calendar })
  return calendar
}

/** Years that an earlier process has worked out. The key is all that a rota is made of, its published weeks included. */
function yearsKept(name: string): KeptYears<unknown> {
  return {
    find: (year) => kept()?.get(`${name}:${String(year)}`),
    add: (year, found) => kept()?.set(`${name}:${String(year)}`, found),
  }
}
