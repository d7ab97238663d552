import { z } from 'zod'
import type { Calendar } from '../calendar/calendars.ts'
import { externalCalendar } from '../calendar/external/calendar.ts'
import { certainShifts, holderOf } from '../calendar/external/standing.ts'
import { shiftSchema, shiftSpan } from '../calendar/contract.ts'
import type { Facts } from '../content/facts/entries.ts'
import { isPlanned } from '../content/model/collections.ts'
import { isCalendarFile } from '../content/model/rota.ts'
import type { Links } from '../site/links.ts'
import { addDays } from '../text/dates.ts'
import { address, date, instant, type Contract } from './contract.ts'

const contact = z
  .strictObject({
    phone: z.string().optional(),
    chat: z.string().optional().describe('The name of a channel, or its address.'),
    email: z.string().optional(),
    page: z.string().optional().describe('The address that pages.'),
  })
  .describe('How to reach them; what is not known is absent.')

const person = z.strictObject({
  name: z.string().describe('Name as people say it.'),
  url: address.describe('The page of their shifts.'),
  login: z
    .string()
    .optional()
    .describe('Their name in the pager; only where the site shows contacts of persons.'),
  contact: contact.optional().describe('Only where the site shows contacts of persons.'),
})

const rota = z.strictObject({
  rota: z.string().describe('Its id.'),
  name: z.string().describe('Its name.'),
  url: address.describe('The page of its current year; of a rota that is kept elsewhere, its page there.'),
  team: z.strictObject({ id: z.string(), name: z.string(), contact: contact.optional() }),
  contact: contact.optional().describe('How to reach whoever is on call, whoever that is.'),
  timeZone: z
    .string()
    .optional()
    .describe('The IANA zone of its handoffs; absent where its shifts are not here.'),
  external: z
    .literal(true)
    .optional()
    .describe(
      'The rota is kept elsewhere. Its shifts are here where its calendar lies in the content: through the first time at which it does not name one person.',
    ),
  ics: address.optional().describe('Its calendar feed.'),
  data: z
    .strictObject({
      from: instant.describe('Where the shifts begin.'),
      until: instant.describe(
        'Where they end: nobody is planned after it, and the last person is no answer.',
      ),
    })
    .nullable()
    .describe('The stretch of time that the shifts cover without a gap; `null` where there are none.'),
  shifts: z
    .array(shiftSchema)
    .describe(
      'Contiguous and in order of time: a binary search for the last `start` at or before an instant finds who is on call.',
    ),
  seconds: z
    .array(z.strictObject(shiftSpan))
    .optional()
    .describe(
      'Who is called when the first does not answer; with gaps where nobody is. Absent where the rota has none.',
    ),
  engineers: z
    .record(z.string(), person)
    .describe(
      'Everyone whom the shifts name, by id; by name where the calendar of another tool names somebody who has no id here.',
    ),
})

const schema = z.strictObject({
  version: z.literal(1).describe('Of this form. It grows when a field changes its meaning or goes.'),
  asOf: date.describe('The day of the build. The shifts begin a week before it.'),
  defaultRota: z.string().optional().describe('The rota that is meant where none is named.'),
  rotas: z.array(rota).describe('In order of id.'),
})

export type OncallDocument = z.infer<typeof schema>
type RotaDocument = z.infer<typeof rota>

export const oncallContract: Contract = {
  name: 'oncall',
  path: 'api/oncall.json',
  summary:
    'Who is on call and who is second, for every rota, from a week before the build to the end of the plan.',
  schema,
}

/** Days before the build that the shifts reach back: a reader's clock may be behind, and a program may ask for last night. */
const DAYS_BACK = 7

interface Place {
  links: Pick<Links, 'oncall' | 'year' | 'engineer' | 'rotaFeed' | 'file'>
  /** Makes an address of a path from the root of the host. */
  absolute: (path: string) => string
  /** The day of the build, `YYYY-MM-DD`. */
  today: string
}

/** The shifts of every rota, for bots and pagers. */
export function oncallDocument(
  facts: Facts,
  calendars: ReadonlyMap<string, Calendar>,
  place: Place,
): OncallDocument {
  const { defaultRota = facts.rotas.all.length === 1 ? facts.rotas.all[0]?.id : undefined } =
    facts.content.site?.data ?? {}
  return {
    version: 1,
    asOf: place.today,
    ...(defaultRota !== undefined && { defaultRota }),
    rotas: facts.rotas.all.map(({ id, data }): RotaDocument => {
      const team = facts.teams.find(data.team)
      const head = {
        rota: id,
        name: data.name,
        team: {
          id: data.team,
          name: team?.data.name ?? data.team,
          ...(team?.data.contact && { contact: team.data.contact }),
        },
        ...(data.contact && { contact: data.contact }),
      }
      const calendar = calendars.get(id)
      if (calendar && isPlanned(data)) return { ...head, ...scheduleOf(facts, calendar, place) }
      return {
        ...head,
        url: data.external ?? '',
        external: true,
        ...(data.ics !== undefined && {
          ics: isCalendarFile(data.ics) ? place.absolute(place.links.file(data.ics)) : data.ics,
        }),
        ...externalSchedule(facts, id, place),
      }
    }),
  }
}

/** What the committed calendar of a rota that is kept elsewhere says for certain; nothing where there is none. */
function externalSchedule(facts: Facts, id: string, { today, links, absolute }: Place) {
  const calendar = externalCalendar(facts.content, id)
  const from = Date.parse(`${addDays(today, -DAYS_BACK)}T00:00Z`)
  const isShown = facts.content.site?.data.personalContacts === 'show'
  const certain =
    calendar && !calendar.isUncertain ? calendar.shifts.filter(({ end }) => Date.parse(end) > from) : []
  const shifts = calendar ? certainShifts(certain, Date.parse(`${today}T00:00Z`)) : []
  const [first, last] = [shifts.at(0), shifts.at(-1)]
  if (!calendar || !first || !last) return { data: null, shifts: [], engineers: {} }
  const named = new Map(calendar.shifts.map((shift) => [holderOf(shift), shift.name]))
  return {
    timeZone: calendar.zone,
    data: { from: first.start, until: last.end },
    shifts,
    engineers: Object.fromEntries(
      [...new Set(shifts.map(({ engineer }) => engineer))].sort().map((who) => {
        const { login, contact: own } = facts.engineers.find(who)?.data ?? {}
        return [
          who,
          {
            name: named.get(who) ?? who,
            url: absolute(`${links.oncall}#rota-${id}`),
            ...(isShown && login !== undefined && { login }),
            ...(isShown && own && { contact: own }),
          },
        ]
      }),
    ),
  }
}

function scheduleOf(facts: Facts, calendar: Calendar, { links, absolute, today }: Place) {
  const from = Date.parse(`${addDays(today, -DAYS_BACK)}T00:00Z`)
  const years = calendar.years.map((year) => calendar.calendar.year(year))
  const isLater = ({ end }: { end: string }) => Date.parse(end) > from
  const shifts = years.flatMap((year) => year.shifts).filter(isLater)
  const seconds = years.every((year) => year.seconds === undefined)
    ? undefined
    : years.flatMap((year) => year.seconds ?? []).filter(isLater)
  const [first, last] = [shifts.at(0), shifts.at(-1)]
  const named = new Set([
    ...shifts.flatMap((shift) => (shift.kind === 'cover' ? [shift.engineer, shift.for] : [shift.engineer])),
    ...(seconds ?? []).map(({ engineer }) => engineer),
  ])
  const isShown = facts.content.site?.data.personalContacts === 'show'
  const year = calendar.calendar.yearOf(
    today < calendar.calendar.rota.start ? calendar.calendar.rota.start : today,
  )
  return {
    url: absolute(links.year(calendar.id, year)),
    timeZone: calendar.calendar.rota.timeZone,
    ics: absolute(links.rotaFeed(calendar.id)),
    data: first && last ? { from: first.start, until: last.end } : null,
    shifts,
    ...(seconds && { seconds }),
    engineers: Object.fromEntries(
      [...named].sort().map((id) => {
        const { name = id, login, contact: own } = facts.engineers.find(id)?.data ?? {}
        return [
          id,
          {
            name,
            url: absolute(links.engineer(calendar.id, id)),
            ...(isShown && login !== undefined && { login }),
            ...(isShown && own && { contact: own }),
          },
        ]
      }),
    ),
  }
}
