import { isRealDate, toDay } from '../dates.ts'
import type { RotaProblem } from '../errors.ts'
import { isTimeZone } from '../handoff.ts'
import type { HolidaySource } from '../holiday-source.ts'
import { createRoster } from '../roster.ts'
import type { EngineerInput, RotaInput } from '../types.ts'
import { unknownEngineer } from './problems.ts'
import { publishedProblems } from './published.ts'

const HOLIDAY_TYPES = ['public', 'bank', 'optional', 'school', 'observance']

/** The problems that make a calendar impossible, seen in the input itself. */
export function validateInput(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  return [
    ...basicProblems(rota, source),
    ...rotationProblems(rota),
    ...engineerProblems(rota, source),
    ...overrideProblems(rota, source),
    // Weeks are counted from the start of the rota.
    ...(isRealDate(rota.start) ? publishedProblems(rota) : []),
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
  for (const type of rota.holidayTypes) {
    if (HOLIDAY_TYPES.includes(type)) continue
    wrong(
      'holidayTypes',
      'rota-holiday-type',
      `No holiday type "${type}"`,
      `Known: ${HOLIDAY_TYPES.join(', ')}.`,
    )
  }
  for (const date of [...rota.holidays.remove, ...rota.holidays.add.map((holiday) => holiday.date)]) {
    if (!isRealDate(date)) wrong('holidays', 'rota-date', `No date "${date}"`, 'Write it as YYYY-MM-DD.')
  }
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

/** R9: overrides that overlap, or put somebody on duty who is not there. */
function overrideProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const roster = createRoster(rota, source)
  return rota.overrides.flatMap((override, index): RotaProblem[] => {
    const where = { override: index, date: override.from, engineer: override.engineer }
    if (!rota.engineers[override.engineer]) return [unknownEngineer(rota, override.engineer, where)]
    const error = (rule: string, message: string, hint: string): RotaProblem[] => [
      { rule, severity: 'error', message, hint, ...where },
    ]
    const span = `${override.from} to ${override.to}`
    if (override.to < override.from) {
      return error('rota-range', `The override ${span} ends before it begins`, 'Swap or correct the dates.')
    }
    const earlier = rota.overrides
      .slice(0, index)
      .find((other) => other.from <= override.to && override.from <= other.to)
    if (earlier) {
      const message = `The override ${span} overlaps the one from ${earlier.from} to ${earlier.to}`
      return error('rota-override-overlap', message, 'Shorten one of the two: a day has one holder.')
    }
    const engineer = roster.indexOf(override.engineer)
    for (let day = toDay(override.from); day <= toDay(override.to); day++) {
      if (!roster.isActive(engineer, day)) {
        const message = `The override ${span} is for ${override.engineer}, who is not active then`
        return error(
          'rota-override-inactive',
          message,
          'Name someone else, or correct their `from` or `until`.',
        )
      }
      if (roster.isUnavailable(engineer, day)) {
        const message = `The override ${span} is for ${override.engineer}, who is unavailable then`
        return error(
          'rota-override-unavailable',
          message,
          'Name someone else, or correct their `unavailable`.',
        )
      }
    }
    return []
  })
}
