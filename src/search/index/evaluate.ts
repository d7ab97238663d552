import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Engine } from '../engine/engine.ts'

/** An entry of a file of queries. */
export const querySchema = z.union([
  z.strictObject({
    /** What sort of query it is, for the table. */
    kind: z.string().default('query'),
    q: z.string(),
    /** The page that must come first, as `issues/late-data`, or `null` where nothing must be found. */
    page: z.string().nullable(),
  }),
  z
    .strictObject({ kind: z.string(), answer: z.string().nullable(), q: z.string() })
    .transform(({ answer, ...query }) => ({ ...query, page: answer === null ? null : `issues/${answer}` })),
])

export interface Query {
  kind: string
  q: string
  page: string | null
  /** Pages that are as right, because they say the same. */
  also?: readonly string[]
}

export interface Outcome {
  query: Query
  /** 1 for the first; Infinity where the page is not among the answers. */
  rank: number
  /** Whether anything is presented as an answer. */
  isAnswered: boolean
  /** What came first. */
  first: string | undefined
}

export async function readQueries(file: string): Promise<Query[]> {
  return z.array(querySchema).parse(parse(await readFile(file, 'utf8')) ?? [])
}

/** A search: the pages that it presents as answers to a text, best first, as `issues/late-data`. */
export type Search = (text: string) => Promise<string[]>

const pageOf = (url: string) => url.replace(/^\/|\/$/g, '')

/** Our search, the same code as in the browser. */
export function ourSearch(engine: Engine): Search {
  return async (text) => {
    const { found } = await engine.search(text)
    return Promise.all(found.slice(0, 10).map(async ({ id }) => pageOf((await engine.texts(id)).url)))
  }
}

interface Pagefind {
  search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>
}
const pagefindModule = z.object({
  createInstance: z.custom<(options: Record<string, unknown>) => Pagefind>(
    (value) => typeof value === 'function',
  ),
})

/** Pagefind alone, run by Node, asked for the text as it is; `url` serves its folder. Whatever it shows, it shows as an answer. */
export async function plainSearch(folder: string, url: string): Promise<Search> {
  const module: unknown = await import(pathToFileURL(join(folder, 'pagefind.js')).href)
  const pagefind = pagefindModule.parse(module).createInstance({ basePath: url, baseUrl: '/' })
  const search = async (text: string) => {
    const { results } = await pagefind.search(text)
    return Promise.all(results.slice(0, 10).map(async (result) => pageOf((await result.data()).url)))
  }
  // A connection that was open for a while may just be closing, on a busy machine more than once.
  const patient = async (text: string, left: number): Promise<string[]> => {
    try {
      return await search(text)
    } catch (error) {
      if (left === 0) throw error
      await setTimeout(200)
      return patient(text, left - 1)
    }
  }
  return (text) => patient(text, 5)
}

export async function evaluate(search: Search, queries: readonly Query[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const query of queries) {
    const pages = await search(query.q)
    const right = query.page === null ? [] : [query.page, ...(query.also ?? [])]
    const rank = pages.findIndex((page) => right.includes(page)) + 1 || Infinity
    outcomes.push({ query, rank, isAnswered: pages.length > 0, first: pages[0] })
  }
  return outcomes
}

export interface Figures {
  /** Queries that have a page. */
  queries: number
  hitAt1: number
  hitAt3: number
  /** Mean reciprocal rank. */
  mrr: number
  /** Queries that must find nothing. */
  nothing: number
  /** Of those, how many were answered. */
  falseClaims: number
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answered = outcomes.filter(({ query }) => query.page !== null)
  const nothing = outcomes.filter(({ query }) => query.page === null)
  const share = (test: (outcome: Outcome) => boolean) =>
    answered.length === 0 ? NaN : answered.filter(test).length / answered.length
  return {
    queries: answered.length,
    hitAt1: share(({ rank }) => rank === 1),
    hitAt3: share(({ rank }) => rank <= 3),
    mrr: answered.reduce((sum, { rank }) => sum + 1 / rank, 0) / answered.length,
    nothing: nothing.length,
    falseClaims: nothing.filter(({ isAnswered }) => isAnswered).length,
  }
}

/** The outcomes of each kind of query, in the order in which the kinds come. */
export function byKind(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  return Map.groupBy(outcomes, ({ query }) => query.kind)
}
