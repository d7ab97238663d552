import Holidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import { toDay, yearOfDay } from './dates.ts'
import type { RotaInput } from './types.ts'

/** The holidays of one calendar (R4): day number → name. */
export type HolidayLookup = (day: number) => string | undefined

interface HolidaySpan {
  first: number
  days: number
  name: string
  key: string
  isSubstitute: boolean
}

const MS_PER_HOUR = 3_600_000

/**
 * date-holidays computes with the zone of the process: its texts and lengths change where clocks change at midnight.
 * The zone is put back at once, so nobody else sees it.
 */
function inUtc<Result>(compute: () => Result): Result {
  const zone = process.env['TZ']
  process.env['TZ'] = 'UTC'
  try {
    return compute()
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
}

/** Calendars do not change while a process runs; a new instance costs milliseconds. */
const spansByCalendar = new Map<string, (year: number) => readonly HolidaySpan[]>()

function spansOf(calendar: string, types: readonly string[]): (year: number) => readonly HolidaySpan[] {
  const cacheKey = `${calendar} ${[...types].sort().join(',')}`
  const cached = spansByCalendar.get(cacheKey)
  if (cached) return cached
  const [country = '', state, region] = calendar.split('-')
  const source = inUtc(() => new Holidays({ country, ...(state && { state }), ...(region && { region }) }))
  const byYear = new Map<number, HolidaySpan[]>()
  const spans = (year: number): HolidaySpan[] => {
    const known = byYear.get(year)
    if (known) return known
    const found = inUtc(() => source.getHolidays(year, 'en'))
      .filter((holiday) => types.includes(holiday.type))
      .filter((holiday) => holiday.date.slice(11, 16) < '12:00')
      .map(toSpan)
    byYear.set(year, found)
    return found
  }
  spansByCalendar.set(cacheKey, spans)
  return spans
}

function toSpan(holiday: HolidaysTypes.Holiday): HolidaySpan {
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / MS_PER_HOUR
  return {
    first: toDay(holiday.date.slice(0, 10)),
    // A day is 23 to 25 hours long; a part of a day at the end (Turkey's 90 hours) is none.
    days: Math.max(1, Math.floor((hours + 1) / 24)),
    name: holiday.name,
    key: ruleKey(holiday.rule),
    isSubstitute: holiday.substitute === true,
  }
}

/** What a holiday's rule and its substitute's have in common. */
function ruleKey(rule: string): string {
  return rule.replace(/^substitutes /, '').replace(/(?: and)? if .*$/, '')
}

/** A year's holidays in the calendar's order, where a substitute day stands for its holiday (also across New Year). */
function withSubstitutes(spans: (year: number) => readonly HolidaySpan[], year: number): HolidaySpan[] {
  const all = [year - 1, year, year + 1].flatMap((each) => spans(each))
  const substitutes = all.filter((span) => span.isSubstitute)
  const isPair = (holiday: HolidaySpan, substitute: HolidaySpan) =>
    !holiday.isSubstitute && holiday.key === substitute.key && Math.abs(holiday.first - substitute.first) <= 7
  return all
    .filter((span) => !substitutes.some((substitute) => isPair(span, substitute)))
    .map((span) => {
      const original = span.isSubstitute && all.find((holiday) => isPair(holiday, span))
      return original ? { ...span, name: original.name } : span
    })
}

/** R4: the holidays that count for engineers of one calendar in one rota, its `add` and `remove` applied. */
export function holidayLookup(
  rota: Pick<RotaInput, 'holidayTypes' | 'holidays'>,
  calendar: string,
): HolidayLookup {
  const spans = spansOf(calendar, rota.holidayTypes)
  const removed = new Set(rota.holidays.remove.map(toDay))
  const years = new Map<number, Map<number, string>>()
  const ofYear = (year: number): Map<number, string> => {
    const named = new Map<number, string>()
    for (const span of withSubstitutes(spans, year)) {
      for (let day = span.first; day < span.first + span.days; day++) {
        if (!named.has(day) && !removed.has(day)) named.set(day, span.name)
      }
    }
    for (const { date, name } of rota.holidays.add) {
      if (!named.has(toDay(date))) named.set(toDay(date), name)
    }
    return named
  }
  return (day) => {
    const year = yearOfDay(day)
    let named = years.get(year)
    if (!named) years.set(year, (named = ofYear(year)))
    return named.get(day)
  }
}

/** Why a calendar code names no calendar, or nothing where it does. date-holidays itself accepts any code in silence. */
export function calendarProblem(code: string): { message: string; known: string[] } | undefined {
  const [country = '', state, region, ...rest] = code.split('-')
  const lists = new Holidays()
  const countries = Object.keys(lists.getCountries())
  if (!countries.includes(country)) return { message: `No country "${country}"`, known: countries }
  if (state === undefined) return undefined
  const states = Object.keys(lists.getStates(country) ?? {})
  if (!states.includes(state)) return { message: `No state "${state}" in ${country}`, known: states }
  if (region === undefined) return undefined
  const regions = Object.keys(lists.getRegions(country, state) ?? {})
  if (!regions.includes(region) || rest.length > 0) {
    return { message: `No region "${[region, ...rest].join('-')}" in ${country}-${state}`, known: regions }
  }
  return undefined
}
