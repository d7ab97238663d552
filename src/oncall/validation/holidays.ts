import { isRealDate, toDay, yearOfDay } from '../dates.ts'
import type { RotaProblem } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import { appliesTo, holidayLookup } from '../holidays.ts'
import { firstDutyDay } from '../roster.ts'
import type { RotaInput } from '../types.ts'

const HOLIDAY_TYPES = ['public', 'bank', 'optional', 'school', 'observance']
const MAX_WEIGHT = 9
/** Names are gathered from so many years after the rota's first: some holidays come only now and then. */
const YEARS_OF_NAMES = 6

/** R4: what is wrong with a rota's corrections to its calendars. */
export function holidayProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  return [...typeProblems(rota), ...entryProblems(rota, source), ...weightProblems(rota)]
}

/** R4: corrections and weights that do nothing. The rota has no error. */
export function holidayWarnings(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  return [...withoutEffect(rota, source), ...unknownWeights(rota, source)]
}

function problem(
  severity: RotaProblem['severity'],
  field: RotaProblem['field'],
  rule: string,
  message: string,
  hint: string,
): RotaProblem {
  return { rule, severity, message, hint, ...(field && { field }) }
}

function typeProblems(rota: RotaInput): RotaProblem[] {
  return rota.holidayTypes
    .filter((type) => !HOLIDAY_TYPES.includes(type))
    .map((type) =>
      problem(
        'error',
        ['holidayTypes'],
        'rota-holiday-type',
        `No holiday type "${type}"`,
        `Known: ${HOLIDAY_TYPES.join(', ')}.`,
      ),
    )
}

function entryProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  return (['add', 'remove'] as const).flatMap((list) =>
    rota.holidays[list].flatMap((entry, index): RotaProblem[] => {
      const field = ['holidays', list, index]
      const problems: RotaProblem[] = []
      if (!isRealDate(entry.date)) {
        const hint = 'Write it as YYYY-MM-DD.'
        problems.push(problem('error', [...field, 'date'], 'rota-date', `No date "${entry.date}"`, hint))
      }
      const unknown =
        entry.calendar === undefined || entry.calendar === 'all' ? undefined : source.problem(entry.calendar)
      if (unknown) {
        const hint = `Leave it out for the rota's own calendar, write \`all\`, or one of: ${unknown.known.join(', ')}.`
        problems.push(problem('error', [...field, 'calendar'], 'rota-calendar', unknown.message, hint))
      }
      return problems
    }),
  )
}

function weightProblems(rota: RotaInput): RotaProblem[] {
  return Object.entries(rota.holidays.weights ?? {})
    .filter(([, weight]) => !Number.isInteger(weight) || weight < 1 || weight > MAX_WEIGHT)
    .map(([name, weight]) =>
      problem(
        'error',
        ['holidays', 'weights', name],
        'rota-weight',
        `The weight of ${name} is ${String(weight)}`,
        `Write a whole number from 1 to ${String(MAX_WEIGHT)}.`,
      ),
    )
}

/** The calendars that engineers of this rota have. */
function calendarsOf(rota: RotaInput): string[] {
  const own = Object.values(rota.engineers).map((engineer) => engineer.calendar ?? rota.calendar)
  return [...new Set([rota.calendar, ...own])]
}

/** An added holiday that the calendar has anyway, and a removed one that it does not have. */
function withoutEffect(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const bare = { ...rota, holidays: { ...rota.holidays, add: [], remove: [] } }
  const calendars = calendarsOf(rota)
  const listed = new Map(calendars.map((calendar) => [calendar, holidayLookup(bare, calendar, source)]))
  const affected = (entry: { calendar?: string | undefined }) =>
    calendars.filter((calendar) => appliesTo(entry, rota, calendar))
  const isRemoved = (date: string, calendar: string) =>
    rota.holidays.remove.some((entry) => entry.date === date && appliesTo(entry, rota, calendar))

  const removed = rota.holidays.remove.flatMap((entry, index): RotaProblem[] => {
    if (affected(entry).some((calendar) => listed.get(calendar)?.(toDay(entry.date)))) return []
    return [
      problem(
        'warning',
        ['holidays', 'remove', index, 'date'],
        'rota-remove-nothing',
        `${entry.date} is no holiday${where(entry.calendar)}, so there is nothing to remove`,
        'Correct the date or the `calendar`, or delete the entry.',
      ),
    ]
  })
  const added = rota.holidays.add.flatMap((entry, index): RotaProblem[] => {
    const others = affected(entry)
      .filter((calendar) => !isRemoved(entry.date, calendar))
      .map((calendar) => listed.get(calendar)?.(toDay(entry.date)))
      .filter((holiday) => holiday?.credit === true)
    const other = others.find((holiday) => holiday?.name !== entry.name)
    // The same name everywhere: the entry changes nothing.
    const isKnown = others.length > 0 && others.length === affected(entry).length
    const before = rota.holidays.add
      .slice(0, index)
      .find(
        (each) =>
          each.date === entry.date && affected(each).some((calendar) => affected(entry).includes(calendar)),
      )
    const known = other?.name ?? before?.name
    if (known === undefined && !isKnown) return []
    return [
      problem(
        'warning',
        ['holidays', 'add', index, 'date'],
        'rota-add-known',
        known === undefined || known === entry.name
          ? `${entry.date} is ${entry.name} already`
          : `${entry.date} is ${known} already, so "${entry.name}" does not count`,
        known === undefined || known === entry.name
          ? 'Delete the entry, or correct its date.'
          : 'One day is one holiday, under the first name. To rename it, list its date in `remove` as well.',
      ),
    ]
  })
  return [...removed, ...added]
}

function where(calendar: string | undefined): string {
  if (calendar === undefined) return ' of the rota’s calendar'
  return calendar === 'all' ? ' of any calendar' : ` of ${calendar}`
}

/** A weight for a name that no calendar of the rota has does nothing, and is probably a mistake. */
function unknownWeights(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const weighted = Object.keys(rota.holidays.weights ?? {})
  if (weighted.length === 0) return []
  const names = new Set(rota.holidays.add.map(({ name }) => name))
  const firstYear = yearOfDay(firstDutyDay(rota))
  for (const calendar of calendarsOf(rota)) {
    const lookup = holidayLookup(rota, calendar, source)
    const last = toDay(`${String(firstYear + YEARS_OF_NAMES)}-12-31`)
    for (let day = toDay(`${String(firstYear)}-01-01`); day <= last; day++) {
      const holiday = lookup(day)
      if (holiday) names.add(holiday.name)
    }
  }
  for (const week of rota.published) for (const name of Object.values(week.holidays)) names.add(name)
  return weighted
    .filter((name) => !names.has(name))
    .map((name) =>
      problem(
        'warning',
        ['holidays', 'weights', name],
        'rota-weight-unknown',
        `No calendar of the rota has a holiday "${name}", so its weight does nothing`,
        `The names are: ${[...names].sort().join(', ')}.`,
      ),
    )
}
