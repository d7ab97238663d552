import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import type { HolidaySource, HolidayTable, ListedHoliday } from './holiday-source.ts'

/**
 * The one file that knows the library `date-holidays` and the environment of the process. Nothing else of the engine
 * imports it, so that the engine runs in a browser, without the two megabytes of the library.
 */
export const dateHolidays: HolidaySource = { listed, problem }

/** Bundled pages are another instance of this module, in a folder that may have no packages; the command came first. */
const shared = globalThis as { watchbookRequire?: NodeJS.Require }
const load = (shared.watchbookRequire ??= createRequire(import.meta.url))
let library: typeof Holidays | undefined

/** Loaded when somebody asks for a holiday that no earlier process has kept: it takes longer than all else that a command loads. */
function holidays(): typeof Holidays {
  return (library ??= load('date-holidays') as typeof Holidays)
}

/** The holidays of some calendars over years (both included), for a page that plans in the browser. */
export function holidayTable(
  calendars: readonly string[],
  firstYear: number,
  lastYear: number,
): HolidayTable {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return Object.fromEntries(
    [...new Set(calendars)].map((calendar) => [
      calendar,
      Object.fromEntries(years.map((year) => [String(year), listed(calendar, year)])),
    ]),
  )
}

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
const years = new Map<string, readonly ListedHoliday[]>()
const instances = new Map<string, { library: Holidays; language: string }>()

function listed(calendar: string, year: number): readonly ListedHoliday[] {
  const key = `${calendar} ${String(year)}`
  let found = years.get(key)
  if (!found) {
    const { library, language } = instanceOf(calendar)
    found = inUtc(() => library.getHolidays(year, language)).map(toListed)
    years.set(key, found)
  }
  return found
}

/** `getHolidays` changes an instance for good: one instance for one calendar and language. */
function instanceOf(calendar: string): { library: Holidays; language: string } {
  let found = instances.get(calendar)
  if (!found) {
    const [country = '', state, region] = calendar.split('-')
    const library = inUtc(
      () => new (holidays())({ country, ...(state && { state }), ...(region && { region }) }),
    )
    // R4: the calendar's own English where it has one (`Labor Day` in the US), else English, else the local language.
    const own = library.getLanguages().find((language) => language.startsWith('en-'))
    found = { library, language: own ?? 'en' }
    instances.set(calendar, found)
  }
  return found
}

/** What a calendar code stands for, in English: country, then state, then region; codes themselves where there is no name. */
export function calendarParts(code: string): { country: string; state?: string; region?: string } {
  const [country = '', state, region] = code.split('-')
  const lists = new (holidays())()
  const named = (list: Record<string, string> | undefined, part: string) => list?.[part] ?? part
  return {
    country: named(lists.getCountries('en'), country),
    ...(state !== undefined && { state: named(lists.getStates(country, 'en'), state) }),
    ...(state !== undefined &&
      region !== undefined && { region: named(lists.getRegions(country, state, 'en'), region) }),
  }
}

const MS_PER_HOUR = 3_600_000

function toListed(holiday: HolidaysTypes.Holiday): ListedHoliday {
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / MS_PER_HOUR
  return {
    date: holiday.date.slice(0, 10),
    time: holiday.date.slice(11, 16),
    // A day is 23 to 25 hours long; a part of a day at the end (Turkey's 90 hours) is none.
    days: Math.max(1, Math.floor((hours + 1) / 24)),
    name: holiday.name,
    type: holiday.type,
    rule: holiday.rule,
    substitute: holiday.substitute === true,
  }
}

/** Codes of other lists, and parts of a country that are called one. The names of countries are in the library. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  USA: 'US',
  UK: 'GB',
  ENG: 'GB-ENG',
  ENGLAND: 'GB-ENG',
  SCOTLAND: 'GB-SCT',
  WALES: 'GB-WLS',
  GER: 'DE',
  DEU: 'DE',
  FRA: 'FR',
  IND: 'IN',
  CAN: 'CA',
  AUS: 'AU',
  ESP: 'ES',
  NLD: 'NL',
  POL: 'PL',
  SWE: 'SE',
  SUI: 'CH',
  CHE: 'CH',
  IRL: 'IE',
  JPN: 'JP',
  CHN: 'CN',
  BRA: 'BR',
  MEX: 'MX',
}

/** date-holidays itself accepts any code in silence, so a code is checked against its lists. */
function problem(code: string): { message: string; known: string[] } | undefined {
  const [country = '', state, region, ...rest] = code.split('-')
  const lists = new (holidays())()
  const countries = Object.keys(lists.getCountries())
  if (!countries.includes(country)) {
    const named = Object.entries(lists.getCountries('en')).find(
      ([, name]) => name.toUpperCase() === country.toUpperCase(),
    )
    const meant = OTHER_CODES[country.toUpperCase()] ?? named?.[0]
    return meant === undefined
      ? { message: `No country "${country}"`, known: countries }
      : { message: `No country "${country}": its code is ${meant}`, known: [] }
  }
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
