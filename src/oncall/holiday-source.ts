/**
 * Where holidays come from: they are handed to the engine, which looks nothing up itself. On a server and in tests that
 * is `date-holidays.ts`; in a browser it is a table that the page brings along.
 */

/** One holiday as its calendar lists it, before R4 decides whether and when it counts. Plain JSON. */
export interface ListedHoliday {
  /** The date in the text of the calendar, `YYYY-MM-DD`. */
  date: string
  /** The time in that text, `HH:MM`; `00:00` unless the holiday starts later that day. */
  time: string
  /** How many whole days it lasts by the wall clock; at least 1. */
  days: number
  name: string
  /** `public`, `bank`, `optional`, `school` or `observance`. */
  type: string
  /** The rule by which the calendar finds the date. */
  rule: string
  /** The calendar itself marks it as the substitute day of another. */
  substitute: boolean
}

export interface HolidaySource {
  /**
   * Every holiday of a year, in the calendar's own order.
   *
   * @throws RangeError where the source has no such calendar or year
   */
  listed(calendar: string, year: number): readonly ListedHoliday[]
  /** Why a code names no calendar, with those that are known; nothing where it names one. */
  problem(code: string): { message: string; known: string[] } | undefined
}

/** Holidays as data: calendar code, then year. */
export type HolidayTable = Readonly<Record<string, Readonly<Record<string, readonly ListedHoliday[]>>>>

/** A source that knows the calendars and years of a table, and no others. */
export function fromTable(table: HolidayTable): HolidaySource {
  return {
    listed: (calendar, year) => {
      const found = table[calendar]?.[String(year)]
      if (!found) throw new RangeError(`The table of holidays has no ${calendar} for ${String(year)}`)
      return found
    },
    problem: (code) =>
      Object.hasOwn(table, code)
        ? undefined
        : { message: `No calendar "${code}"`, known: Object.keys(table).sort() },
  }
}
