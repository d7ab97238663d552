import { DateTime } from 'luxon'
import { standingAt, type ShiftSource, type Standing } from './standing.ts'

/** A page whose review is due, as the agenda names it. */
export interface DueReview {
  title: string
  url: string
  owner?: string
  /** `YYYY-MM-DD` */
  due: string
}

/** What a rota has ahead: for chat, for the command line and for assistants. Engineers are ids. */
export interface Agenda {
  rota: string
  timeZone: string
  /** The stretch of time: `until` is not included. */
  from: string
  until: string
  now: Standing
  /** Each change of who is on call, in order. */
  handoffs: { at: string; from: string | null; to: string; why?: string }[]
  /** Days off that are taken, and by whom they are covered. */
  daysOff: { date: string; engineer: string; cover: string; for: { date: string; name: string } }[]
  /** Holidays, and who works on them. */
  holidays: { date: string; name: string; engineer: string }[]
  /** Ends of months that fall into the time; only with a month-end watch. */
  monthEnds?: { from: string; to: string; engineers: string[] }[]
  /** `null` where the pages have mistakes, and nobody knows. */
  reviews: DueReview[] | null
  /** Set where the data end within the time: nobody is planned after it. */
  dataEnd?: string
}

/**
 * What a rota has ahead from an instant on.
 *
 * @param at ISO 8601 with an offset
 * @param days how many days of 24 wall-clock hours it reaches
 * @param years those that are known, in order
 * @param now who is on call at that instant, where the caller knows more of it than the shifts say
 * @param reviews all of them; those that are due by the end of the time are kept, overdue ones too
 */
export function agendaOf(
  calendar: ShiftSource,
  at: string,
  days: number,
  years: readonly number[],
  reviews: readonly DueReview[] | null = [],
  now: Standing = standingAt(calendar, at, years),
): Agenda {
  const { id, timeZone } = calendar.rota
  const start = DateTime.fromISO(at, { zone: timeZone })
  const end = start.plus({ days })
  const shifts = years.flatMap((year) => calendar.year(year).shifts)
  const isAhead = (instant: string) =>
    Date.parse(instant) > start.toMillis() && Date.parse(instant) < end.toMillis()
  const dutyDays = years
    .flatMap((year) => calendar.days(year))
    .filter((day) => Date.parse(day.end) > start.toMillis() && Date.parse(day.start) < end.toMillis())
  const monthEnds = new Map<string, { from: string; to: string; engineers: string[] }>()
  for (const day of dutyDays.filter(({ monthEnd }) => monthEnd)) {
    const known = monthEnds.get(day.date.slice(0, 7)) ?? { from: day.date, to: day.date, engineers: [] }
    known.to = day.date
    if (!known.engineers.includes(day.holder)) known.engineers.push(day.holder)
    monthEnds.set(day.date.slice(0, 7), known)
  }
  const lastDate = end.toISODate() ?? ''
  return {
    rota: id,
    timeZone,
    from: instantOf(start),
    until: instantOf(end),
    now,
    handoffs: shifts.flatMap((shift, index) => {
      const previous = shifts[index - 1]
      // The calendar of another tool can have gaps: nobody hands over then.
      const before = previous?.end === shift.start ? previous.engineer : null
      if (!isAhead(shift.start) || before === shift.engineer) return []
      const why = shift.kind === 'rotation' ? undefined : (shift.reason ?? shift.kind)
      return [{ at: shift.start, from: before, to: shift.engineer, ...(why !== undefined && { why }) }]
    }),
    daysOff: dutyDays.flatMap(({ date, planned, holder, dayOff }) =>
      dayOff ? [{ date, engineer: planned, cover: holder, for: dayOff }] : [],
    ),
    holidays: dutyDays.flatMap(({ date, holder, holidays }) =>
      holidays.map(({ name }) => ({ date, name, engineer: holder })),
    ),
    ...(calendar.rota.monthEnd === true && { monthEnds: [...monthEnds.values()] }),
    reviews: reviews && reviews.filter(({ due }) => due < lastDate).sort((a, b) => (a.due < b.due ? -1 : 1)),
    ...(Date.parse(now.data.until) < end.toMillis() && { dataEnd: now.data.until }),
  }
}

function instantOf(time: DateTime): string {
  return time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}
