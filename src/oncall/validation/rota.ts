import { createCalendar } from '../calendar.ts'
import { toDay } from '../dates.ts'
import type { RotaProblem } from '../errors.ts'
import { RotaError } from '../errors.ts'
import { createRoster, weekOf, yearOfWeek } from '../roster.ts'
import type { RotaInput } from '../types.ts'
import { validateInput } from './input.ts'
import { disagreements } from './published.ts'

/**
 * Every problem of a rota, those that only planning finds included: through the year after today's, as the site is built.
 *
 * @param options.today `YYYY-MM-DD`, for what must be published by now
 */
export function validateRota(rota: RotaInput, options: { today: string }): RotaProblem[] {
  const problems = validateInput(rota)
  if (problems.some((problem) => problem.severity === 'error')) return problems
  return [...problems, ...disagreements(rota, options.today), ...planningProblems(rota, options.today)]
}

function planningProblems(rota: RotaInput, today: string): RotaProblem[] {
  try {
    const calendar = createCalendar(rota)
    const roster = createRoster(rota)
    const lastYear = yearOfWeek(roster, Math.max(0, weekOf(roster, toDay(today)))) + 1
    for (let year = calendar.firstYear; year <= lastYear; year++) calendar.year(year)
    return []
  } catch (error) {
    if (error instanceof RotaError) return [...error.problems]
    throw error
  }
}
