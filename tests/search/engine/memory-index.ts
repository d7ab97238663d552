import type { Answer, Engine } from '../../../src/search/engine/engine.ts'
import { notesOf } from '../../../src/search/engine/notes.ts'
import type { SearchDocument } from '../../../src/search/index/documents.ts'
import { everydayWords } from '../../../src/search/index/everyday-words.ts'
import type { IndexOptions } from '../../../src/search/index/make-index.ts'
import { engineOfDocuments } from '../../../src/search/index/open-index.ts'

export type FakePage = Pick<SearchDocument, 'id' | 'title'> & Partial<SearchDocument>

/** A page of the search of which only what matters for a test is given. */
export function pageOf({ id, title, ...rest }: FakePage): SearchDocument {
  return {
    id,
    url: `/issues/${id}/`,
    kind: 'issue',
    title,
    summary: '',
    keywords: [],
    components: [],
    signatures: [],
    names: [],
    aliases: [],
    families: [],
    boost: 1,
    headings: [],
    symptoms: '',
    text: '',
    order: title,
    filters: {},
    ...rest,
  }
}

/** The search over a few pages, the same code as in the browser. */
export function engineOf(pages: readonly FakePage[], options: Partial<IndexOptions> = {}): Promise<Engine> {
  const { language = 'en' } = options
  const kindWords = { runbook: ['runbook', 'runbooks'] }
  return engineOfDocuments(pages.map(pageOf), {
    synonyms: [],
    everyday: everydayWords(language),
    kindWords,
    ...options,
    language,
  })
}

/** What the search says of an answer, with the words that it sets apart in brackets. */
export const saidOf = (answer: Answer): string[] =>
  notesOf(answer).map((note) =>
    note.map((part) => (typeof part === 'string' ? part : `[${part.word}]`)).join(''),
  )
