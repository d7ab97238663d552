import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import * as pagefind from 'pagefind'
import { loadContent } from '../../src/content/read/load.ts'
import { serve } from '../../src/site/build/static-server.ts'
import {
  byKind,
  evaluate,
  figuresOf,
  ourSearch,
  plainSearch,
  readQueries,
  type Figures,
} from '../../src/search/index/evaluate.ts'
import { foreignQueries, seeded } from '../../src/search/index/foreign-queries.ts'
import { documentsOfContent } from '../../src/search/index/from-content.ts'
import { engineOfDocuments } from '../../src/search/index/open-index.ts'
import { indexOptions } from '../../src/search/index/options.ts'

/**
 * How well the search does on pages of other teams, beside Pagefind alone: `node scripts/tools/eval-foreign.ts FOLDER...`
 * takes content folders, as `npm run import` makes them. Its queries are made of the pages, from a fixed seed; those that
 * must find nothing are this site's own.
 */
const SEED = 20261126
/** Queries of one kind and corpus: more say no more. */
const MAX_EACH = 150

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Name content folders: node scripts/tools/eval-foreign.ts FOLDER...')
  process.exit(2)
}
const nothing = (
  await Promise.all(
    ['fresh-tuning', 'fresh-held-out'].map((half) => readQueries(`tests/our-content/queries.${half}.yaml`)),
  )
)
  .flat()
  .filter(({ page }) => page === null)

console.log(
  '| corpus | kind | queries | right page first | in the first three | Pagefind alone: first | in the first three |',
)
console.log('|---|---|---:|---:|---:|---:|---:|')
for (const folder of folders) {
  const content = loadContent(resolve(folder))
  const options = indexOptions(content)
  const documents = documentsOfContent(content)
  const made = [...Map.groupBy(foreignQueries(documents, seeded(SEED)), ({ kind }) => kind).values()].flatMap(
    (some) => some.slice(0, MAX_EACH),
  )
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
    const outcomes = byKind(await evaluate(ours, made))
    const plain = byKind(await evaluate(theirs, made))
    const name = `${basename(folder)} (${String(documents.length)} pages)`
    for (const [kind, some] of outcomes) {
      console.log(
        `| ${[name, kind, String(some.length), ...cells(figuresOf(some)), ...cells(figuresOf(plain.get(kind) ?? []))].join(' | ')} |`,
      )
      if (process.env['FAILURES'] === 'yes')
        for (const { query, rank, first } of some)
          if (rank !== 1)
            console.log(
              `   ${kind}: ${query.q.slice(0, 100)} → ${query.page ?? ''} at ${String(rank)}; ${first ?? 'nothing'}`,
            )
    }
    const unanswerable = await evaluate(ours, nothing)
    const { falseClaims } = figuresOf(unanswerable)
    if (process.env['FAILURES'] === 'yes')
      for (const { query, isAnswered, first } of unanswerable)
        if (isAnswered) console.log(`   nothing: ${query.q.slice(0, 100)} → ${first ?? ''}`)
    console.log(
      `| ${name} | must find nothing | ${String(nothing.length)} | ${String(falseClaims)} answered | | | |`,
    )
  } finally {
    await Promise.all([server.close(), rm(plainFolder, { recursive: true })])
  }
}

function cells({ hitAt1, hitAt3 }: Figures): string[] {
  return [hitAt1.toFixed(3), hitAt3.toFixed(3)]
}
