import { wholeTerm } from '../engine/whole.ts'
import { plainWords } from '../engine/wording.ts'
import type { SearchDocument } from './documents.ts'

/** A heading on more pages leads to none of them. */
const MAX_SAME_HEADING = 3
const MIN_HEADING_WORDS = 2

/** The whole terms of headings that few pages have. */
export function headingsOfFew(documents: readonly SearchDocument[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { headings } of documents) {
    const own = headings.filter((text) => plainWords(text).trim().split(' ').length >= MIN_HEADING_WORDS)
    for (const term of new Set(own.map(wholeTerm))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([term, count]) => (count <= MAX_SAME_HEADING ? [term] : [])))
}
