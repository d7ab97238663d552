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
  'svg',
]

/** Where the built index is, below the site's root, and what lies beside Pagefind's own files. */
export const INDEX_FOLDER = 'pagefind'
export const LOOKUP_FILE = 'lookup.json'

/** Between the signatures (alerts, former ids) of a page, in its meta: a character that no log prints. */
export const LIST_SEPARATOR = '␞'

/** Pagefind's ranking, see its documentation; the defaults are termSimilarity 1, pageLength 0.1, termFrequency 0.1, termSaturation 2. */
export const RANKING = {
  metaWeights: {
    title: 5,
    signatures: 3,
    alerts: 3,
    aliases: 3,
    summary: 3,
    components: 1,
    keywords: 3,
    severity: 0,
    sev: 0,
    owner: 0,
    kind: 0,
  },
}

/** How much a page of another kind counts against an issue: who searches at night wants what to do. */
export const OTHER_KINDS = 0.6

/** How much more an issue counts whose title, or whose summary, has all the words of a query. */
export const TITLE_BOOST = 1
export const SUMMARY_BOOST = 0.5

/**
 * A page with at least this share of what the words of a query tell is shown as found, and less as a guess.
 * The share also weighs in the order of the pages, to this power.
 */
export const CONFIDENT = 0.62
export const COVERAGE_POWER = 2

/** A word that had to be corrected speaks for a page, but not as much as one that is there as typed. */
export const CORRECTED_SHARE = 0.85

/** Kinds of page, in the order in which filters list them. */
export const KINDS = ['issue', 'runbook', 'pipeline', 'team', 'on-call', 'guide'] as const
export type Kind = (typeof KINDS)[number]
