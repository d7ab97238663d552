/**
 * The on-call engine: rules R1–R12 of the design, pure. Same input, same output; "today" is always an argument.
 *
 *   const calendar = createCalendar(rota, holidays)   // throws RotaError; see validateRota for all problems at once
 *   calendar.year(2026)                     // the JSON contract
 */
export * from './contract.ts'
export * from './errors.ts'
export * from './types.ts'
export { createCalendar } from './calendar.ts'
export type { RotaCalendar } from './calendar.ts'
export type { DutyDay } from './duty-days.ts'
export type { YearExplanation } from './explanation.ts'
export { fromTable } from './holiday-source.ts'
export type { HolidaySource, HolidayTable, ListedHoliday } from './holiday-source.ts'
export type { KeptYears } from './planner/kept-years.ts'
export { LEVELS, covers } from './planner/proof.ts'
export type { Level } from './planner/proof.ts'
export type { Burden, Burdens } from './burdens.ts'
export type { OrderReason } from './reasons.ts'
export type { PlanCost } from './planner/cost.ts'
export { historyProblems } from './validation/history.ts'
export { validateRota } from './validation/rota.ts'
