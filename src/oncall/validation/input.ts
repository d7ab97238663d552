import { isRealDate } from '../dates.ts'
import { unknownEngineer, type RotaProblem } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import type { EngineerInput, RotaInput } from '../types.ts'
import { holidayProblems } from './holidays.ts'
import { overrideProblems } from './overrides.ts'
import { isTimeZone } from '../zones.ts'
import { publishedProblems } from './published.ts'

/** The problems that make a calendar impossible, seen in the input itself, and what is odd about it. */
export function validateInput(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const basic = [...basicProblems(rota, source), ...engineerProblems(rota, source)]
  return [
    ...basic,
    ...holidayProblems(rota, source),
    ...rotationProblems(rota),
    ...overrideProblems(rota, source),
    // Weeks are counted from the start of the rota.
    ...(isRealDate(rota.start) ? publishedProblems(rota) : []),
    ...secondProblems(rota),
  ]
}

/** R12: two people who are each other's second have no week off. */
function secondProblems(rota: RotaInput): RotaProblem[] {
  if ((rota.second ?? 'none') === 'none' || rota.rotation.length !== 2) return []
  return [
    {
      rule: 'rota-second-of-two',
      severity: 'warning',
      message: 'With two engineers and a second on call, nobody ever has a week without duty',
      hint: 'Add a third engineer to `rotation`, or leave out `second`.',
      field: ['second'],
    },
  ]
}

function basicProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const problems: RotaProblem[] = []
  const wrong = (field: string, rule: string, message: string, hint: string) =>
    problems.push({ rule, severity: 'error', message, hint, field: [field] })
  if (!isTimeZone(rota.timeZone)) {
    wrong(
      'timeZone',
      'rota-time-zone',
      `No time zone "${rota.timeZone}"`,
      'Use an IANA name such as America/New_York.',
    )
  }
  if (!isRealDate(rota.start)) {
    wrong('start', 'rota-date', `No date "${rota.start}"`, 'Write it as YYYY-MM-DD.')
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(rota.handoffTime)) {
    wrong(
      'handoffTime',
      'rota-handoff-time',
      `No time "${rota.handoffTime}"`,
      'Write it as "09:00", in quotes.',
    )
  }
  const calendar = source.problem(rota.calendar)
  if (calendar) wrong('calendar', 'rota-calendar', calendar.message, `Known: ${calendar.known.join(', ')}.`)
  return problems
}

function rotationProblems(rota: RotaInput): RotaProblem[] {
  if (rota.rotation.length === 0) {
    return [
      {
        rule: 'rota-empty-rotation',
        severity: 'error',
        message: 'The rotation is empty',
        hint: 'List at least one engineer.',
        field: ['rotation'],
      },
    ]
  }
  return rota.rotation.flatMap((engineer, index): RotaProblem[] => {
    const field = ['rotation', index]
    if (!rota.engineers[engineer]) return [unknownEngineer(rota, engineer, { field })]
    if (rota.rotation.indexOf(engineer) === index) return []
    return [
      {
        rule: 'rota-duplicate-engineer',
        severity: 'error',
        message: `${engineer} is in the rotation twice`,
        hint: 'Each member serves one week of a cycle: remove one of the two.',
        engineer,
        field,
      },
    ]
  })
}

function engineerProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  return Object.entries(rota.engineers).flatMap(([engineer, entry]) => problemsOf(engineer, entry, source))
}

function problemsOf(engineer: string, entry: EngineerInput, source: HolidaySource): RotaProblem[] {
  const problems: RotaProblem[] = []
  const wrong = (field: RotaProblem['field'], rule: string, message: string, hint: string) =>
    problems.push({ rule, severity: 'error', message, hint, engineer, ...(field && { field }) })
  const calendar = entry.calendar === undefined ? undefined : source.problem(entry.calendar)
  if (calendar) wrong(['calendar'], 'rota-calendar', calendar.message, `Known: ${calendar.known.join(', ')}.`)
  if (entry.from !== undefined && entry.until !== undefined && entry.until < entry.from) {
    wrong(
      ['until'],
      'rota-until-before-from',
      `${engineer} leaves (${entry.until}) before they come (${entry.from})`,
      'Swap or correct the dates.',
    )
  }
  for (const [index, range] of (entry.unavailable ?? []).entries()) {
    if (range.to >= range.from) continue
    const message = `${engineer} is unavailable from ${range.from} to ${range.to}, which ends before it begins`
    wrong(['unavailable', index, 'to'], 'rota-range', message, 'Swap or correct the dates.')
  }
  return problems
}
