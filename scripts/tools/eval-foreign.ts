import { writeFileSync } from 'node:fs'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as pagefind from 'pagefind'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadContent } from '../../src/content/read/load.ts'
import { serve } from '../../src/site/build/static-server.ts'
import {
  byKind,
  evaluate,
  ourSearch,
  plainSearch,
  readQueries,
  type Outcome,
} from '../../src/search/index/evaluate.ts'
import {
  FOREIGN_FIGURES,
  foreignRows,
  searchCode,
  unanswerable,
  type CorpusFigures,
  type ForeignFigures,
} from '../../src/search/index/foreign-figures.ts'
import { foreignQueries, seeded } from '../../src/search/index/foreign-queries.ts'
import { documentsOfContent } from '../../src/search/index/from-content.ts'
import { engineOfDocuments } from '../../src/search/index/open-index.ts'
import { indexOptions } from '../../src/search/index/options.ts'

/**
 * How well the search does on pages of other teams, beside Pagefind alone: `node scripts/tools/eval-foreign.ts FOLDER...`
 * takes content folders, as `npm run import` makes them. Its queries are made of the pages, from a fixed seed; those that
 * must find nothing are of other trades, and this site's own of which no page there has every word.
 *
 * `--failures`: each query that is answered wrongly. `--write`: the figures become those of `docs/search-figures.json`,
 * which the README quotes.
 */
const SEED = 20261126
/** Queries of one kind and corpus: more say no more. */
const MAX_EACH = 150

const { values, positionals: folders } = parseArgs({
  options: { failures: { type: 'boolean' }, write: { type: 'boolean' } },
  allowPositionals: true,
})
if (folders.length === 0) {
  console.error('Name content folders: node scripts/tools/eval-foreign.ts FOLDER...')
  process.exit(2)
}
const ownNothing = (
  await Promise.all(
    ['fresh-tuning', 'fresh-held-out'].map((half) => readQueries(`tests/our-content/queries.${half}.yaml`)),
  )
)
  .flat()
  .flatMap(({ page, q }) => (page === null ? [q] : []))
const nowhere = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(await readFile('tests/search/index/queries.nowhere.yaml', 'utf8')))

const corpora: CorpusFigures[] = []
for (const folder of folders) corpora.push(await measure(resolve(folder)))
const figures: ForeignFigures = {
  measured: new Date().toISOString().slice(0, 10),
  code: searchCode(),
  corpora,
}
for (const corpus of corpora)
  print(`${corpus.name} (${String(corpus.pages)} pages)`, foreignRows({ ...figures, corpora: [corpus] }))
print('all', foreignRows(figures))
if (values.write) writeFileSync(FOREIGN_FIGURES, `${JSON.stringify(figures, null, 2)}\n`)

async function measure(folder: string): Promise<CorpusFigures> {
  const content = loadContent(folder)
  const options = indexOptions(content)
  const documents = documentsOfContent(content)
  const made = [...Map.groupBy(foreignQueries(documents, seeded(SEED)), ({ kind }) => kind).values()].flatMap(
    (some) => some.slice(0, MAX_EACH),
  )
  const nothing = [...Object.values(nowhere).flat(), ...unanswerable(ownNothing, documents, options.language)]
  const plainFolder = await mkdtemp(join(tmpdir(), 'plain-index-'))
  const { index } = await pagefind.createIndex()
  if (!index) throw new Error('Pagefind cannot make its index.')
  for (const { url, title, text, names } of documents)
    await index.addCustomRecord({
      url,
      content: `${title} ${names.join(' ')} ${text}`,
      language: options.language,
      meta: { title },
    })
  await index.writeFiles({ outputPath: plainFolder })
  await pagefind.close()
  const server = await serve({ folder: plainFolder, port: 0 })
  try {
    const theirs = await plainSearch(plainFolder, server.url)
    const ours = ourSearch(await engineOfDocuments(documents, options, theirs))
    const outcomes = await evaluate(ours, made)
    const plain = byKind(await evaluate(theirs, made))
    const claimed = await evaluate(
      ours,
      nothing.map((q) => ({ kind: 'nothing', q, page: null })),
    )
    if (values.failures) for (const outcome of [...outcomes, ...claimed]) explain(outcome)
    return {
      name: basename(folder) === 'content' ? basename(dirname(folder)) : basename(folder),
      pages: documents.length,
      kinds: Object.fromEntries(
        [...byKind(outcomes)].map(([kind, some]) => {
          const others = plain.get(kind) ?? []
          return [
            kind,
            {
              queries: some.length,
              first: within(some, 1),
              firstThree: within(some, 3),
              plainFirst: within(others, 1),
              plainFirstThree: within(others, 3),
            },
          ]
        }),
      ),
      lost: outcomes.filter(({ isAnswered }) => !isAnswered).length,
      nothing: { queries: nothing.length, answered: claimed.filter(({ isAnswered }) => isAnswered).length },
    }
  } finally {
    await Promise.all([server.close(), rm(plainFolder, { recursive: true })])
  }
}

function within(outcomes: readonly Outcome[], place: number): number {
  return outcomes.filter(({ rank }) => rank <= place).length
}

function explain({ query, rank, isAnswered, first }: Outcome): void {
  if (query.page === null ? !isAnswered : rank === 1) return
  console.log(
    `   ${query.kind}: ${query.q.slice(0, 120)} → ${query.page ?? 'nothing'} at ${String(rank)}; ${first ?? 'nothing'}`,
  )
}

function print(name: string, rows: readonly string[][]): void {
  console.log(
    `\n| ${name} | queries | right page first | in the first three | Pagefind alone: first | in the first three |`,
  )
  console.log('|---|---:|---:|---:|---:|---:|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}
