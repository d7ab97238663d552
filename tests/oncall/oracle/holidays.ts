import Holidays from 'date-holidays'
import { type Day, toDate, toDay, weekday } from './dates.ts'
import type { OracleInput } from './types.ts'

interface Raw {
  day: Day
  /** Whole days by the wall clock. */
  length: number
  afternoon: boolean
  name: string
  type: string
  substitute: boolean
  rule: string
  /** The rule up to its first ` if ` or ` and if `, without a leading `substitutes `. */
  base: string
}

/** R4: what a date counts for the engineers of one calendar. */
export interface Holiday {
  name: string
  weight: number
  /** The weight that the name has: what makes it great, and says how long it is remembered. */
  nameWeight: number
  /** An own date beside its substitute day: it weighs in R5 alone, and earns nothing. */
  ownDateOnly: boolean
  /** The substitute day of a great holiday: repeats and great holidays look at the own date. */
  overlooked: boolean
  observedFor?: Day
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
    const options = { timezone: 'UTC' }
    const source =
      state === undefined
        ? new Holidays(country, options)
        : region === undefined
          ? new Holidays(country, state, options)
          : new Holidays(country, state, region, options)
    // Its own English, like en-us, where it has one; else English.
    const own = source.getLanguages().filter((language) => language.startsWith('en-'))
    const list = source.getHolidays(year, own[0] ?? 'en').map((holiday) => ({
      day: toDay(holiday.date.slice(0, 10)),
      length: Math.floor((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000),
      afternoon: holiday.date.slice(11, 16) >= '12:00',
      name: holiday.name,
      type: holiday.type,
      substitute: holiday.substitute === true,
      rule: holiday.rule,
      base: (holiday.rule.replace(/^substitutes /, '').split(/ (?:and )?if /)[0] ?? '').trim(),
    }))
    rawYears.set(key, list)
    return list
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

/** R4 for one calendar, over whole years (both included). */
export function holidaysOf(
  calendar: string,
  rota: Pick<OracleInput, 'holidayTypes' | 'holidays' | 'calendar'>,
  firstYear: number,
  lastYear: number,
): Map<Day, Holiday> {
  const rules = rota.holidays
  const weigh = (name: string) =>
    rules.weights !== undefined && Object.keys(rules.weights).includes(name) ? (rules.weights[name] ?? 1) : 1
  const ordinary = (name: string): Holiday => {
    return { name, weight: weigh(name), nameWeight: weigh(name), ownDateOnly: false, overlooked: false }
  }
  const list: Raw[] = []
  for (let year = firstYear - 1; year <= lastYear + 1; year++) list.push(...rawYear(calendar, year))
  const counted = list.filter((raw) => rota.holidayTypes.includes(raw.type) && !raw.afternoon)

  /** Each substitute day with the holidays that it stands for. */
  const standsFor = new Map<Raw, Raw>()
  const replaced = new Set<Raw>()
  for (const later of counted) {
    for (const earlier of counted) {
      if (!standsForOther(later, earlier)) continue
      replaced.add(earlier)
      if (!standsFor.has(later)) standsFor.set(later, earlier)
    }
  }

  const found = new Map<Day, Holiday>()
  const ownDates = new Map<Day, Holiday>()
  for (const raw of counted) {
    const original = standsFor.get(raw)
    for (let offset = 0; offset < Math.max(1, raw.length); offset++) {
      const day = raw.day + offset
      if (original !== undefined) {
        const nameWeight = weigh(original.name)
        if (!found.has(day))
          found.set(day, {
            name: original.name,
            weight: 1,
            nameWeight,
            ownDateOnly: false,
            overlooked: nameWeight >= 2,
            observedFor: original.day,
          })
      } else if (!replaced.has(raw) || rules.substitutes === 'also') {
        if (!found.has(day)) found.set(day, ordinary(raw.name))
      } else if (weigh(raw.name) >= 2 && !ownDates.has(day)) {
        ownDates.set(day, { ...ordinary(raw.name), weight: weigh(raw.name) - 1, ownDateOnly: true })
      }
    }
  }
  const isOurs = (entry: { calendar?: string }) =>
    entry.calendar === undefined
      ? calendar === rota.calendar
      : entry.calendar === 'all' || entry.calendar === calendar
  for (const entry of rules.remove.filter(isOurs)) {
    found.delete(toDay(entry.date))
    ownDates.delete(toDay(entry.date))
  }
  for (const { date, name } of rules.add.filter(isOurs))
    if (!found.has(toDay(date))) found.set(toDay(date), ordinary(name))
  for (const [day, holiday] of ownDates) if (!found.has(day)) found.set(day, holiday)
  return new Map([...found].filter(([day]) => inYears(day, firstYear, lastYear)))
}

/** R4: the three ways in which one entry is the substitute day of another. */
function standsForOther(later: Raw, earlier: Raw): boolean {
  if (earlier.substitute || Math.abs(later.day - earlier.day) > 7) return false
  if (later.substitute) return later.base === earlier.base
  if (later.day <= earlier.day) return false
  if (later.rule === earlier.rule && later.rule.includes(' if ')) return true
  const dates = [earlier.rule, later.rule].every((rule) => /^\d{4}-\d{2}-\d{2}$/.test(rule))
  const isSundayThenMonday = weekday(earlier.day) === 0 && later.day === earlier.day + 1
  return dates && isSundayThenMonday && earlier.name === later.name
}

function inYears(day: Day, firstYear: number, lastYear: number): boolean {
  const year = Number(toDate(day).slice(0, 4))
  return year >= firstYear && year <= lastYear
}
