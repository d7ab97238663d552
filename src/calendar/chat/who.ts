import { contactLinks } from '../../text/contact.ts'
import { zoneName } from '../../text/dates.ts'
import { momentFrom } from '../../text/wording.ts'
import { whyText } from '../describe-day.ts'
import type { Standing } from '../standing.ts'
import { quietText, type Message, type Span } from './message.ts'
import type { ChatPlace } from './place.ts'

/** Who is on call, until when, who is second and who is next, for a chat. */
export function whoMessage(standing: Standing, place: ChatPlace): Message {
  const lines = whoLines(standing, place)
  return {
    title: [{ text: `On call: ${place.name}`, href: place.rotaUrl }],
    sections: [{ lines }],
  }
}

/** The lines of it. */
export function whoLines(standing: Standing, place: ChatPlace): Span[][] {
  const { at, shift, until, next, second, timeZone, data } = standing
  const when = (instant: string) => `${momentFrom(at, instant, timeZone)} ${zoneName(timeZone)}`
  const person = (id: string): Span => ({ text: place.person(id), href: place.personUrl?.(id), strong: true })
  if (!shift) return [[nobodyText(standing, when)]]
  const ways = contactLinks(place.contact)
  return [
    [
      person(shift.engineer),
      ` is on call${whyText(shift, place.person)}, until ${when(until ?? data.until)}.`,
    ],
    ...(second === undefined
      ? []
      : [second ? [person(second.engineer), ' is second.'] : ['Nobody is second at this time.']]),
    next
      ? [person(next.engineer), ` is next${whyText(next, place.person)}.`]
      : [
          isLast(standing)
            ? `Nobody is planned after ${when(data.until)}.`
            : `Who is next after ${when(until ?? '')} is not certain.`,
        ],
    ...(ways.length === 0
      ? []
      : [
          [
            'Reach them: ',
            ...ways.flatMap(({ label, shown, href }, index): Span[] => [
              index === 0 ? '' : ', ',
              { text: `${label} ${shown}`, href },
            ]),
            '.',
          ],
        ]),
  ]
}

/** Whether nothing is known after this shift; behind an overlap of another tool's calendar there is more. */
const isLast = ({ until, data }: Standing): boolean => Date.parse(until ?? '') === Date.parse(data.until)

/** Chat topics end at 250 characters. */
const MAX_TOPIC = 250

/** One line for the topic of a channel, at most 250 characters long: what matters most comes first. */
export function whoTopic(standing: Standing, place: ChatPlace): string {
  const { at, shift, until, next, second, timeZone, data } = standing
  const when = (instant: string) => `${momentFrom(at, instant, timeZone)} ${zoneName(timeZone)}`
  const person = (id: string) => quietText(place.person(id))
  const parts = shift
    ? [
        `On call: ${person(shift.engineer)} until ${when(until ?? data.until)}`,
        ...(second ? [`second: ${person(second.engineer)}`] : []),
        ...(next ? [`next: ${person(next.engineer)}`] : []),
        ...(place.rotaUrl === undefined ? [] : [place.rotaUrl]),
      ]
    : [nobodyText(standing, when), ...(place.rotaUrl === undefined ? [] : [place.rotaUrl])]
  const [first = '', ...others] = parts.map((part) => part.replaceAll(/\s+/g, ' '))
  // What does not fit as a whole is left out: half an address leads nowhere.
  return others.reduce(
    (line, part) => (line.length + part.length + 3 <= MAX_TOPIC ? `${line} · ${part}` : line),
    first.length <= MAX_TOPIC ? first : `${first.slice(0, MAX_TOPIC - 1).replace(/[\uD800-\uDBFF]$/, '')}…`,
  )
}

function nobodyText({ at, data, unclear }: Standing, when: (instant: string) => string): string {
  if (unclear !== undefined) return unclear
  if (data.from === '') return 'Nobody is on call: the rota has no shifts.'
  return Date.parse(at) < Date.parse(data.from)
    ? `Nobody is on call: the rota starts on ${when(data.from)}.`
    : `Nobody is on call: no rota after ${when(data.until)}.`
}
