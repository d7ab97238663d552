import type { Calendar } from '../calendars.ts'
import type { DutyDay, Week } from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'

/** A calendar year arranged as its page shows it: months of days, and a list of weeks. */
export interface YearView {
  months: Month[]
  weeks: WeekView[]
}

export interface Month {
  /** `2026-11` */
  id: string
  /** One row a week, seven places from the weekday on which the rota's weeks start; null outside the month. */
  rows: (DutyDay | null)[][]
}

export interface WeekView extends Week {
  /** Last duty day. */
  end: string
  days: DutyDay[]
}

export function yearView({ calendar }: Calendar, year: number): YearView {
  const days = calendar.days(year)
  const weeks = calendar.year(year).weeks.map((week, place) => ({
    ...week,
    end: addDays(week.start, 6),
    days: days.slice(place * 7, place * 7 + 7),
  }))
  return { months: monthsOf(days, String(year)), weeks }
}

/** For each place of a row: how many days the same engineer has from there on, and 0 where the day before is one of them. */
export function bandsOf(row: Month['rows'][number]): number[] {
  const isSame = (place: number) => {
    const [before, day] = [row[place - 1], row[place]]
    return before && day && before.holder === day.holder && isRegular(before) === isRegular(day)
  }
  return row.map((day, place) => {
    if (!day || isSame(place)) return 0
    let days = 1
    while (isSame(place + days)) days += 1
    return days
  })
}

const isRegular = ({ kind }: DutyDay) => kind === 'rotation'

/** Days of the first and the last week that lie in a neighbouring year are shown beside January and December. */
function monthsOf(days: readonly DutyDay[], year: string): Month[] {
  const months = new Map<string, Map<number, (DutyDay | null)[]>>()
  for (const [place, day] of days.entries()) {
    const id =
      day.date < year ? `${year}-01` : day.date > `${year}-12-31` ? `${year}-12` : day.date.slice(0, 7)
    const rows = months.get(id) ?? new Map<number, (DutyDay | null)[]>()
    const row = rows.get(day.week) ?? Array.from({ length: 7 }, () => null)
    row[place % 7] = day
    rows.set(day.week, row)
    months.set(id, rows)
  }
  return [...months].map(([id, rows]) => ({ id, rows: [...rows.values()] }))
}
