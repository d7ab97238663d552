import { zoneName } from '../../text/dates.ts'
import { list, momentFrom, shortDay } from '../../text/wording.ts'
import type { Agenda } from '../agenda.ts'
import type { Message, Span } from './message.ts'
import type { ChatPlace } from './place.ts'
import { whoLines } from './who.ts'

/** Reviews in one message: a list that nobody reads to its end helps nobody. */
const MAX_REVIEWS = 10

/**
 * What a rota has ahead, for a chat: who is on call, handoffs, days off, holidays, month-end and reviews due.
 *
 * @param teamName what a team is called, by id
 */
export function agendaMessage(agenda: Agenda, place: ChatPlace, teamName: (id: string) => string): Message {
  const { timeZone, handoffs, daysOff, holidays, monthEnds = [], reviews, dataEnd } = agenda
  const person = (id: string): Span => ({ text: place.person(id), href: place.personUrl?.(id) })
  const when = (instant: string) => momentFrom(agenda.from, instant, timeZone)
  const until = `${when(agenda.until)} ${zoneName(timeZone)}`
  const section = (heading: string, lines: Span[][]) => (lines.length === 0 ? [] : [{ heading, lines }])
  const hidden = (reviews?.length ?? 0) - MAX_REVIEWS
  return {
    title: [{ text: `On call: ${place.name}`, href: place.rotaUrl }],
    sections: [
      { lines: whoLines(agenda.now, place) },
      ...section(
        `Handoffs until ${until}`,
        handoffs.map(({ at, from, to, why }) => [
          `${when(at)}: `,
          ...(from === null ? [person(to), ' begins'] : [person(from), ' hands over to ', person(to)]),
          why === undefined ? '' : ` (${why})`,
        ]),
      ),
      ...section(
        'Days off',
        daysOff.map((off) => [
          `${shortDay(off.date)}: `,
          person(off.engineer),
          ` for ${off.for.name}, covered by `,
          person(off.cover),
        ]),
      ),
      ...section(
        'Holidays',
        holidays.map(({ date, name, engineer }) => [
          `${shortDay(date)}: ${name}, worked by `,
          person(engineer),
        ]),
      ),
      ...section(
        'Month-end',
        monthEnds.map(({ from, to, engineers }) => [
          `${from === to ? shortDay(from) : `${shortDay(from)} to ${shortDay(to)}`}: ${list(engineers.map(place.person))}`,
        ]),
      ),
      ...section('Reviews due', [
        ...(reviews === null
          ? [['Nobody knows: the pages have mistakes, and npm run check names them.']]
          : []),
        ...(reviews ?? [])
          .slice(0, MAX_REVIEWS)
          .map(({ title, url, due, owner }): Span[] => [
            `${shortDay(due)}: `,
            { text: title, href: /^https?:/.test(url) ? url : undefined },
            owner === undefined ? '' : `, ${teamName(owner)}`,
          ]),
        ...(hidden > 0 ? [[`${String(hidden)} more`]] : []),
      ]),
      ...(dataEnd === undefined
        ? []
        : [{ lines: [[`Nobody is planned after ${when(dataEnd)} ${zoneName(timeZone)}.`]] }]),
    ],
  }
}
