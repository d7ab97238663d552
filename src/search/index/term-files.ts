import type { TermFile } from '../engine/index-format.ts'
import type { Language } from '../engine/language.ts'
import type { Said } from './page-terms.ts'

/** With so much in a page a word says half of all that it can say. */
const HALF = 4
const MAX_SHARD = 20_000
/** From so many pages on, words that are on a fifth of them are listed by place of note alone. */
const MANY_PAGES = 400

/** For each term the pages in order, as the files have them. */
export function postings(pages: readonly ReadonlyMap<string, Said>[]): Map<string, number[]> {
  const lists = new Map<string, { count: number; list: number[]; last: number }>()
  const counts = new Map<string, number>()
  for (const said of pages) for (const term of said.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const isEverywhere = (term: string) =>
    pages.length > MANY_PAGES && (counts.get(term) ?? 0) > pages.length / 5
  for (const [page, said] of pages.entries()) {
    for (const [term, { amount, place }] of said) {
      const entry = lists.get(term) ?? { count: counts.get(term) ?? 0, list: [], last: 0 }
      lists.set(term, entry)
      if (place === 0 && isEverywhere(term)) continue
      entry.list.push(page - entry.last, place * 64 + Math.round((63 * amount) / (amount + HALF)))
      entry.last = page
    }
  }
  return new Map([...lists].map(([term, { count, list }]) => [term, [count, ...list]]))
}

/** Files of terms that begin alike, none larger than is worth a request. */
export function termShards(
  terms: ReadonlyMap<string, number[]>,
  everyday: readonly (readonly string[])[],
  language: Language,
): Map<string, TermFile> {
  const band = new Map<string, number>()
  for (const [index, list] of everyday.entries()) {
    for (const word of list) {
      const term = language.stem(word)
      if (!band.has(term)) band.set(term, index)
    }
  }
  const all = [...new Set([...terms.keys(), ...band.keys()])].sort()
  const shards = new Map<string, TermFile>()
  const fill = (prefix: string, members: readonly string[]) => {
    const size = members.reduce((sum, term) => sum + term.length + 5 * (terms.get(term)?.length ?? 0), 0)
    const here = size > MAX_SHARD ? members.filter((term) => term.length <= prefix.length) : members
    const deeper = Map.groupBy(members.slice(here.length), (term) =>
      [...term].slice(0, [...prefix].length + 1).join(''),
    )
    if (here.length > 0 || prefix === '') shards.set(prefix, shardOf(here, terms, band))
    for (const [next, group] of deeper) fill(next, group)
  }
  fill('', all)
  return shards
}

function shardOf(
  members: readonly string[],
  terms: ReadonlyMap<string, number[]>,
  band: ReadonlyMap<string, number>,
): TermFile {
  const of = (index: number) => members.filter((term) => band.get(term) === index).join(' ')
  return {
    terms: Object.fromEntries(
      members.flatMap((term) => (terms.has(term) ? [[term, terms.get(term) ?? []]] : [])),
    ),
    everyday: [of(0), of(1), of(2)],
  }
}
