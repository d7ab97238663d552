/**
 * Every setting of the search index and its ranking, in one place.
 * They were chosen by measurement: `npm run eval:search -- --tuning` shows what a change does.
 */

/** What is on a page but not in the index: facts that are meta or filters already, and what belongs to other pages. */
export const INDEX_EXCLUDES = [
  '.crumbs',
  'aside',
  '.page-head .row',
  '.signatures',
  '[aria-labelledby="related-title"]',
  '[aria-labelledby="issues-title"]',
  '.main-column > .soft',
  '.page-foot',
  '.edit-link',
  'svg',
]

/** Where the built index is, below the site's root, and what lies beside Pagefind's own files. */
export const INDEX_FOLDER = 'pagefind'

/** Between the signatures (alerts, former ids) of a page, in its meta: a character that no log prints. */
export const LIST_SEPARATOR = '␞'

/** How much more a page counts whose title has all of a query. */
export const TITLE_BOOST = 0.6

/** The share of a query that a page has weighs in the order of the pages, to this power. */
export const COVERAGE_POWER = 1.5

/** How much a page counts of a kind that the query names: `engagement runbook`. */
export const WANTED_KIND = 1.5

/** How much more a page counts that has all of a query in its title, keywords and names. */
export const WHOLE_IN_TITLE = 0.5

/** Kinds of page, in the order in which filters list them. */
export const KINDS = ['issue', 'runbook', 'pipeline', 'team', 'on-call', 'guide'] as const
export type Kind = (typeof KINDS)[number]

/** How much a page counts by its kind: who searches at night wants what to do, and not how this site is written. */
export const KIND_SHARE: Readonly<Record<Kind, number>> = {
  issue: 1,
  runbook: 0.6,
  pipeline: 0.6,
  team: 0.6,
  'on-call': 0.5,
  guide: 0.25,
}
