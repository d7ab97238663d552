/** What no reader needs before the first touch, key or scroll: it loads then, or two seconds after the page. */
import laterStyle from '../styles/later.css?url'
import { offerCopies } from '../client/copy-code.ts'
import { offerMarkdown } from '../client/copy-markdown.ts'
import { linkHeadings } from '../client/heading-links.ts'
import { element } from '../client/dom.ts'
import '../client/offline.ts'
import '../client/page-settings.ts'
import '../client/page-toc.ts'
import '../client/prefetch.ts'
import '../client/printed.ts'
import '../client/report-step.ts'
import '../client/row-links.ts'
import '../client/steps.ts'

document.head.append(element('link', { rel: 'stylesheet', href: laterStyle }))
if (document.querySelector('.tab-set'))
  void import('../client/tab-sets.ts').then(({ makeTabs }) => makeTabs())
if (document.querySelector('page-values')) void import('../client/page-values.ts')

// One after the other, so that a slow phone answers a finger in between. The steps are named by their headings, as written.
setTimeout(offerCopies)
setTimeout(linkHeadings)
setTimeout(offerMarkdown)
