import { createCalendar, type RotaCalendar, type RotaInput } from '../oncall/index.ts'
import { getCollection } from 'astro:content'
import { buildDate } from '../site/build-date.ts'

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

let calendars: Promise<ReadonlyMap<string, Calendar>> | undefined

/** Every rota's calendar, by id; computed once for a build. */
export function getCalendars(): Promise<ReadonlyMap<string, Calendar>> {
  if (import.meta.env.DEV) return load()
  calendars ??= load()
  return calendars
}

async function load(): Promise<ReadonlyMap<string, Calendar>> {
  const engineers = Object.fromEntries((await getCollection('engineers')).map((e) => [e.id, e.data]))
  const found = (await getCollection('rotas')).map((r): [string, Calendar] => {
    const input = {
      id: r.id,
      holidayTypes: ['public'],
      holidays: { add: [], remove: [] },
      overrides: [],
      published: [],
      ...r.data,
      engineers,
    } as unknown as RotaInput
    return [r.id, toCalendar(r.data.name, createCalendar(input))]
  })
  return new Map(found)
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
