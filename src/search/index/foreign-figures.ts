import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { plainWords } from '../engine/wording.ts'
import type { SearchDocument } from './documents.ts'
import { languageOf } from '../engine/language.ts'
import { tokens } from '../engine/terms.ts'

const count = z.number().int().nonnegative()
/** Of so many queries, for how many the right page came first, and in the first three: of ours, and of Pagefind alone. */
const kindSchema = z.strictObject({
  queries: count,
  first: count,
  firstThree: count,
  plainFirst: count,
  plainFirstThree: count,
})
const corpusSchema = z.strictObject({
  name: z.string(),
  pages: count,
  kinds: z.record(z.string(), kindSchema),
  /** Of the queries that have a page, those for which nothing is presented as an answer. */
  lost: count,
  nothing: z.strictObject({ queries: count, answered: count }),
})
/** What `eval-foreign.ts --write` measured: figures of each corpus, on what day, and by which code. */
export const foreignFiguresSchema = z.strictObject({
  measured: z.iso.date(),
  code: z.string(),
  corpora: z.array(corpusSchema),
})
export type ForeignFigures = z.infer<typeof foreignFiguresSchema>
export type CorpusFigures = z.infer<typeof corpusSchema>

export const FOREIGN_FIGURES = 'docs/search-figures.json'

/** Of `src/search/index/`, what decides what is found, and what is asked; the rest only writes it down. */
const DECIDING = [
  'compound-endings',
  'evaluate',
  'everyday-words',
  'facets',
  'foreign-queries',
  'from-content',
  'make-index',
  'options',
  'own-headings',
  'page-terms',
  'signature-files',
  'term-files',
]

/** The hash of the code that decides what is found: figures of another one are out of date. */
export function searchCode(): string {
  const hash = createHash('sha256')
  const engine = readdirSync('src/search/engine', { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name).replaceAll(path.sep, '/'))
  for (const file of [...engine, ...DECIDING.map((name) => `src/search/index/${name}.ts`)].sort())
    hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** The rows of the README's table: each kind over all corpora, then what must find nothing. */
export function foreignRows({ corpora }: ForeignFigures): string[][] {
  const kinds = [...new Set(corpora.flatMap(({ kinds }) => Object.keys(kinds)))]
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const rows = kinds.map((kind) => {
    const all = corpora.flatMap(({ kinds }) => kinds[kind] ?? [])
    const queries = sum(all.map((each) => each.queries))
    const share = (figure: 'first' | 'firstThree' | 'plainFirst' | 'plainFirstThree') =>
      (sum(all.map((each) => each[figure])) / queries).toFixed(3)
    return [
      kind,
      String(queries),
      share('first'),
      share('firstThree'),
      share('plainFirst'),
      share('plainFirstThree'),
    ]
  })
  const nothing = corpora.map((each) => each.nothing)
  const answered = `${String(sum(nothing.map((each) => each.answered)))} answered`
  return [...rows, ['nothing', String(sum(nothing.map(({ queries }) => queries))), answered, '', '', '']]
}

/**
 * The queries of which no page has every telling word: of another team's pages, some answer what this site's do not.
 *
 * @param queries that must find nothing
 */
export function unanswerable(
  queries: readonly string[],
  documents: readonly SearchDocument[],
  tag: string,
): string[] {
  const { stop } = languageOf(tag)
  const wordings = documents.map(({ title, summary, text }) => plainWords(`${title} ${summary} ${text}`))
  return queries.filter((query) => {
    const words = tokens(query, languageOf(tag)).flatMap(({ text, word }) =>
      stop.has(word) ? [] : [plainWords(text)],
    )
    return words.length === 0 || !wordings.some((wording) => words.every((word) => wording.includes(word)))
  })
}
