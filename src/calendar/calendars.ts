import { dateHolidays } from '../oncall/date-holidays.ts'
import { createCalendar, type RotaCalendar } from '../oncall/index.ts'
import { buildDate } from '../site/build-date.ts'
import { loadedContent } from '../content/read/loaded.ts'
import { toRotaInput } from '../content/facts/rota-input.ts'

/** One rota's calendar and the years that the site shows of it. */
export interface Calendar {
  id: string
  name: string
  calendar: RotaCalendar
  /** From the year of the rota's first week to the year after the build. */
  years: number[]
  /** Everyone who appears in those years: the rotation in its order, then others whom an override puts on duty. */
  engineers: string[]
}

let calendars: ReadonlyMap<string, Calendar> | undefined

/** Every rota's calendar, by id; computed once for a build. */
export function getCalendars(): ReadonlyMap<string, Calendar> {
  if (import.meta.env.DEV) return loadCalendars()
  calendars ??= loadCalendars()
  return calendars
}

/** The calendar of a rota that the content names. */
export function getCalendar(rota: string): Calendar {
  const calendar = getCalendars().get(rota)
  if (!calendar) throw new Error(`There is no rota "${rota}"`)
  return calendar
}

function loadCalendars(): ReadonlyMap<string, Calendar> {
  const content = loadedContent()
  return new Map(
    [...content.rotas].map(([id, rota]) => [
      id,
      toCalendar(rota.data.name, createCalendar(toRotaInput(content, id), dateHolidays)),
    ]),
  )
}

function toCalendar(name: string, calendar: RotaCalendar): Calendar {
  const last = Math.max(Number(buildDate.slice(0, 4)) + 1, calendar.firstYear)
  const years = Array.from(
    { length: last - calendar.firstYear + 1 },
    (_, place) => calendar.firstYear + place,
  )
  const holders = years.flatMap((year) => calendar.year(year).shifts.map(({ engineer }) => engineer))
  const engineers = [...new Set([...calendar.rota.rotation, ...holders.sort()])]
  return { id: calendar.rota.id, name, calendar, years, engineers }
}
