import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { evaluate, figuresOf, ourSearch, readQueries, type Query } from '../../src/search/index/evaluate.ts'
import { engineOfFolder } from '../../src/search/index/open-index.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { HELD_OUT, TUNED, fileOfSet } from './query-sets.ts'

const folder = inject('sites').ours
const halves = ['tuning', 'fresh-tuning', 'held-out', 'fresh-held-out'].map(
  (half) => `tests/our-content/queries.${half}.yaml`,
)
describe('the queries', () => {
  let all: Query[][]
  beforeAll(async () => {
    all = await Promise.all(halves.map(readQueries))
  })

  test('are at least 400, 120 of which must find nothing, in halves that share none', () => {
    const queries = all.flat()
    expect(queries.length).toBeGreaterThanOrEqual(400)
    expect(queries.filter(({ page }) => page === null).length).toBeGreaterThanOrEqual(120)
    expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length)
  })

  test('name issues of this site, each of them', () => {
    const issues = readdirSync('content/issues').map((file) => `issues/${file.replace(/\.mdx?$/, '')}`)
    const asked = new Set(all.flat().flatMap(({ page }) => page ?? []))
    expect([...asked].sort()).toEqual(issues.sort())
  })
})

test('the right page comes first for the queries of further kinds, and none of those without a page is answered', async () => {
  const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
  const figures = figuresOf(
    await evaluate(search, await readQueries('tests/our-content/queries.unseen.yaml')),
  )
  expect(figures.queries).toBeGreaterThanOrEqual(190)
  expect(figures.hitAt1).toBeGreaterThanOrEqual(0.95)
  expect(figures.hitAt3).toBeGreaterThanOrEqual(0.97)
  expect(figures.nothing).toBeGreaterThanOrEqual(65)
  expect(figures.falseClaims).toBe(0)
})

test('the right page comes first for queries that were written by walking through incidents, and hardly one without a page is answered', async () => {
  const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
  const figures = figuresOf(
    await evaluate(search, await readQueries('tests/our-content/queries.incidents.yaml')),
  )
  expect(figures.queries).toBeGreaterThanOrEqual(100)
  expect(figures.hitAt1).toBeGreaterThanOrEqual(0.95)
  expect(figures.nothing).toBeGreaterThanOrEqual(80)
  expect(figures.falseClaims / figures.nothing).toBeLessThanOrEqual(0.02)
})

test('the right page comes first for everyday words, written by role from the plan alone', async () => {
  const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
  const figures = figuresOf(await evaluate(search, await readQueries('tests/our-content/queries.roles.yaml')))
  expect(figures.queries).toBeGreaterThanOrEqual(170)
  expect(figures.hitAt1).toBeGreaterThanOrEqual(0.94)
  expect(figures.hitAt3).toBeGreaterThanOrEqual(0.98)
})

test.each(halves)(
  'the right issue comes first for the queries of %s, and nothing is claimed to be found that is not',
  async (half) => {
    const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
    const figures = figuresOf(await evaluate(search, await readQueries(half)))
    expect(figures.hitAt1).toBeGreaterThanOrEqual(0.95)
    expect(figures.mrr).toBeGreaterThanOrEqual(0.97)
    expect(figures.falseClaims).toBe(0)
  },
)

const older = [...TUNED, ...HELD_OUT].filter((set) => !set.startsWith('trouble')).map(fileOfSet)

test('at most 1 % of the queries that have a page get no answer, over the older sets', async () => {
  const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
  const queries = (await Promise.all(older.map(readQueries))).flat()
  const asked = (await evaluate(search, queries)).filter(({ query }) => query.page !== null)
  expect(asked.length).toBeGreaterThanOrEqual(900)
  expect(asked.filter(({ isAnswered }) => !isAnswered).length / asked.length).toBeLessThanOrEqual(0.01)
})

test('the right page comes first for what people type, dictate and paste in trouble, half in German too', async () => {
  const search = ourSearch(await engineOfFolder(join(folder, INDEX_FOLDER)))
  const [worked, heldOut] = await Promise.all(
    ['trouble', 'trouble-held-out'].map(async (set) =>
      figuresOf(await evaluate(search, await readQueries(fileOfSet(set)))),
    ),
  )
  expect(worked?.queries).toBeGreaterThanOrEqual(100)
  expect(worked?.hitAt1).toBeGreaterThanOrEqual(0.94)
  expect(worked?.hitAt3).toBeGreaterThanOrEqual(0.98)
  expect(worked?.falseClaims).toBeLessThanOrEqual(8)
  expect(heldOut?.queries).toBeGreaterThanOrEqual(95)
  expect(heldOut?.hitAt1).toBeGreaterThanOrEqual(0.88)
  expect(heldOut?.falseClaims).toBeLessThanOrEqual(4)
})
