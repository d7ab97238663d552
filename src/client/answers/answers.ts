import type { AnswerFacts, RotaFacts } from '../../calendar/views/answer-facts.ts'
import { longDate, shortDate } from '../../text/dates.ts'
import { element, whenForBoth } from '../dom.ts'
import { currentIncident } from '../incident/store.ts'
import { deadlineWords } from '../incident/time-left.ts'
import { dutyFrom, secondAt, span, type OnDuty } from '../on-duty.ts'
import { instantAt, knowOffsets, wallTime } from '../zoned-time.ts'
import { questionOf, type Question } from './question.ts'

type Part = Node | string

/** Direct answers to a search that asks for a fact, a line for each rota; none for any other search. */
export function answersTo(text: string, facts: AnswerFacts, now = Date.now()): HTMLElement[] {
  const lines = facts.rotas.flatMap((rota): Part[][] => {
    const { watch } = rota
    knowOffsets(watch.zone, watch.offsets, watch.end)
    const question = questionOf(text, {
      today: wallTime(now, watch.zone).date,
      people: watch.people.map(({ name }) => name),
      holidays: rota.holidays.map(([, name]) => name),
    })
    return question ? ofRota(question, rota, now, facts) : []
  })
  const general = questionOf(text, { today: '', people: [], holidays: [] })
  if (general) lines.push(...ofSite(general, facts))
  return lines.map((parts) => element('p', { className: 'answer' }, ...parts))
}

function ofRota(question: Question, rota: RotaFacts, now: number, facts: AnswerFacts): Part[][] {
  const { watch, holidays, daysOff } = rota
  const several = facts.rotas.length > 1 ? ` (${rota.name})` : ''
  const today = wallTime(now, watch.zone).date
  const [current] = dutyFrom(watch, now)
  const second = secondAt(watch, now)?.person
  switch (question.kind) {
    case 'now':
    case 'second':
    case 'contact':
      return [
        current
          ? [
              strong(`On call now${several}: `),
              link(current.person),
              ...ways(current.person.ways, current.person.name),
              ...ways(watch.ways, current.person.name),
              ` until ${whenForBoth(current.end, watch.zone)}. No answer? `,
              ...(second ? [link(second), ...ways(second.ways, second.name), ', then '] : []),
              link(watch.team),
              ...ways(watch.team.ways, watch.team.name),
            ]
          : [
              strong(
                `${watch.more ? 'It is not certain who is on call' : 'No rota'} after ${watch.ended}${several}.`,
              ),
            ],
      ]
    case 'date':
      return [onDay(rota, question.date)]
    case 'holiday':
      return holidays
        .filter(([date, name]) => name === question.name && date >= today)
        .slice(0, 2)
        .map(([date]) => onDay(rota, date))
    case 'holidays':
      return holidays
        .filter(([date]) => date >= today)
        .slice(0, 4)
        .map(([date]) => onDay(rota, date))
    case 'person':
      return [person(rota, question.place, now)]
    case 'off':
      return watch.people.flatMap(({ name, href }, place): Part[][] => {
        const next = daysOff.find(([date, of]) => of === place && date >= today)
        if (!next) return []
        return [[a(href, name), `: next day off ${dated(next[0])}, for ${next[2]}`]]
      })
    case 'change':
    case 'leave':
      return [
        [
          strong(question.kind === 'change' ? `Swap or cover${several}: ` : `Leave${several}: `),
          question.kind === 'change'
            ? a(rota.change, 'propose a change of the rota')
            : a(`${rota.change}?kind=leave`, 'enter an absence'),
        ],
      ]
    case 'subscribe':
      return [
        [
          strong(`Calendar feed${several}: `),
          a(rota.feed, new URL(rota.feed, location.href).href),
          '. Each engineer has one too: ',
          ...watch.people.flatMap(({ name, href }, place): Part[] => [
            ...(place > 0 ? [', '] : []),
            a(href, name),
          ]),
          '.',
        ],
      ]
    default:
      return []
  }
}

function ofSite({ kind }: Question, { slas, severities, links }: AnswerFacts): Part[][] {
  if (kind === 'severity')
    return [
      ...severities.map(({ name, means, class: color }): Part[] => [
        element('span', { className: `sev ${color}` }, name),
        ` ${means}`,
      ]),
      [a(links.severities, 'All severities')],
    ]
  if (kind === 'sla') {
    const incident = currentIncident()
    const left = incident?.deadlines?.length
      ? [[strong(`${incident.title}: `), deadlineWords(incident.deadlines, Date.now()), '.']]
      : []
    return [...left, ...slas.map(({ title, href, summary }) => [a(href, title), `: ${summary}`])]
  }
  if (kind === 'changed') return [[a(links.changes, 'What changed'), ', newest first.']]
  if (kind === 'contact' && links.teams !== undefined) return [[a(links.teams, 'How to reach each team')]]
  return []
}

/** Who has a duty day, and which holiday it is. */
function onDay({ watch, holidays }: RotaFacts, date: string): Part[] {
  const noon = instantAt(date, '12:00', watch.zone)
  const [duty] = dutyFrom(watch, noon)
  const names = holidays.filter(([day]) => day === date).map(([, name]) => name)
  const day = strong(`${dated(date)}${names.length > 0 ? `, ${names.join(', ')}` : ''}: `)
  if (duty) return [day, link(duty.person)]
  return [
    day,
    noon < span(watch).start
      ? 'the schedule of this page begins later.'
      : `${watch.more ? 'not certain' : 'no rota'} after ${watch.ended}.`,
  ]
}

function person({ watch, daysOff }: RotaFacts, place: number, now: number): Part[] {
  const found = watch.people[place]
  if (!found) return []
  const turns = dutyFrom(watch, now).filter((turn) => turn.person === found)
  const [first] = turns
  const off = daysOff.find(([date, of]) => of === place && date >= wallTime(now, watch.zone).date)
  return [
    a(found.href, found.name),
    ...(first
      ? [
          first.start <= now
            ? ` is on call until ${whenForBoth(first.end, watch.zone)}`
            : `: next on call from ${whenForBoth(first.start, watch.zone)}`,
        ]
      : [`: no ${watch.more ? 'shift that is certain' : 'shift'} before ${watch.ended}`]),
    ...(off ? [`; next day off ${dated(off[0])}`] : []),
    '.',
  ]
}

const dated = (date: string) => `${shortDate(date)} ${longDate(date).slice(-4)}`
const strong = (text: string) => element('strong', {}, text)
const a = (href: string, text: string) => element('a', { href }, text)
const link = ({ href, name }: { href: string; name: string }) => a(href, name)

function ways(found: OnDuty['person']['ways'], name: string): Part[] {
  return (found ?? []).flatMap(([label, href]): Part[] => [
    ' ',
    href === undefined ? label : element('a', { href, ariaLabel: `${label} ${name}` }, label),
  ])
}
