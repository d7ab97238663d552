import { checkContent } from '../../src/content/check/check.ts'
import { getCalendars } from '../../src/calendar/calendars.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { everydayWords } from '../../src/search/index/everyday-words.ts'
import { documentsOfContent } from '../../src/search/index/from-content.ts'
import { makeIndex } from '../../src/search/index/make-index.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { forwardPages } from '../../src/site/build/forward-pages.ts'
import { SiteTree } from '../../src/site/build/site-tree.ts'

/** The parts of a build that one process can do by itself. Each contains the reading of the content, which is a part itself. */
export const PARTS = [
  'start',
  'read',
  'read, check',
  'read, plan',
  'read, index',
  'read, look at the last site',
] as const

const DOES: Readonly<Record<(typeof PARTS)[number], (site: string) => void>> = {
  start: () => undefined,
  read: () => void loadContent(),
  'read, check': () => void checkContent(loadContent(), { today: '2026-11-22' }),
  'read, plan': () => void getCalendars(loadContent()),
  'read, index': () =>
    void makeIndex(documentsOfContent(loadContent()), {
      language: 'en',
      synonyms: [],
      everyday: everydayWords('en'),
    }),
  'read, look at the last site': (site) => {
    const tree = new SiteTree(site)
    for (const [path, html] of forwardPages(loadContent(), ADDRESS)) tree.put(`${path}/index.html`, html)
  },
}

const [, program, part, site = ''] = process.argv
if (program?.endsWith('parts.ts') === true) DOES[part as (typeof PARTS)[number]](site)
