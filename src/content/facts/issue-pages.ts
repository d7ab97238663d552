import type { Entry } from '../read/load.ts'
import type { Issue } from '../model/collections.ts'

/** So many issues are one list, which a reader searches with the browser's own search. */
const MAX_IN_ONE = 200
/** Of a longer list, a page has so many: its weight does not grow with the site. */
const ON_A_PAGE = 100

/** The pages of the list of issues, in the order given; the first may be all there is, and empty. */
export function issuePages(issues: readonly Entry<Issue>[]): readonly (readonly Entry<Issue>[])[] {
  if (issues.length <= MAX_IN_ONE) return [issues]
  const pages = Math.ceil(issues.length / ON_A_PAGE)
  return Array.from({ length: pages }, (_, page) => issues.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE))
}
