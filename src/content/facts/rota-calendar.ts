import { digest, kept } from '../read/kept.ts'
import { createCalendar, type KeptYears, type RotaCalendar, type RotaInput } from '../../oncall/index.ts'
import { keptHolidays } from './kept-holidays.ts'

/** How many states of one rota are known: what is, what is proposed, what was announced, and what each of them is compared with. */
const MAX_STATES = 4

/** The last ones of each rota by what they are made of, the latest last. */
const known = new Map<string, Map<string, RotaCalendar>>()

/**
 * The calendar of a rota, planned once in a process for each state of what it is made of: the check, the pages and the answers
 * of one process ask for the same one, and an edit of a page plans no rota again.
 *
 * @throws RotaError where the rota cannot be read; a year that cannot be planned throws when it is asked for
 */
export function rotaCalendar(input: RotaInput): RotaCalendar {
  const made = JSON.stringify(input)
  const states = known.get(input.id) ?? new Map<string, RotaCalendar>()
  known.set(input.id, states)
  const calendar = states.get(made) ?? planned(input, digest(made))
  states.delete(made)
  states.set(made, calendar)
  for (const oldest of states.keys()) if (states.size > MAX_STATES) states.delete(oldest)
  return calendar
}

function planned(input: RotaInput, key: string): RotaCalendar {
  return createCalendar(input, keptHolidays, {
    plain: yearsKept(`plain:${key}`),
    plan: yearsKept(`plan:${key}`),
    contract: yearsKept(`contract:${key}`),
    days: yearsKept(`days:${key}`),
  })
}

/** Years that an earlier process has worked out. The key is all that a rota is made of, its published weeks included. */
function yearsKept(name: string): KeptYears<unknown> {
  return {
    find: (year) => kept()?.get(`${name}:${String(year)}`),
    add: (year, found) => kept()?.set(`${name}:${String(year)}`, found),
  }
}
