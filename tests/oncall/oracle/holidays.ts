import Holidays from 'date-holidays'
import { type Day, toDate, toDay } from './dates.ts'
import type { OracleInput } from './types.ts'

interface Raw {
  day: Day
  /** Whole days by the wall clock. */
  length: number
  afternoon: boolean
  name: string
  type: string
  substitute: boolean
  /** The rule up to its first ` if ` or ` and if `, without a leading `substitutes `. */
  base: string
}

const rawYears = new Map<string, Raw[]>()

/** What date-holidays lists for a calendar and a year, in its own order; whatever the process's time zone is. */
function rawYear(calendar: string, year: number): Raw[] {
  const key = `${calendar} ${String(year)}`
  const known = rawYears.get(key)
  if (known !== undefined) return known
  const zone = process.env.TZ
  process.env.TZ = 'UTC'
  try {
    const [country = '', state, region] = calendar.split('-')
    const lists = new Holidays()
    if (!(country in lists.getCountries())) throw new Error(`unknown country ${calendar}`)
    if (state !== undefined && !(state in lists.getStates(country)))
      throw new Error(`unknown state ${calendar}`)
    if (state !== undefined && region !== undefined && !(region in lists.getRegions(country, state)))
      throw new Error(`unknown region ${calendar}`)
    // In UTC no day has 23 or 25 hours, so a length in hours is a length by the wall clock.
    const options = { languages: 'en', timezone: 'UTC' }
    const source =
      state === undefined
        ? new Holidays(country, options)
        : region === undefined
          ? new Holidays(country, state, options)
          : new Holidays(country, state, region, options)
    const list = source.getHolidays(year).map((holiday) => ({
      day: toDay(holiday.date.slice(0, 10)),
      length: Math.floor((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000),
      afternoon: holiday.date.slice(11, 16) >= '12:00',
      name: holiday.name,
      type: holiday.type,
      substitute: holiday.substitute === true,
      base: (holiday.rule.replace(/^substitutes /, '').split(/ (?:and )?if /)[0] ?? '').trim(),
    }))
    rawYears.set(key, list)
    return list
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

/** R4 for one calendar, over whole years (both included): the name of the holiday on each date that has one. */
export function holidaysOf(
  calendar: string,
  rules: Pick<OracleInput, 'holidayTypes' | 'holidays'>,
  firstYear: number,
  lastYear: number,
): Map<Day, string> {
  const list: Raw[] = []
  for (let year = firstYear - 1; year <= lastYear + 1; year++) list.push(...rawYear(calendar, year))
  const counted = list.filter((raw) => rules.holidayTypes.includes(raw.type) && !raw.afternoon)

  const replaced = new Set<Raw>()
  const nameOf = new Map<Raw, string>()
  for (const substitute of counted.filter((raw) => raw.substitute)) {
    const originals = counted.filter(
      (raw) => !raw.substitute && raw.base === substitute.base && Math.abs(raw.day - substitute.day) <= 7,
    )
    for (const original of originals) replaced.add(original)
    if (originals[0] !== undefined) nameOf.set(substitute, originals[0].name)
  }

  const names = new Map<Day, string>()
  for (const raw of counted) {
    if (replaced.has(raw)) continue
    for (let offset = 0; offset < Math.max(1, raw.length); offset++) {
      const day = raw.day + offset
      if (!names.has(day)) names.set(day, nameOf.get(raw) ?? raw.name)
    }
  }
  for (const date of rules.holidays.remove) names.delete(toDay(date))
  for (const { date, name } of rules.holidays.add) if (!names.has(toDay(date))) names.set(toDay(date), name)
  return new Map([...names].filter(([day]) => inYears(day, firstYear, lastYear)))
}

function inYears(day: Day, firstYear: number, lastYear: number): boolean {
  const year = Number(toDate(day).slice(0, 4))
  return year >= firstYear && year <= lastYear
}
