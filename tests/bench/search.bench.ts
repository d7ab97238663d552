import { gzipSync } from 'node:zlib'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadContent } from '../../src/content/read/load.ts'
import { createEngine } from '../../src/search/engine/engine.ts'
import { openStore } from '../../src/search/engine/store.ts'
import { everydayWords } from '../../src/search/index/everyday-words.ts'
import { documentsOfContent } from '../../src/search/index/from-content.ts'
import { makeIndex } from '../../src/search/index/make-index.ts'
import { writeManyIssues } from '../support/many-issues.ts'
import { report } from './report.ts'

const QUERIES = [
  'kafka late data',
  'the dashboard is stuck on last week',
  'spark join oom',
  'kafak velvet',
  'ERROR: division by zero',
]
const folder = mkdtempSync(join(tmpdir(), 'many-issues-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test.for([
  { count: 1000, download: 250, wait: 100 },
  { count: 5000, download: 400, wait: 250 },
])('a search in $count issues', { timeout: 600_000 }, async ({ count, download, wait }) => {
  const own = join(folder, String(count))
  writeManyIssues(own, count)
  const documents = documentsOfContent(loadContent(own))
  const files = makeIndex(documents, { language: 'en', synonyms: [], everyday: everydayWords('en') })
  const texts = new Map(documents.map((document) => [document.id, document]))

  let bytes = 0
  const weigh = (text: string) => (bytes += gzipSync(text).length)
  const engine = createEngine(
    await openStore({
      read: (file) => {
        const text = files.get(file) ?? '{}'
        weigh(text)
        return Promise.resolve(JSON.parse(text) as unknown)
      },
    }),
    (id) => {
      const { url = '', text = '', title = '', summary = '' } = texts.get(id) ?? {}
      weigh(text)
      return Promise.resolve({ url, content: text, meta: { title, summary }, anchors: [] })
    },
  )
  let most = 0
  for (const query of QUERIES) {
    const before = bytes
    const { found } = await engine.search(query)
    for (const { id } of found.slice(0, 8)) await engine.texts(id)
    if (most === 0) most = bytes
    report(
      `${String(count)} issues, "${query}": files of the index`,
      `${String(Math.round((bytes - before) / 1024))} KB`,
      '',
    )
  }
  expect(most / 1024).toBeLessThanOrEqual(download)

  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    for (const query of QUERIES) {
      const start = process.cpuUsage()
      await engine.search(query)
      const { user, system } = process.cpuUsage(start)
      times.push((user + system) / 1000)
    }
  }
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
  report(
    `${String(count)} issues: a search, index loaded, CPU`,
    `${middle.toFixed(1)} ms`,
    `${String(wait)} ms`,
  )
})
