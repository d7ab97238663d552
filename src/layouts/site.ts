/**
 * What every page loads: one small file that the browser keeps. Each module defines one custom element,
 * which does nothing where a page has none.
 */
import './copy-code.ts'
import './on-call-now.ts'
import './page-toc.ts'
import './prefetch.ts'
import './review-state.ts'
import './steps.ts'
import './theme-switch.ts'
import './search/trigger.ts'

/** Elements of a few pages: an issue, read on a phone at night, does not pay for them. */
const elsewhere: Record<string, () => Promise<unknown>> = {
  'calendar-page': () => import('./calendar-page.ts'),
  'coverage-state': () => import('./coverage-state.ts'),
  'issue-filter': () => import('./issue-filter.ts'),
  'subscribe-links': () => import('./subscribe-links.ts'),
  'up-next': () => import('./up-next.ts'),
}

for (const [name, load] of Object.entries(elsewhere)) {
  if (document.querySelector(name)) void load()
}

// The deadline's arithmetic loads when it is asked for: by the reader, or by an address that names an incident's start.
const deadline = document.querySelector('sla-deadline details')
const work = () => import('./sla-deadline.ts')
if (location.search.includes('started=')) void work()
else deadline?.addEventListener('toggle', work, { once: true })
