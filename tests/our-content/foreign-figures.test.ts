import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  FOREIGN_FIGURES,
  foreignFiguresSchema,
  foreignRows,
  searchCode,
} from '../../src/search/index/foreign-figures.ts'

const figures = foreignFiguresSchema.parse(JSON.parse(readFileSync(FOREIGN_FIGURES, 'utf8')))
const readme = readFileSync('README.md', 'utf8')

it('the README quotes what was measured on other teams’ pages, and on which day', () => {
  const rows = readme
    .slice(readme.indexOf('| other teams’ pages'))
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(foreignRows(figures))
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  expect(readme).toContain(
    `Measured on ${day.format(new Date(figures.measured))} on ${String(figures.corpora.length)} sites`,
  )
  const pages = figures.corpora.reduce((sum, corpus) => sum + corpus.pages, 0)
  expect(readme).toContain(`${pages.toLocaleString('en-US')} pages of other teams`)
})

it('the figures are those of the search as it is', () => {
  const advice =
    'The search has changed since: node scripts/tools/eval-foreign.ts --write FOLDER..., then the table in README.md'
  expect(figures.code, advice).toBe(searchCode())
})

it('on other teams’ pages, first sentences and lines of code find their page', () => {
  const share = (kind: string) => {
    const some = figures.corpora.flatMap(({ kinds }) => kinds[kind] ?? [])
    return (
      some.reduce((sum, { first }) => sum + first, 0) / some.reduce((sum, { queries }) => sum + queries, 0)
    )
  }
  expect(share('first sentence')).toBeGreaterThanOrEqual(0.98)
  expect(share('line of code')).toBeGreaterThanOrEqual(0.9)
})

it('on other teams’ pages, at most 2 % of what must find nothing is answered, and the README names the site with most', () => {
  const nothing = figures.corpora.map((corpus) => corpus.nothing)
  expect(Math.min(...nothing.map(({ queries }) => queries))).toBeGreaterThanOrEqual(200)
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const answered = sum(nothing.map((each) => each.answered))
  expect(answered / sum(nothing.map(({ queries }) => queries))).toBeLessThanOrEqual(0.02)
  const [worst] = nothing.toSorted((a, b) => b.answered / b.queries - a.answered / a.queries)
  expect(readme).toContain(`answers ${String(worst?.answered)} of ${String(worst?.queries)}`)
})

it('on other teams’ pages, at most 1 % of the queries that have a page get no answer, on each site and on all', () => {
  const shares = figures.corpora.map(({ kinds, lost }) => ({
    lost,
    queries: Object.values(kinds).reduce((total, { queries }) => total + queries, 0),
  }))
  for (const [at, { lost, queries }] of shares.entries())
    expect(lost / queries, figures.corpora[at]?.name).toBeLessThanOrEqual(0.01)
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const all = sum(shares.map(({ queries }) => queries))
  expect(all).toBeGreaterThanOrEqual(8000)
  expect(sum(shares.map(({ lost }) => lost)) / all).toBeLessThanOrEqual(0.005)
})

it('on no kind of query is the search behind Pagefind alone', () => {
  for (const [kind, , first, firstThree, plainFirst, plainFirstThree] of foreignRows(figures)) {
    if (kind === 'nothing') continue
    expect(Number(first), kind).toBeGreaterThanOrEqual(Number(plainFirst))
    expect(Number(firstThree), kind).toBeGreaterThanOrEqual(Number(plainFirstThree))
  }
})
