/** What a page may weigh before anybody touches it: HTML, CSS and scripts after gzip, in bytes. */
export const BUDGETS = [
  { kind: 'issue', pages: /^issues\/.+/, total: 24 * 1024, scripts: 7 * 1024 },
  { kind: 'runbook', pages: /^runbooks\/.+/, total: 24 * 1024, scripts: 7 * 1024 },
  { kind: 'pipeline', pages: /^pipelines\/.+/, total: 24 * 1024, scripts: 7 * 1024 },
  { kind: 'home', pages: /^$/, total: 30 * 1024 },
  { kind: 'calendar year', pages: /^oncall\/[^/]+\/\d{4}\/$/, total: 45 * 1024 },
]

/**
 * Scripts that a page loads only when its reader asks for what they do, the deadline's arithmetic, or with the first touch, the
 * values of its commands.
 */
export const ON_REQUEST = ['sla-deadline', 'page-values']

/**
 * Pages of this repository's content that are longer than their budget allows, each with what it weighs at most: they have
 * to be shortened, and then leave this list. Styles and scripts are within the budget there too.
 */
export const TOO_LONG: ReadonlyMap<string, number> = new Map([])
