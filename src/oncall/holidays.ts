import { toDay, weekday, yearOfDay } from './dates.ts'
import type { HolidaySource, ListedHoliday } from './holiday-source.ts'
import type { HolidayRules, RotaInput } from './types.ts'

/** R4: a holiday as it counts on one date. */
export interface Holiday {
  name: string
  /** What it weighs in R5: less on the own date and on the substitute day of a great holiday. */
  weight: number
  /** What `weights` gives for its name: that it is great, and how long it is remembered, follows from that. */
  nameWeight: number
  /** False on the own date of a great holiday that has a substitute day: it weighs in R5, and there alone. */
  credit: boolean
  /** Whether R5.3 and R5.6 look at this date: not at the substitute day of a great holiday. */
  remembered: boolean
  /** On a substitute day: the day number of the day that it stands for. */
  observedFor?: number
}

export const GREAT = 2
/** R5.3: a holiday of this weight is remembered for as many years as there are members. */
export const REMEMBERED_FOR_YEARS = 3

export function isGreat(holiday: Holiday): boolean {
  return holiday.remembered && holiday.nameWeight >= GREAT
}

/** The holidays of one calendar (R4): day number → holiday, own dates of great holidays included. */
export type HolidayLookup = (day: number) => Holiday | undefined

function weightOf(rules: HolidayRules, name: string): number {
  const weights = rules.weights
  return weights && Object.hasOwn(weights, name) ? (weights[name] ?? 1) : 1
}

/** A holiday that counts as it is, without a substitute day. */
export function plainHoliday(rules: HolidayRules, name: string): Holiday {
  const weight = weightOf(rules, name)
  return { name, weight, nameWeight: weight, credit: true, remembered: true }
}

/** A holiday that the calendar lists, on the day numbers `first` to `first + days − 1`. */
interface Span {
  first: number
  days: number
  name: string
  rule: string
  isMarked: boolean
}

function spansOf(source: HolidaySource, calendar: string, types: readonly string[], year: number): Span[] {
  return source
    .listed(calendar, year)
    .filter((holiday) => types.includes(holiday.type) && holiday.time < '12:00')
    .map(toSpan)
}

function toSpan(holiday: ListedHoliday): Span {
  const { days, name, rule, substitute } = holiday
  return { first: toDay(holiday.date), days, name, rule, isMarked: substitute }
}

/** What a holiday's rule and its substitute's have in common. */
function ruleKey(rule: string): string {
  return rule.replace(/^substitutes /, '').replace(/(?: and)? if .*$/, '')
}

const SUBSTITUTE_WITHIN_DAYS = 7

/** R4: whether `substitute` is the substitute day of `holiday`, marked by the calendar or recognized. */
function isPair(holiday: Span, substitute: Span): boolean {
  const apart = substitute.first - holiday.first
  if (holiday.isMarked || Math.abs(apart) > SUBSTITUTE_WITHIN_DAYS) return false
  if (substitute.isMarked) return ruleKey(holiday.rule) === ruleKey(substitute.rule)
  if (apart <= 0) return false
  if (holiday.rule === substitute.rule && holiday.rule.includes(' if ')) return true
  return (
    apart === 1 &&
    weekday(holiday.first) === 7 &&
    holiday.name === substitute.name &&
    isWholeDate(holiday.rule) &&
    isWholeDate(substitute.rule)
  )
}

function isWholeDate(rule: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(rule)
}

/** R4: the holidays that count for engineers of one calendar in one rota, its `add` and `remove` applied. */
export function holidayLookup(
  rota: Pick<RotaInput, 'holidayTypes' | 'holidays' | 'calendar'>,
  calendar: string,
  source: HolidaySource,
): HolidayLookup {
  const years = new Map<number, ReadonlyMap<number, Holiday>>()
  return (day) => {
    const year = yearOfDay(day)
    let found = years.get(year)
    if (!found) years.set(year, (found = holidaysOfYear(rota, calendar, source, year)))
    return found.get(day)
  }
}

/** Whether an entry of `add` or `remove` is about the calendar. */
export function appliesTo(
  entry: { calendar?: string | undefined },
  rota: Pick<RotaInput, 'calendar'>,
  calendar: string,
): boolean {
  return entry.calendar === 'all' || (entry.calendar ?? rota.calendar) === calendar
}

function holidaysOfYear(
  rota: Pick<RotaInput, 'holidayTypes' | 'holidays' | 'calendar'>,
  calendar: string,
  source: HolidaySource,
  year: number,
): Map<number, Holiday> {
  const rules = rota.holidays
  const { counted, own } = listedHolidays(rules, [
    // A substitute day can fall in another year than its holiday.
    ...spansOf(source, calendar, rota.holidayTypes, year - 1),
    ...spansOf(source, calendar, rota.holidayTypes, year),
    ...spansOf(source, calendar, rota.holidayTypes, year + 1),
  ])
  for (const entry of rules.remove) {
    if (!appliesTo(entry, rota, calendar)) continue
    counted.delete(toDay(entry.date))
    own.delete(toDay(entry.date))
  }
  for (const entry of rules.add) {
    if (!appliesTo(entry, rota, calendar) || counted.has(toDay(entry.date))) continue
    counted.set(toDay(entry.date), plainHoliday(rules, entry.name))
  }
  // An own date that is a holiday by itself counts as that alone.
  for (const [day, holiday] of own) if (!counted.has(day)) counted.set(day, holiday)
  return counted
}

/** The holidays of a calendar in its order, the first name first, with the own dates of those that have a substitute day. */
function listedHolidays(
  rules: HolidayRules,
  spans: readonly Span[],
): { counted: Map<number, Holiday>; own: Map<number, Holiday> } {
  const counted = new Map<number, Holiday>()
  const own = new Map<number, Holiday>()
  const also = rules.substitutes === 'also'
  const addTo = (days: Map<number, Holiday>, span: Span, holiday: Holiday) => {
    for (let day = span.first; day < span.first + span.days; day++) {
      if (!days.has(day)) days.set(day, holiday)
    }
  }
  for (const span of spans) {
    const original = spans.find((holiday) => isPair(holiday, span))
    if (original) {
      const nameWeight = weightOf(rules, original.name)
      addTo(counted, span, {
        name: original.name,
        weight: 1,
        nameWeight,
        credit: true,
        remembered: nameWeight < GREAT,
        observedFor: original.first,
      })
    } else if (also || !spans.some((substitute) => isPair(span, substitute))) {
      addTo(counted, span, plainHoliday(rules, span.name))
    } else if (weightOf(rules, span.name) >= GREAT) {
      const nameWeight = weightOf(rules, span.name)
      addTo(own, span, {
        name: span.name,
        weight: nameWeight - 1,
        nameWeight,
        credit: false,
        remembered: true,
      })
    }
  }
  return { counted, own }
}
