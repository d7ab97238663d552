import { toDay, yearOfDay } from './dates.ts'
import type { HolidaySource, ListedHoliday } from './holiday-source.ts'
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

function spansOf(
  source: HolidaySource,
  calendar: string,
  types: readonly string[],
): (year: number) => readonly HolidaySpan[] {
  const byYear = new Map<number, HolidaySpan[]>()
  return (year) => {
    let spans = byYear.get(year)
    if (!spans) {
      spans = source
        .listed(calendar, year)
        .filter((holiday) => types.includes(holiday.type) && holiday.time < '12:00')
        .map(toSpan)
      byYear.set(year, spans)
    }
    return spans
  }
}

function toSpan(holiday: ListedHoliday): HolidaySpan {
  return {
    first: toDay(holiday.date),
    days: holiday.days,
    name: holiday.name,
    key: ruleKey(holiday.rule),
    isSubstitute: holiday.substitute,
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
  source: HolidaySource,
): HolidayLookup {
  const spans = spansOf(source, calendar, rota.holidayTypes)
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
