/**
 * What every page loads: one small file that the browser keeps. Each module defines one custom element,
 * which does nothing where a page has none.
 */
import '../client/copy-code.ts'
import '../client/on-call-now.ts'
import '../client/page-toc.ts'
import '../client/prefetch.ts'
import '../client/review-state.ts'
import '../client/steps.ts'
import '../client/theme-switch.ts'
import '../search/browser/trigger.ts'

/** Elements of a few pages: an issue, read on a phone at night, does not pay for them. */
const elsewhere: Record<string, () => Promise<unknown>> = {
  'calendar-page': () => import('../client/calendar-page.ts'),
  'coverage-state': () => import('../client/coverage-state.ts'),
  'issue-filter': () => import('../client/issue-filter.ts'),
  'subscribe-links': () => import('../client/subscribe-links.ts'),
  'up-next': () => import('../client/up-next.ts'),
}

for (const [name, load] of Object.entries(elsewhere)) {
  if (document.querySelector(name)) void load()
}

// The deadline's arithmetic loads when it is asked for: by the reader, or by an address that names an incident's start.
const deadline = document.querySelector('sla-deadline details')
const work = () => import('../client/sla-deadline.ts')
if (location.search.includes('started=')) void work()
else deadline?.addEventListener('toggle', work, { once: true })
