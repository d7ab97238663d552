/** What no reader needs before the first touch, key or scroll: it loads then, or two seconds after the page. */
import { offerMarkdown } from '../client/copy-markdown.ts'
import { linkHeadings } from '../client/heading-links.ts'
import '../client/offline.ts'
import '../client/page-settings.ts'
import '../client/page-toc.ts'
import '../client/prefetch.ts'
import '../client/printed.ts'
import '../client/report-step.ts'
import '../client/row-links.ts'
import { nextPause } from '../client/pause.ts'
import { makeTickable } from '../client/steps.ts'

// One after the other, when a slow phone has answered the finger. The steps are named by their headings, as written.
for (const work of [makeTickable, linkHeadings, offerMarkdown, addTabs]) void nextPause().then(work)

function addTabs(): void {
  if (document.querySelector('.tab-set'))
    void import('../client/tab-sets.ts').then(({ makeTabs }) => makeTabs())
}
