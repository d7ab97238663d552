import type { RotaCalendar } from '../oncall/index.ts'
import { rotaCalendar } from '../content/facts/rota-calendar.ts'
import { buildInstant } from '../site/build-date.ts'
import type { Content } from '../content/read/load.ts'
import { contentStore } from '../content/read/store.ts'
import { plannedRotas, toRotaInput } from '../content/facts/rota-input.ts'
import { shownYears } from './years.ts'

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

const ofContent = new WeakMap<Content, ReadonlyMap<string, Calendar>>()
/** With the name of the rota, which its calendar does not know. */
const ofPlan = new WeakMap<RotaCalendar, Calendar>()

/** Every rota's calendar, by id; planned once for each state of what it is made of. */
export function getCalendars(content: Content = contentStore().read()): ReadonlyMap<string, Calendar> {
  const known =
    ofContent.get(content) ?? new Map(plannedRotas(content).map((id) => [id, calendarOf(content, id)]))
  ofContent.set(content, known)
  return known
}

/** The calendar of a rota; `undefined` for one that is kept elsewhere. */
export function findCalendar(rota: string): Calendar | undefined {
  return getCalendars().get(rota)
}

/** The calendar of a rota that is planned here. */
export function getCalendar(rota: string): Calendar {
  const calendar = getCalendars().get(rota)
  if (!calendar) throw new Error(`There is no rota "${rota}"`)
  return calendar
}

function calendarOf(content: Content, id: string): Calendar {
  const input = toRotaInput(content, id)
  const name = content.rotas.get(id)?.data.name ?? id
  const plan = rotaCalendar(input)
  const known = ofPlan.get(plan)
  if (known?.name === name) return known
  const calendar = toCalendar(name, plan)
  ofPlan.set(plan, calendar)
  return calendar
}

function toCalendar(name: string, calendar: RotaCalendar): Calendar {
  const years = shownYears(calendar, buildInstant)
  const holders = years.flatMap((year) => calendar.year(year).shifts.map(({ engineer }) => engineer))
  const engineers = [...new Set([...calendar.rota.rotation, ...holders.sort()])]
  return { id: calendar.rota.id, name, calendar, years, engineers }
}
