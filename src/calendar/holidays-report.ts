import { dateHolidays } from '../oncall/date-holidays.ts'
import { appliesTo } from '../oncall/holidays.ts'
import type { RotaInput } from '../oncall/index.ts'
import { addDays, longDate } from '../text/dates.ts'
import { list } from '../text/wording.ts'
import { calendarName } from './calendar-name.ts'
import { holidaysOf, type CountedHoliday } from './holidays-of.ts'
import { knownGap } from './known-gaps.ts'

/** A holiday of a calendar that does not count in the rota, and why. */
export interface LeftOut {
  date: string
  name: string
  why: string
}

/** The holidays of one calendar of a rota in one year, for people to compare with their own list. */
export interface CalendarReport {
  /** `US-CA` */
  calendar: string
  /** `Public holidays of California (United States)` */
  title: string
  /** Ids of those whose holidays they are. */
  engineers: string[]
  holidays: CountedHoliday[]
  leftOut: LeftOut[]
  /** How many days earn a day off when they are worked. */
  days: number
  /** Where the list is known to be thin or to change late, a sentence about it. */
  gap?: string
}

/**
 * R4, by calendar: what counts in a year, and what is left out for which reason.
 *
 * @param engineers those of the rota's calendar, in its order
 */
export function holidaysReport(
  rota: RotaInput,
  engineers: readonly string[],
  year: number,
): CalendarReport[] {
  const codeOf = (engineer: string) => rota.engineers[engineer]?.calendar ?? rota.calendar
  const codes = [...new Set([...engineers.map(codeOf), rota.calendar])]
  return codes.map((calendar) => {
    const holidays = holidaysOf(rota, calendar, [year])
    const days = holidays.filter(({ credit }) => credit).length
    const gap = gapText(rota, calendar, year, days)
    return {
      calendar,
      title: calendarName(calendar, rota.holidayTypes),
      engineers: engineers.filter((engineer) => codeOf(engineer) === calendar),
      holidays,
      leftOut: leftOut(rota, calendar, year, holidays),
      days,
      ...(gap !== undefined && { gap }),
    }
  })
}

function gapText(rota: RotaInput, calendar: string, year: number, days: number): string | undefined {
  const gap = knownGap(calendar)
  if (!gap || !rota.holidayTypes.includes('public')) return undefined
  const known = `${String(days)} days count in ${String(year)}, and ${gap.by} lists about ${String(gap.official)}`
  return days < gap.official
    ? `This list is known to be incomplete: ${known}. Add the missing ones under \`holidays.add\` in rotas/${rota.id}.yaml${calendar === rota.calendar ? '' : `, each with \`calendar: ${calendar}\``}.`
    : `This country declares some holidays late or moves them: ${known}. Compare the dates with the official list.`
}

/** Everything that the calendar lists for the year, or that the team adds, and that does not count on its date. */
function leftOut(
  rota: RotaInput,
  calendar: string,
  year: number,
  counted: readonly CountedHoliday[],
): LeftOut[] {
  const on = new Map(counted.map((holiday) => [holiday.date, holiday]))
  const mine = <Entry extends { calendar?: string | undefined }>(entry: Entry) =>
    appliesTo(entry, rota, calendar)
  const removed = new Set(rota.holidays.remove.filter(mine).map(({ date }) => date))
  const substituteOf = new Map(
    counted.flatMap((each) => (each.observedFor ? [[each.observedFor, each]] : [])),
  )
  const listed = [year - 1, year].flatMap((each) => dateHolidays.listed(calendar, each))
  const found = listed.flatMap((holiday): LeftOut[] =>
    Array.from({ length: holiday.days }, (_, offset) => addDays(holiday.date, offset)).flatMap((date) => {
      const here = on.get(date)
      const substitute = substituteOf.get(holiday.date)
      const isOfType = rota.holidayTypes.includes(holiday.type)
      if (!date.startsWith(String(year))) return []
      if (here?.name === holiday.name || (here?.observedFor !== undefined && holiday.substitute)) return []
      const why = !isOfType
        ? `It is of the type “${holiday.type}”; this rota counts ${list(rota.holidayTypes)}.`
        : holiday.time >= '12:00'
          ? `It begins at ${holiday.time}; a holiday counts if it begins before noon.`
          : removed.has(date)
            ? 'The team removed it.'
            : substitute
              ? `It counts on ${longDate(substitute.date)} instead.`
              : here
                ? `The day counts once, as ${here.name}.`
                : 'Its substitute day counts instead, which lies in another year or was removed.'
      return [{ date, name: holiday.name, why }]
    }),
  )
  const added = rota.holidays.add
    .filter((entry) => mine(entry) && entry.date.startsWith(String(year)))
    .flatMap(({ date, name }) =>
      on.get(date)?.name === name
        ? []
        : [
            {
              date,
              name,
              why: `Added, but the day counts once, as ${on.get(date)?.name ?? 'another holiday'}.`,
            },
          ],
    )
  const all = new Map([...found, ...added].map((each) => [`${each.date} ${each.name}`, each]))
  return [...all.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
