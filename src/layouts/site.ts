/**
 * What every page loads: one small file that the browser keeps. Each module defines one custom element,
 * which does nothing where a page has none.
 */
import { element } from '../client/dom.ts'
import '../client/on-call-now.ts'
import '../client/review-state.ts'
import '../search/browser/trigger.ts'
import laterStyle from '../styles/later.css?url'

/** What a command is copied with, as soon as the page is there: the first tap may be on it. */
const copies = once(() => {
  document.head.append(element('link', { rel: 'stylesheet', href: laterStyle }))
  void import('../client/copy-code.ts').then(({ offerCopies }) => {
    offerCopies()
  })
})
/** The rest is asked for at once, for each file that waits for another costs a slow network half a second. */
const later = once(() => {
  copies()
  if (document.querySelector('page-values')) void import('../client/page-values.ts')
  void import('./later.ts')
})
for (const event of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin']) {
  document.addEventListener(event, later, { passive: true, once: true })
}
addEventListener('load', () => {
  if (document.querySelector('.code')) copies()
  setTimeout(later, 2000)
})
// Needed at once where the address brings values, a state or a place (a reader may have tapped on the first step before this
// script came), and where the device has kept values.
if (location.search + location.hash !== '' || hasValues()) later()

function once(load: () => void): () => void {
  let isAsked = false
  return () => {
    if (!isAsked) load()
    isAsked = true
  }
}

function hasValues(): boolean {
  try {
    return localStorage.getItem('values') !== null
  } catch {
    return false
  }
}

/** Elements of a few pages: an issue, read on a phone at night, does not pay for them. */
const elsewhere: Record<string, () => Promise<unknown>> = {
  'calendar-page': () => import('../client/calendar-page.ts'),
  'coverage-state': () => import('../client/coverage-state.ts'),
  'rota-change': () => import('../client/rota-change/rota-change.ts'),
  'issue-filter': () => import('../client/issue-filter.ts'),
  'subscribe-links': () => import('../client/subscribe-links.ts'),
  'search-page': () => import('../search/browser/page.ts'),
  'unknown-alert': () => import('../client/unknown-alert.ts'),
  'up-next': () => import('../client/up-next.ts'),
}

for (const [name, load] of Object.entries(elsewhere)) {
  if (document.querySelector(name)) void load()
}

// The incident's bar comes where one is open, where the address brings one, and with the first tick.
const bar = () => import('../client/incident/bar.ts')
if (
  document.documentElement.dataset['incident'] !== undefined ||
  /[?&]started=|#incident=/.test(location.search + location.hash)
) {
  void bar()
  later()
} else document.addEventListener('incident', bar, { once: true })
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#incident=')) location.reload()
})
const start = (button: HTMLElement | null | undefined) => {
  if (button)
    void import('../client/incident/start.ts').then(({ startFrom }) => {
      startFrom(button)
    })
}
document.addEventListener('click', ({ target }) => {
  start(target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null)
})

// `public/theme.js` runs before the first paint, so that a chosen theme never flashes and an incident's bar moves nothing. Until
// this script has come over a slow network, it opens the search, which takes letters, and keeps a start that was tapped.
const root: HTMLElement & { tapped?: HTMLButtonElement } = document.documentElement
root.dataset['ready'] = ''
if (root.tapped) root.tapped.disabled = false
start(root.tapped)
