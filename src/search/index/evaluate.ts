import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { createEngine } from '../engine/engine.ts'
import { present, resultsOf } from '../engine/results.ts'
import type { Lookup } from '../engine/lookup.ts'
import type { Pagefind } from '../engine/pagefind.ts'
import { LOOKUP_FILE, RANKING } from '../engine/settings.ts'

const querySchema = z.strictObject({
  kind: z.enum(['name', 'symptom', 'error', 'misspelt', 'half-remembered', 'trace', 'nothing']),
  /** The issue that must come first, or `null` where the search must not claim to have found anything. */
  answer: z.string().nullable(),
  q: z.string(),
})

export type Query = z.infer<typeof querySchema>

export interface Outcome {
  query: Query
  /** 1 for the first; Infinity where the answer is not among the results. */
  rank: number
  /** Whether the search presents its first result as found. */
  confident: boolean
  /** What came first. */
  first: string | undefined
}

export async function readQueries(file: string): Promise<Query[]> {
  return z.array(querySchema).parse(parse(await readFile(file, 'utf8')))
}

/** A search: the addresses it shows for a text, best first, and whether it presents them as found. */
export type Search = (text: string) => Promise<{ urls: string[]; confident: boolean }>

const pagefindModule = z.object({
  createInstance: z.custom<(options: Record<string, unknown>) => Pagefind>(
    (value) => typeof value === 'function',
  ),
})

/** Pagefind as the indexer wrote it, run by Node; `url` serves the same folder. */
async function loadPagefind(folder: string, url: string, options: object): Promise<Pagefind> {
  const module: unknown = await import(pathToFileURL(join(folder, 'pagefind.js')).href)
  return pagefindModule.parse(module).createInstance({ basePath: url, baseUrl: '/', ...options })
}

/** Our search over an index, the same code as in the browser. */
export async function ourSearch(folder: string, url: string): Promise<Search> {
  const lookup: Lookup = JSON.parse(await readFile(join(folder, LOOKUP_FILE), 'utf8'))
  const engine = createEngine(await loadPagefind(folder, url, { ranking: RANKING }), lookup)
  return async (text) => {
    const answer = await engine.search(text)
    const urls = await Promise.all(
      resultsOf(answer)
        .slice(0, 10)
        .map(async (result) => (await result.load(engine)).url),
    )
    return { urls, confident: answer.confident }
  }
}

/** Pagefind alone, asked for the text as it is. Whatever it shows, it shows as found. */
export async function plainSearch(folder: string, url: string): Promise<Search> {
  const pagefind = await loadPagefind(folder, url, {})
  return async (text) => {
    const { results } = await pagefind.search(text)
    const urls = await Promise.all(
      results.slice(0, 10).map(async (result) => present(await result.data()).url),
    )
    return { urls, confident: urls.length > 0 }
  }
}

export async function evaluate(search: Search, queries: readonly Query[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const query of queries) {
    const { urls, confident } = await search(query.q)
    const rank = query.answer === null ? Infinity : urls.indexOf(`/issues/${query.answer}/`) + 1 || Infinity
    outcomes.push({ query, rank, confident, first: urls[0] })
  }
  return outcomes
}

export interface Figures {
  queries: number
  hitAt1: number
  hitAt3: number
  /** Mean reciprocal rank. */
  mrr: number
  /** Right answers that came first and were presented as found, of all that have an answer. */
  confident: number
  /** Queries that must find nothing. */
  nothing: number
  /** Of those, how many were answered with confidence. */
  falseClaims: number
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answered = outcomes.filter(({ query }) => query.answer !== null)
  const nothing = outcomes.filter(({ query }) => query.answer === null)
  const share = (test: (outcome: Outcome) => boolean) => answered.filter(test).length / answered.length
  return {
    queries: answered.length,
    hitAt1: share(({ rank }) => rank === 1),
    hitAt3: share(({ rank }) => rank <= 3),
    mrr: answered.reduce((sum, { rank }) => sum + 1 / rank, 0) / answered.length,
    confident: share(({ rank, confident }) => rank === 1 && confident),
    nothing: nothing.length,
    falseClaims: nothing.filter(({ confident }) => confident).length,
  }
}
