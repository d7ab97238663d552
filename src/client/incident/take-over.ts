import { fromFragment } from './hand-over-link.ts'
import { resume } from './resume.ts'
import { allIncidents, currentIncident, incidentBy, keep } from './store.ts'
import { startIncident } from './start.ts'

/** Takes over the incident that the address brings, from another device (`#incident=…`) or from a pager (`?started=…`). */
export async function takeFromAddress(): Promise<void> {
  const { hash, pathname, search } = location
  const brought = await fromFragment(hash)
  if (brought) {
    const known = incidentBy(brought.id)
    const pages = { ...brought.pages }
    // What was ticked here meanwhile stays ticked.
    for (const [path, page] of Object.entries(known?.pages ?? {})) {
      pages[path] = { ...page, done: { ...pages[path]?.done, ...page.done } }
    }
    const notes =
      known && known.notes !== '' && known.notes !== brought.notes
        ? `${known.notes}\n${brought.notes}`
        : brought.notes
    keep({ ...brought, pages, notes: notes.trim(), values: { ...brought.values, ...known?.values } })
    // The state is on this device now: a link copied from the address is to lead to the page alone.
    const anchor = brought.at?.startsWith(`${pathname}#`) === true ? brought.at.slice(pathname.length) : ''
    history.replaceState(history.state, '', pathname + search + anchor)
    if (anchor !== '') document.getElementById(decoded(anchor.slice(1)))?.scrollIntoView()
    return
  }
  const started = Date.parse(new URLSearchParams(search).get('started') ?? '')
  if (Number.isNaN(started)) return
  const known = allIncidents().find((incident) => incident.started === started && incident.path === pathname)
  // Another start is another incident: the one that was open stays kept, and is offered where its steps are.
  if (known) resume(known.id)
  else startIncident(started, currentIncident()?.started !== undefined)
  const address = new URL(location.href)
  address.searchParams.delete('started')
  history.replaceState(history.state, '', address)
}

/** Anybody can write a link: what cannot be decoded is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
