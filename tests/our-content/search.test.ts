import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { evaluate, figuresOf, ourSearch, readQueries, type Query } from '../../src/search/index/evaluate.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'

const folder = inject('sites').ours
const halves = ['tuning', 'held-out'].map((half) => `tests/our-content/queries.${half}.yaml`)
let server: StaticServer

beforeAll(async () => {
  server = await serve({ folder, port: 0 })
})
afterAll(() => server.close())

describe('the queries', () => {
  let all: Query[][]
  beforeAll(async () => {
    all = await Promise.all(halves.map(readQueries))
  })

  test('are at least 80, 15 of which must find nothing, in halves that share none', () => {
    const [tuning = [], heldOut = []] = all
    expect(tuning.length + heldOut.length).toBeGreaterThanOrEqual(80)
    expect([...tuning, ...heldOut].filter(({ answer }) => answer === null).length).toBeGreaterThanOrEqual(15)
    expect(new Set([...tuning, ...heldOut].map(({ q }) => q)).size).toBe(tuning.length + heldOut.length)
  })

  test('name issues of this site, each of them', () => {
    const issues = readdirSync('content/issues').map((file) => file.replace(/\.mdx?$/, ''))
    const asked = new Set(all.flat().flatMap(({ answer }) => answer ?? []))
    expect([...asked].sort()).toEqual(issues.sort())
  })
})

test.each(halves)(
  'the right issue comes first for the queries of %s, and nothing is claimed to be found that is not',
  async (half) => {
    const search = await ourSearch(join(folder, INDEX_FOLDER), `${server.url}${INDEX_FOLDER}/`)
    const figures = figuresOf(await evaluate(search, await readQueries(half)))
    expect(figures.hitAt1).toBeGreaterThanOrEqual(0.95)
    expect(figures.mrr).toBeGreaterThanOrEqual(0.97)
    expect(figures.falseClaims).toBe(0)
  },
)
