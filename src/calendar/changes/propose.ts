import {
  RotaError,
  createCalendar,
  validateRota,
  type HolidaySource,
  type RotaCalendar,
  type RotaInput,
  type RotaProblem,
} from '../../oncall/index.ts'
import { stretchesOf, withChange, type Change } from './change.ts'
import { effectsOf, firstChange } from './effects.ts'
import { inNames } from './in-names.ts'

/** Where a change is tried out. */
export interface Situation {
  rota: RotaInput
  holidays: HolidaySource
  /** `YYYY-MM-DD` in the rota's zone. */
  today: string
  /** The years that are looked at, the last one the year after today's. */
  years: readonly number[]
  /** The calendar as it is now. */
  calendar: RotaCalendar
}

/** What a change would do, before anybody merges it. */
export interface Proposal {
  /** Why it may not be: the same findings as those of the check, and only those that the change brings. */
  problems: RotaProblem[]
  /** What the check would warn of. */
  warnings: RotaProblem[]
  effects: string[]
  /** How much time others have. */
  notice: string
}

/** Tries a change out. */
export function propose(situation: Situation, change: Change): Proposal {
  const { rota, holidays, today, years, calendar } = situation
  const name = (id: string) => rota.engineers[id]?.name ?? id
  const changed = withChange(rota, change, name)
  const key = ({ rule, message }: RotaProblem) => `${rule} ${message}`
  const known = new Set(problemsNow(situation).map(key))
  const planned = plannedOf(changed, holidays)
  const news = validateRota(changed, holidays, { today, ...(planned && { calendar: planned }) }).filter(
    (problem) => !known.has(key(problem)),
  )
  const said = news.map((problem) => inNames(problem, rota))
  const problems = [...ownProblems(rota, change), ...said.filter(({ severity }) => severity === 'error')]
  const warnings = said.filter(({ severity }) => severity === 'warning')
  if (problems.length > 0 || !planned) return { problems, warnings, effects: [], notice: '' }
  try {
    const [before, after] = [
      { calendar, years },
      { calendar: planned, years },
    ]
    const effects = effectsOf(before, after, name)
    return { problems, warnings, effects, notice: noticeText(firstChange(before, after), today) }
  } catch (error) {
    if (!(error instanceof RotaError)) throw error
    const thrown = error.problems.map((problem) => inNames(problem, rota))
    return { problems: thrown, warnings, effects: [], notice: '' }
  }
}

/** Nothing where the input itself is wrong: the check says why. */
function plannedOf(rota: RotaInput, holidays: HolidaySource): RotaCalendar | undefined {
  try {
    return createCalendar(rota, holidays)
  } catch (error) {
    if (error instanceof RotaError) return undefined
    throw error
  }
}

const found = new WeakMap<RotaInput, RotaProblem[]>()

/** What is wrong already, looked up once: it is not the change's fault. */
function problemsNow({ rota, holidays, today, calendar }: Situation): RotaProblem[] {
  const known = found.get(rota) ?? validateRota(rota, holidays, { today, calendar })
  found.set(rota, known)
  return known
}

/** What only the change itself shows: an override of nothing is no mistake of the rota. */
function ownProblems(rota: RotaInput, change: Change): RotaProblem[] {
  const problem = (rule: string, message: string, hint: string): RotaProblem => ({
    rule,
    message,
    hint,
    severity: 'error',
  })
  const known = (id: string) => Object.hasOwn(rota.engineers, id)
  const people = stretchesOf(change).map(({ engineer }) => engineer)
  const unknown = (change.kind === 'leave' ? [change.engineer, ...people] : people).filter((id) => !known(id))
  if (unknown.length > 0)
    return unknown.map((id) =>
      problem(
        'unknown-reference',
        `There is no engineer "${id}"`,
        `Name one of ${Object.keys(rota.engineers).join(', ')}.`,
      ),
    )
  if (change.kind === 'swap' && change.stretches[0].engineer === change.stretches[1].engineer)
    return [problem('swap-with-oneself', 'Both sides of the swap are of one person', 'Choose somebody else.')]
  if (change.kind === 'leave' && change.from > change.to)
    return [
      problem(
        'rota-range',
        `The leave ${change.from} to ${change.to} ends before it begins`,
        'Swap or correct the dates.',
      ),
    ]
  return []
}

function noticeText(first: string | undefined, today: string): string {
  if (first === undefined) return 'Nobody has to be informed.'
  const days = Math.round((Date.parse(first) - Date.parse(today)) / 86_400_000)
  if (days < 0)
    return 'It changes days that have passed: write down what really happened, and inform everyone whom it concerns.'
  if (days === 0) return 'It changes today: inform everyone whom it concerns.'
  return days === 1 ? 'The first change is tomorrow.' : `The first change is in ${String(days)} days.`
}
