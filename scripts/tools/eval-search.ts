import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import * as pagefind from 'pagefind'
import { contentRoot } from '../../src/content/read/load.ts'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { serve } from '../../src/site/build/static-server.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import {
  byKind,
  evaluate,
  figuresOf,
  ourSearch,
  plainSearch,
  readQueries,
  type Figures,
  type Outcome,
} from '../../src/search/index/evaluate.ts'
import { engineOfFolder } from '../../src/search/index/open-index.ts'
import { HELD_OUT, TUNED, fileOfSet } from '../../tests/our-content/query-sets.ts'
import { measureLoad } from './measure-load.ts'

/**
 * How well the search finds the pages of the built site, beside Pagefind alone with default settings: a table by kind of
 * query. The queries are a team's own `search-queries.yaml` and, for this site, those of its tests.
 *
 * `--tuning`: without the queries that are held out. `--failures`: each query that is answered wrongly. `--load`: what a
 * first search downloads. `--least 0.95`: fails where the right page comes first in a smaller share of the queries, or
 * where something is found for more than 2 % of those that must find nothing.
 */
const { values } = parseArgs({
  options: {
    tuning: { type: 'boolean' },
    failures: { type: 'boolean' },
    load: { type: 'boolean' },
    least: { type: 'string' },
  },
})

const own = [...TUNED, ...(values.tuning ? [] : HELD_OUT)]
const files = [join(contentRoot(), 'search-queries.yaml'), ...own.map(fileOfSet)].filter((file) =>
  existsSync(file),
)

const plainFolder = await mkdtemp(join(tmpdir(), 'plain-index-'))
const { index } = await pagefind.createIndex()
if (!index) throw new Error('Pagefind cannot make its index.')
await index.addDirectory({ path: FOLDERS.site })
await index.writeFiles({ outputPath: plainFolder })
await pagefind.close()

const plain = await serve({ folder: plainFolder, port: 0 })
try {
  const ours = ourSearch(await engineOfFolder(join(FOLDERS.site, INDEX_FOLDER)))
  const theirs = await plainSearch(plainFolder, plain.url)
  const queries = (await Promise.all(files.map(readQueries))).flat()
  const outcomes = await evaluate(ours, queries)
  const plainOutcomes = byKind(await evaluate(theirs, queries))
  console.log(
    '| kind | queries | right page first | in the first three | wrongly answered | Pagefind alone: first | in the first three | wrongly answered |',
  )
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|')
  for (const [kind, some] of [...byKind(outcomes)].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(row(kind, figuresOf(some), figuresOf(plainOutcomes.get(kind) ?? [])))
  const all = figuresOf(outcomes)
  console.log(row('all', all, figuresOf([...plainOutcomes.values()].flat())))
  if (values.failures) for (const outcome of outcomes) explain(outcome)
  if (values.load) await load()
  const least = Number(values.least ?? 0)
  if (all.hitAt1 < least || (values.least !== undefined && all.falseClaims > 0.02 * all.nothing)) {
    console.error(
      `The search is below what --least asks for: ${share(all.hitAt1)}, ${String(all.falseClaims)} wrongly answered.`,
    )
    process.exitCode = 1
  }
} finally {
  await Promise.all([plain.close(), rm(plainFolder, { recursive: true })])
}

function row(kind: string, ours: Figures, theirs: Figures): string {
  const cells = ({ queries, hitAt1, hitAt3, nothing, falseClaims }: Figures) => [
    queries === 0 ? '' : share(hitAt1),
    queries === 0 ? '' : share(hitAt3),
    nothing === 0 ? '' : `${String(falseClaims)} of ${String(nothing)}`,
  ]
  return `| ${[kind, String(ours.queries + ours.nothing), ...cells(ours), ...cells(theirs)].join(' | ')} |`
}

function share(value: number): string {
  return value.toFixed(3)
}

function explain({ query, rank, isAnswered, first }: Outcome): void {
  if (query.page === null ? !isAnswered : rank === 1) return
  const text = query.q.replace(/\s+/g, ' ').slice(0, 90)
  const found = rank === Infinity ? 'not found' : `at ${String(rank)}`
  console.log(
    styleText(
      'dim',
      `${query.kind}: ${text}\n   ${query.page ?? 'nothing'}: ${found}; first: ${first ?? 'nothing'}`,
    ),
  )
}

async function load(): Promise<void> {
  const site = await serve({ folder: FOLDERS.site, port: 0 })
  try {
    const { first, next } = await measureLoad(site.url)
    for (const [name, { requests, bytes }] of Object.entries({ 'first search': first, 'next search': next }))
      console.log(`${name}: ${String(requests)} requests, ${(bytes / 1024).toFixed(1)} KB`)
  } finally {
    await site.close()
  }
}
