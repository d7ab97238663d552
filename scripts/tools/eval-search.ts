import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'
import * as pagefind from 'pagefind'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { serve } from '../../src/site/build/static-server.ts'
import {
  evaluate,
  figuresOf,
  ourSearch,
  plainSearch,
  readQueries,
  type Figures,
  type Outcome,
} from '../../src/search/index/evaluate.ts'
import { measureLoad } from './measure-load.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'

/**
 * How well the search finds this site's issues, beside Pagefind with default settings, over the built site.
 * `--tuning`: only with the half of the queries that settings may be tuned on.
 */
const tuning = process.argv.includes('--tuning')
const files = tuning ? ['tuning'] : ['tuning', 'held-out']

const plainFolder = await mkdtemp(join(tmpdir(), 'plain-index-'))
const { index } = await pagefind.createIndex()
if (!index) throw new Error('Pagefind cannot make its index.')
await index.addDirectory({ path: FOLDERS.site })
await index.writeFiles({ outputPath: plainFolder })
await pagefind.close()

const site = await serve({ folder: FOLDERS.site, port: 0 })
const plain = await serve({ folder: plainFolder, port: 0 })
try {
  const ours = await ourSearch(join(FOLDERS.site, INDEX_FOLDER), `${site.url}${INDEX_FOLDER}/`)
  const theirs = await plainSearch(plainFolder, plain.url)
  for (const file of files) {
    const queries = await readQueries(`tests/our-content/queries.${file}.yaml`)
    const outcomes = await evaluate(ours, queries)
    report(`${file}, ours`, figuresOf(outcomes), outcomes)
    report(`${file}, Pagefind with default settings`, figuresOf(await evaluate(theirs, queries)))
  }
  if (!tuning) {
    const { first, next } = await measureLoad(site.url)
    for (const [name, { requests, bytes }] of Object.entries({
      'first search': first,
      'next search': next,
    })) {
      console.log(`${name.padEnd(45)} ${String(requests)} requests, ${(bytes / 1024).toFixed(1)} KB`)
    }
  }
} finally {
  await Promise.all([site.close(), plain.close(), rm(plainFolder, { recursive: true })])
}

function report(name: string, figures: Figures, outcomes: readonly Outcome[] = []): void {
  const percent = (share: number) => share.toFixed(3)
  console.log(
    `${name.padEnd(45)} ${String(figures.queries)} queries: hit@1 ${percent(figures.hitAt1)}, hit@3 ${percent(figures.hitAt3)}, ` +
      `MRR ${percent(figures.mrr)}, first and confident ${percent(figures.confident)}; ` +
      `must find nothing: ${String(figures.falseClaims)} of ${String(figures.nothing)} answered with confidence`,
  )
  for (const { query, rank, confident, first } of outcomes) {
    const right = query.answer === null ? !confident : rank === 1
    if (right && (confident || query.answer === null)) continue
    const text = query.q.replace(/\s+/g, ' ').slice(0, 90)
    const told = `${right ? 'not confident' : `rank ${String(rank)}, confident: ${String(confident)}`}, first: ${first ?? 'nothing'}`
    console.log(
      styleText('dim', `   ${query.kind}: ${text}\n      wanted ${query.answer ?? 'nothing'}; ${told}`),
    )
  }
}
