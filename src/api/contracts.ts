import { calendarYearSchema } from '../calendar/contract.ts'
import { alertsContract } from './alerts.ts'
import { holidaysContract } from './holidays.ts'
import { oncallContract } from './oncall.ts'
import { pagesContract } from './pages.ts'
import type { Contract } from './contract.ts'

const yearContract: Contract = {
  name: 'year',
  path: 'oncall/<rota>/<year>.json',
  summary: 'One year of one rota: its weeks, shifts, days off, holidays and the ledger of fairness.',
  schema: calendarYearSchema,
}

/** Every file for programs, in the order in which `/api/` shows them. */
export const CONTRACTS: readonly Contract[] = [
  pagesContract,
  alertsContract,
  oncallContract,
  holidaysContract,
  yearContract,
]
