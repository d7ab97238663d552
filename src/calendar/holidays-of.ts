import { dateHolidays } from '../oncall/date-holidays.ts'
import { toDate, toDay } from '../oncall/dates.ts'
import { appliesTo, holidayLookup } from '../oncall/holidays.ts'
import type { RotaInput } from '../oncall/index.ts'

/** A holiday as it counts for the engineers of one calendar. */
export interface CountedHoliday {
  /** `YYYY-MM-DD` */
  date: string
  name: string
  /** What it weighs in R5. */
  weight: number
  /** R6: whether working it earns a day off. */
  credit: boolean
  /** On a substitute day: the date that it stands for. */
  observedFor?: string
  /** Where it comes from: the calendar, or `holidays.add` of the rota. */
  source: 'calendar' | 'added'
}

/** R4: the holidays that count for the engineers of one calendar of a rota, from the first of these years to the last. */
export function holidaysOf(
  rota: Pick<RotaInput, 'holidayTypes' | 'holidays' | 'calendar'>,
  calendar: string,
  years: readonly number[],
): CountedHoliday[] {
  const [first, last] = [years.at(0), years.at(-1)]
  if (first === undefined || last === undefined) return []
  const lookup = holidayLookup(rota, calendar, dateHolidays)
  const listed = holidayLookup({ ...rota, holidays: { ...rota.holidays, add: [] } }, calendar, dateHolidays)
  const added = new Set(
    rota.holidays.add.filter((entry) => appliesTo(entry, rota, calendar)).map(({ date }) => date),
  )
  const found: CountedHoliday[] = []
  for (let day = toDay(`${String(first)}-01-01`); day <= toDay(`${String(last)}-12-31`); day++) {
    const holiday = lookup(day)
    if (!holiday) continue
    const date = toDate(day)
    found.push({
      date,
      name: holiday.name,
      weight: holiday.weight,
      credit: holiday.credit,
      ...(holiday.observedFor !== undefined && { observedFor: toDate(holiday.observedFor) }),
      source: added.has(date) && !(listed(day)?.credit ?? false) ? 'added' : 'calendar',
    })
  }
  return found
}
