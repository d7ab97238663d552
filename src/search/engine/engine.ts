import { stemmer } from 'stemmer'
import { climb, nearestTitles, type Climb } from './ladder.ts'
import { createVocabulary, type Lookup, type LookupIssue } from './lookup.ts'
import type { Pagefind } from './pagefind.ts'
import { remembering } from './remember.ts'
import { createSignatureMatcher, matchedLine } from './signatures.ts'
import { queryWords } from './words.ts'

/** An issue whose signature, alert or former id stands in the query. */
export interface SignatureHit {
  issue: LookupIssue
  /** The signature or name, as the issue gives it. */
  signature: string
  /** The line of the query that it was found in. */
  line: string
}

export interface Answer extends Climb {
  query: string
  signatures: SignatureHit[]
  /** Shown where nothing was found at all. */
  titles: LookupIssue[]
}

export interface Engine {
  /** Finds pages for a typed or pasted text, best first. */
  search: (text: string) => Promise<Answer>
  lookup: Lookup
  pagefind: Pagefind
}

/** Most of a paste that is read, in UTF-16 units. */
export const MAX_TEXT = 200_000

/** How long typing must pause before a search, in milliseconds: enough for a burst of keys, and not seen by who types. */
export const PAUSE = 30

/** The search itself: no page, no network; the index is handed in. */
export function createEngine(index: Pagefind, lookup: Lookup): Engine {
  const pagefind = remembering(index)
  const vocabulary = createVocabulary(lookup)
  const owners = lookup.issues.flatMap((issue) =>
    [...issue.signatures, ...issue.names].map((signature) => ({ issue, signature })),
  )
  const match = createSignatureMatcher(owners.map(({ signature }) => signature))

  const stems = (text: string) => new Set(queryWords(text).map(stemmer))
  const issues = new Map(
    lookup.issues.map(({ id, title, summary }) => [id, { title: stems(title), summary: stems(summary) }]),
  )

  return {
    lookup,
    pagefind,
    async search(query) {
      const text = query.slice(0, MAX_TEXT)
      const hits = new Map<string, SignatureHit>()
      for (const found of match(text)) {
        const owner = owners[found.signature]
        if (owner && !hits.has(owner.issue.id))
          hits.set(owner.issue.id, { ...owner, line: matchedLine(text, found) })
      }
      const answer = await climb(text, pagefind, vocabulary, issues)
      const titles = hits.size === 0 && answer.found.length === 0 ? nearestTitles(text, lookup.issues) : []
      return {
        ...answer,
        confident: answer.confident || hits.size > 0,
        query: text,
        signatures: [...hits.values()],
        titles,
      }
    },
  }
}
