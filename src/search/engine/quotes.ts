import { faultLines } from './excerpt.ts'
import type { Ranked } from './rank.ts'
import { compareWording, sayingOf, type Sameness, type Saying } from './wording.ts'

/** The ids of pages as Pagefind's own ranking has them, for what no page has enough of. */
export type PlainOrder = (text: string) => Promise<string[]>

/** Pages that say a text just so, or nearly. */
export interface Quotes {
  /** Share of the text's rows of words, for each page that was compared: 0 to 1. */
  shares: ReadonlyMap<number, number>
  /** By how much more such a page counts. */
  factors: ReadonlyMap<number, number>
  /** The page that alone has all of it in one piece. */
  alone: number | undefined
  /** The pages that have nearly all of a text that is long enough to be somebody's. */
  nearly: ReadonlySet<number>
}

/** Pages whose wording is compared, where the query has rows of words to compare. */
const COMPARED = 12
/** Pages of Pagefind's own order that are compared with a sentence. */
const COMPARED_PLAIN = 10
/** How much more a page counts that has all of the query just so. */
const WORDING_BOOST = 4
const MIN_ROWS = 2
/** From so many rows on, a page that has nearly all of them is quoted. */
const ROWS_OF_QUOTE = 3
export const QUOTED = 0.95
const NEARLY = 0.8
/** How far behind the best another page is as near. */
const AS_NEAR = 0.1
/** How much more a page counts that says a query just so; and all of it in one piece: a list of links says most of it, too. */
export const CALLED_SO = 3
const WHOLE_QUOTE = 8
/** From so many rows on, a text that one page alone has in one piece is that page's. */
const ROWS_OF_OWN = 6
/** What the first place in Pagefind's order adds. */
const OF_PLAIN = 0.5
/** So many rows of words nobody types but who quotes a sentence. */
const ROWS_OF_SENTENCE = 4
/** The longest line of a program that Pagefind is asked for, in characters. */
const MAX_LINE = 400

/** A few small words in a row are on any page. */
const beyondChance = (share: number): number => Math.max(0, (share - 0.25) / 0.75)

/**
 * Compares what was asked with what the likeliest pages say.
 *
 * @param ranked best first
 * @param wording of a page, as words
 */
export async function quotesIn(
  text: string,
  isLog: boolean,
  ranked: readonly Ranked[],
  wording: (page: number) => Promise<string>,
  plainPages: ((text: string) => Promise<number[]>) | undefined,
): Promise<Quotes> {
  const sayings = sayingsOf(text, isLog)
  const [{ rows }] = sayings
  const isSentence = rows.length >= ROWS_OF_SENTENCE
  const found = new Map<number, Sameness>()
  const compare = async (pages: readonly number[]) => {
    const others = pages.filter((page) => page >= 0 && !found.has(page))
    await Promise.all(others.map(async (page) => found.set(page, best(sayings, await wording(page)))))
  }
  if (rows.length >= MIN_ROWS) await compare(ranked.slice(0, COMPARED).map(({ page }) => page))
  let plain: number[] = []
  const has = (least: number) => [...found.values()].some(({ share }) => share >= least)
  // A whole sentence: the pages with all of its words, the small ones too, are Pagefind's to name.
  if (isSentence && !isLog && plainPages) {
    plain = await plainPages(text)
    await compare(plain.slice(0, COMPARED_PLAIN))
  }
  const isLine = isSentence && text.length <= MAX_LINE && !text.trim().includes('\n')
  if (isLine && plainPages && !has(NEARLY) && (isLog || /\p{N}/u.test(text)))
    await compare((await plainPages(withoutNumbered(text))).slice(0, COMPARED_PLAIN))

  const whole = new Set<number>()
  const factors = new Map<number, number>()
  for (const [page, { share, isWhole }] of found) {
    const isQuote = rows.length >= ROWS_OF_QUOTE && share >= QUOTED
    const place = plain.indexOf(page)
    if (isQuote && isWhole && rows.length >= ROWS_OF_OWN) whole.add(page)
    // Of pages that say it alike, Pagefind's first is first.
    const quote = isQuote
      ? (isWhole ? WHOLE_QUOTE : CALLED_SO) * (place < 0 ? 1 : 1 + OF_PLAIN / (1 + place))
      : 1
    factors.set(page, (1 + WORDING_BOOST * beyondChance(share) ** 2) * quote)
  }
  const most = Math.max(0, ...[...found.values()].map(({ share }) => share))
  const nearly = [...found].filter(
    ([, { share }]) => isSentence && share >= NEARLY && share >= most - AS_NEAR,
  )
  return {
    shares: new Map([...found].map(([page, { share }]) => [page, share])),
    factors,
    alone: whole.size === 1 ? [...whole][0] : undefined,
    nearly: new Set(nearly.map(([page]) => page)),
  }
}

/** All of a text, and of a long log the line that names the fault: a page quotes that one. */
function sayingsOf(text: string, isLog: boolean): [Saying, ...Saying[]] {
  const all = sayingOf(text)
  const [line] = isLog && text.trim().includes('\n') ? faultLines(text) : []
  if (line === undefined) return [all]
  const own = sayingOf(line)
  return own.rows.length >= ROWS_OF_SENTENCE ? [own, all] : [all]
}

function best(sayings: readonly Saying[], wording: string): Sameness {
  return sayings
    .map((saying) => compareWording(saying, wording))
    .reduce((a, b) => (b.share > a.share ? b : a))
}

/** A text without the words that have a number in them, which are of that time alone. */
const withoutNumbered = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}_.-]+/u)
    .filter((word) => !/\p{N}/u.test(word))
    .join(' ')
