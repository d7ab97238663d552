import { deadlinesFrom } from './sla.ts'
import { BELIEVED_FOR, currentIncident, isOld, openIncident, update } from './store.ts'

/**
 * The incident on this page starts, or the one that is open gets its start: its ticks and values stay as they are. One that has
 * started on another page is another one, which stays open beside it.
 *
 * @param isAnother whether it is certainly not the one that is open
 */
export function startIncident(started: number, isAnother = false): void {
  const open = currentIncident()
  const title = document.querySelector('h1')?.textContent.trim() ?? document.title
  const isElsewhere = open?.started !== undefined && open.path !== location.pathname
  const isOpen = open && !isAnother && !isElsewhere && !isOld(open, Date.now())
  const incident = isOpen ? open : openIncident(location.pathname, title, started)
  const terms = deadlinesFrom(started)
  update(incident.id, (kept) => {
    kept.started = started
    Object.assign(kept, terms)
    // A deadline in the distance keeps an incident open for as long: its first one, for the last may be a month away.
    const [first] = terms.deadlines ?? []
    kept.until = Math.max(kept.until, Date.now() + BELIEVED_FOR, first?.at ?? 0)
  })
}

const FIELD = 'incident-started'

/** The buttons in the head of a page: now, or a time that the reader enters. */
export function startFrom(button: HTMLElement): void {
  const now = () => Math.floor(Date.now() / 60_000) * 60_000
  if (button.dataset['start'] === 'now') {
    startIncident(now())
    return
  }
  const form = button.closest('incident-start')?.querySelector('form')
  const field = form?.querySelector<HTMLInputElement>(`[name=${FIELD}]`)
  if (!form || !field) return
  form.hidden = !form.hidden
  field.focus()
  form.onsubmit = (event) => {
    event.preventDefault()
    // Without an offset, it is read as the reader's time.
    const instant = Date.parse(field.value)
    if (Number.isNaN(instant)) return
    startIncident(instant)
    form.hidden = true
  }
}
