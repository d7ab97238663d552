import { shortDate } from '../../text/dates.ts'
import { element } from '../dom.ts'
import { readerTime } from '../zoned-time.ts'
import { currentIncident, endIncident, isOld, type Incident } from './store.ts'
import { resume } from './resume.ts'
import { showDeadlines } from './sla.ts'
import { takeFromAddress } from './take-over.ts'
import { deadlineWords } from './time-left.ts'

/** The line on every page that says which incident is open on this device, how far it is, and how long is left. */
const bar = document.getElementById('incident')
let endedId: string | undefined

function render(): void {
  const incident = currentIncident()
  const now = Date.now()
  if (incident)
    document.documentElement.dataset['incident'] = incident.started === undefined ? 'open' : 'started'
  showDeadlines(incident)
  if (!bar) return
  if (incident) {
    endedId = undefined
    bar.replaceChildren(...(isOld(incident, now) ? oldLine(incident) : line(incident, now)))
  } else if (endedId !== undefined) {
    const id = endedId
    const undo = button('Undo', () => {
      resume(id)
    })
    bar.replaceChildren(
      element('p', { role: 'status' }, 'The incident has ended. Its ticks stay on this device. '),
      undo,
    )
  } else bar.replaceChildren()
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
      element(
        'strong',
        {},
        `${incident.started === undefined ? 'Steps ticked' : 'Incident'} since ${since(incident, now)}`,
      ),
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
