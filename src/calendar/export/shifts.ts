import type { RotaCalendar, Shift } from '../../oncall/index.ts'

/** A stretch of time, as instants with an offset; `until` is not included. */
export interface Period {
  from: string
  until: string
}

/** Who holds a shift, for the tools that page. */
export interface Holder {
  id: string
  name: string
  /** Their name in the pager. */
  login?: string | undefined
}

/** What is exported of a rota. */
export interface ExportSource {
  rota: string
  name: string
  timeZone: string
  period: Period
  /** In order, cut at the borders of the period. */
  shifts: Shift[]
  holder: (id: string) => Holder
}

/**
 * The shifts of a period, in order and cut at its borders.
 *
 * @returns `undefined` where the plan does not cover all of it: half a period would look like a whole one
 */
export function shiftsIn(
  calendar: RotaCalendar,
  years: readonly number[],
  period: Period,
): Shift[] | undefined {
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)]
  const shifts = years
    .flatMap((year) => calendar.year(year).shifts)
    .filter(({ start, end }) => Date.parse(end) > from && Date.parse(start) < until)
  const [first, last] = [shifts.at(0), shifts.at(-1)]
  if (!first || !last || Date.parse(first.start) > from || Date.parse(last.end) < until) return undefined
  return shifts.map((shift) => ({
    ...shift,
    start: Date.parse(shift.start) < from ? period.from : shift.start,
    end: Date.parse(shift.end) > until ? period.until : shift.end,
  }))
}
