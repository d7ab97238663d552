import { createCalendar } from '../calendar.ts'
import type { RotaCalendar } from '../calendar.ts'
import { toDay } from '../dates.ts'
import type { RotaProblem } from '../errors.ts'
import { RotaError } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import { createRoster, weekOf, yearOfWeek } from '../roster.ts'
import type { RotaInput } from '../types.ts'
import { holidayWarnings } from './holidays.ts'
import { validateInput } from './input.ts'
import { disagreements } from './published.ts'

/**
 * Every problem of a rota, those that only planning finds included: through the year after today's, as the site is built.
 *
 * @param options.today `YYYY-MM-DD`, for what must be published by now
 * @param options.calendar of this very rota, where the caller has one: it is then not planned twice
 */
export function validateRota(
  rota: RotaInput,
  source: HolidaySource,
  options: { today: string; calendar?: RotaCalendar },
): RotaProblem[] {
  const inInput = validateInput(rota, source)
  const errors = inInput.filter((problem) => problem.severity === 'error')
  const problems = errors.length > 0 ? inInput : [...inInput, ...holidayWarnings(rota, source)]
  // A wrong override keeps nobody from comparing published weeks with calendars and leave.
  if (errors.some((problem) => problem.override === undefined)) return problems
  const found = [...problems, ...disagreements(rota, source, options.today)]
  return errors.length > 0 ? found : [...found, ...planningProblems(rota, source, options)]
}

function planningProblems(
  rota: RotaInput,
  source: HolidaySource,
  { today, calendar = createCalendar(rota, source) }: { today: string; calendar?: RotaCalendar },
): RotaProblem[] {
  const roster = createRoster(rota, source)
  const lastYear = yearOfWeek(roster, Math.max(0, weekOf(roster, toDay(today)))) + 1
  // A year that fails names the problems of those before it as well: each is reported once.
  const found = new Map<string, RotaProblem>()
  for (let year = calendar.firstYear; year <= lastYear; year++) {
    try {
      calendar.year(year)
    } catch (error) {
      if (!(error instanceof RotaError)) throw error
      for (const problem of error.problems) found.set(problem.message, problem)
    }
  }
  return [...found.values(), ...unearnedDaysOff(calendar, found.size > 0)]
}

/** R11: a published day off remains, even where nothing was earned for it; but people should know. */
function unearnedDaysOff(calendar: RotaCalendar, hasErrors: boolean): RotaProblem[] {
  if (hasErrors) return []
  return calendar.unearnedDaysOff().map(({ published, dayOff }) => ({
    rule: 'published-day-off-unearned',
    severity: 'warning',
    message: `${dayOff.engineer} has a published day off on ${dayOff.date} for ${dayOff.for.name} (${dayOff.for.date}), which they did not work`,
    hint: `It remains as announced. To withdraw it, re-plan with \`npm run oncall -- publish --from ${dayOff.date}\`.`,
    date: dayOff.date,
    engineer: dayOff.engineer,
    published,
  }))
}
