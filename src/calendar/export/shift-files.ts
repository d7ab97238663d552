import ical, { ICalCalendarMethod, ICalEventTransparency, escape } from 'ical-generator'
import { csv } from './csv.ts'
import type { ExportSource } from './shifts.ts'

/** The shifts as CSV: one line each, with a line of names above. */
export function shiftsCsv({ shifts, holder }: ExportSource): string {
  return csv([
    ['start', 'end', 'engineer', 'login', 'name', 'kind', 'for', 'reason'],
    ...shifts.map((shift) => {
      const { id, login = '', name } = holder(shift.engineer)
      const reason = shift.kind === 'rotation' ? '' : (shift.reason ?? '')
      return [
        shift.start,
        shift.end,
        id,
        login,
        name,
        shift.kind,
        shift.kind === 'cover' ? shift.for : '',
        reason,
      ]
    }),
  ])
}

/** The shifts as JSON, with the names of who holds them. */
export function shiftsJson({ rota, name, timeZone, period, shifts, holder }: ExportSource) {
  return {
    version: 1,
    rota,
    name,
    timeZone,
    ...period,
    shifts: shifts.map((shift) => {
      const { name: person, login } = holder(shift.engineer)
      return { ...shift, name: person, ...(login !== undefined && { login }) }
    }),
  }
}

/**
 * The shifts as iCalendar, one event each.
 *
 * @param summary what the event of a shift is called
 * @param revision when the content last changed: the same content gives the same bytes
 */
export function shiftsCalendar(
  { rota, name, shifts, holder }: ExportSource,
  summary: (holder: { name: string; login?: string | undefined }) => string,
  revision: Date,
  site: string,
): string {
  const calendar = ical({
    prodId: { company: 'Watchbook', product: 'On-call export', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes the texts of events but not the name of the calendar.
    name: escape(name, false),
    events: shifts.map((shift) => ({
      id: `${rota}-shift-${new Date(shift.start).toISOString().slice(0, 16)}Z@${site}`,
      stamp: revision,
      start: shift.start,
      end: shift.end,
      summary: summary(holder(shift.engineer)),
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  })
  return `${calendar.toString()}\r\n`
}
