import { shortDate } from '../../text/dates.ts'
import { announce } from '../announce.ts'
import { element } from '../dom.ts'
import { readerTime } from '../zoned-time.ts'
import { currentIncident, endIncident, isOld, openBeside, type Incident } from './store.ts'
import { resume } from './resume.ts'
import { showDeadlines } from './sla.ts'
import { takeFromAddress } from './take-over.ts'
import { deadlineWords } from './time-left.ts'

/** The line on every page that says which incident is open on this device, how far it is, and how long is left. */
const bar = document.getElementById('incident')
let endedId: string | undefined
/** What was announced last. */
let said: string | undefined

function render(): void {
  const incident = currentIncident()
  const now = Date.now()
  if (incident)
    document.documentElement.dataset['incident'] =
      incident.started !== undefined && incident.path === location.pathname ? 'started' : 'open'
  nameStarts(incident)
  showDeadlines(incident)
  if (!bar) return
  sayWhatIsNew(incident, now)
  if (incident) {
    endedId = undefined
    show(...(isOld(incident, now) ? oldLine(incident) : line(incident, now)), ...beside(now))
  } else if (endedId !== undefined) {
    const id = endedId
    const undo = button('Undo', () => {
      resume(id)
    })
    show(element('p', {}, 'The incident has ended. Its ticks stay on this device. '), undo, ...beside(now))
  } else show(...beside(now))
}

/** What is open beside the incident at hand, with its ticks, values and notes: each tab shows one at a time, the same one. */
function beside(now: number): Node[] {
  return openBeside(now).flatMap((other) => [
    element(
      'p',
      { className: 'incident-line' },
      element('strong', {}, `Also open since ${since(other, now)}`),
      element('span', {}, other.title),
    ),
    button('Continue', () => {
      resume(other.id)
    }),
    button('End', () => {
      endIncident(other.id)
    }),
  ])
}

/** Where an incident of another page has started, the buttons in the head of this one start another. */
function nameStarts(incident: Incident | undefined): void {
  const isAnother = incident?.started !== undefined && incident.path !== location.pathname
  for (const start of document.querySelectorAll('incident-start [data-start]')) {
    const isNow = start.getAttribute('data-start') === 'now'
    const label = isNow ? 'The incident starts now' : 'It started earlier'
    const another = isNow ? 'Another incident starts now' : 'Another one started earlier'
    start.textContent = isAnother ? another : label
  }
}

/** Who cannot see the bar hears that an incident has started, and that it has ended; one that was open before is no news. */
function sayWhatIsNew(incident: Incident | undefined, now: number): void {
  const ended = endedId === undefined ? '' : 'The incident has ended.'
  const news = incident ? `${titleOf(incident)} since ${since(incident, now)}.` : ended
  const isOfBefore = said === undefined && incident !== undefined && incident.opened < now - 10_000
  if (news !== said && news !== '' && !isOfBefore) announce(news)
  said = news
}

const titleOf = ({ started }: Incident) => (started === undefined ? 'Steps ticked' : 'Incident')

/** What the bar shows from now on. Who was in it by keyboard stays: on the link, or on the same button, else on the first. */
function show(...nodes: Node[]): void {
  const { activeElement } = document
  const focused = bar?.contains(activeElement) ? activeElement : null
  bar?.replaceChildren(...nodes)
  if (!focused) return
  const [first, ...others] = [...(bar?.querySelectorAll<HTMLElement>(focused.tagName) ?? [])]
  const same = others.find(({ textContent }) => textContent === focused.textContent)
  ;(same ?? first)?.focus()
}

function line(incident: Incident, now: number): Node[] {
  const pages = Object.values(incident.pages)
  const done = pages.reduce((sum, page) => sum + Object.values(page.done).filter(Boolean).length, 0)
  const total = pages.reduce((sum, page) => sum + page.total, 0)
  const parts = [
    ...(total > 0 ? [`${String(done)} of ${String(total)} steps done`] : []),
    ...(incident.deadlines ? [deadlineWords(incident.deadlines, now)] : []),
  ]
  return [
    element(
      'a',
      { className: 'incident-line', href: incident.at ?? incident.path, title: incident.title },
      element('strong', {}, `${titleOf(incident)} since ${since(incident, now)}`),
      ...(parts.length > 0 ? [element('span', {}, parts.join(' · '))] : []),
    ),
    button('Hand over', () => {
      void import('./hand-over.ts').then(({ openHandOver }) => {
        openHandOver(incident.id)
      })
    }),
    button('End', () => {
      endedId = incident.id
      endIncident(incident.id)
    }),
  ]
}

function oldLine(incident: Incident): Node[] {
  const { date, time } = readerTime(incident.started ?? incident.opened)
  return [
    element(
      'p',
      { className: 'incident-line' },
      element('strong', {}, `The incident of ${shortDate(date)} ${time} is still open.`),
      element('span', {}, incident.title),
    ),
    button('Continue', () => {
      resume(incident.id)
    }),
    button('End', () => {
      endIncident(incident.id)
    }),
  ]
}

/** The reader's time; with its date where that is another day. */
function since({ started, opened }: Incident, now: number): string {
  const { date, time } = readerTime(started ?? opened)
  return date === readerTime(now).date ? time : `${shortDate(date)} ${time}`
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label)
  made.addEventListener('click', act)
  return made
}

document.addEventListener('incident', render)
setInterval(render, 30_000)
void takeFromAddress().finally(render)
