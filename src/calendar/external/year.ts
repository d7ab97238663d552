import type { CalendarYear } from '../../oncall/index.ts'
import type { Content } from '../../content/read/load.ts'
import { externalCalendar, type ExternalCalendar, type ExternalShift } from './calendar.ts'
import { EXTERNAL_YEARS, externalSource } from './standing.ts'

/** A rota that is kept elsewhere, whose calendar lies in the content and has shifts. */
export interface KeptElsewhere {
  id: string
  calendar: ExternalCalendar
  /** The calendar years in which some shift is, in its zone, in order. */
  years: number[]
}

/** In order of ids. */
export function keptElsewhere(content: Content): KeptElsewhere[] {
  return content.ids.rotas.flatMap((id) => {
    const calendar = externalCalendar(content, id)
    if (!calendar || calendar.shifts.length === 0) return []
    const years = new Set(calendar.shifts.flatMap((shift) => yearsOf(shift)))
    return [{ id, calendar, years: [...years].sort((a, b) => a - b) }]
  })
}

/** The shifts of which some part is in a calendar year, in order. */
export function shiftsOf({ shifts }: ExternalCalendar, year: number): ExternalShift[] {
  return shifts.filter((shift) => yearsOf(shift).includes(year))
}

/**
 * A year of such a rota in the form of ours. Its calendar knows shifts alone: there are no weeks, no days off and no ledger,
 * and nothing was planned here that could be proved. Where it does not name one person, there is a gap.
 */
export function externalYear(id: string, calendar: ExternalCalendar, year: number): CalendarYear {
  return {
    version: 1,
    rota: id,
    year,
    timeZone: calendar.zone,
    optimal: false,
    proved: 'none',
    weeks: [],
    shifts: externalSource(id, calendar)
      .year(EXTERNAL_YEARS[0] ?? 0)
      .shifts.filter((shift) => yearsOf(shift).includes(year)),
    daysOff: [],
    owed: [],
    ledger: [],
    roundRobin: [],
  }
}

function yearsOf({ start, end }: { start: string; end: string }): number[] {
  const first = Number(start.slice(0, 4))
  // A shift that ends as the year begins is none of it.
  const isBefore = end.slice(5, 19) === '01-01T00:00:00'
  const last = Math.max(first, Number(end.slice(0, 4)) - (isBefore ? 1 : 0))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
