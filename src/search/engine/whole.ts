import { hash } from './index-format.ts'
import type { Postings, Store } from './store.ts'
import { plainWords } from './wording.ts'

/**
 * The term of the index for a title or a keyword as a whole, however it is written. It is a hash, so that terms stay short;
 * no word of a text begins so.
 */
export const wholeTerm = (text: string): string => `=${hash(plainWords(text)).toString(36)}`

/** The pages that are called just what was typed: by their title or name, by a keyword, and by a heading that few pages have. */
export interface Called {
  byTitle: Set<number>
  byKeyword: Set<number>
  byHeading: Set<number>
}

/** @param texts what was typed, and how it was corrected */
export async function calledSo(texts: readonly string[], store: Store): Promise<Called> {
  const byTitle = new Set<number>()
  const byKeyword = new Set<number>()
  const byHeading = new Set<number>()
  const words = [...new Set(texts.filter((text) => plainWords(text).trim() !== ''))]
  const found = await Promise.all(words.map((text) => store.postings(wholeTerm(text))))
  for (const { pages, values } of found.filter((each): each is Postings => each !== undefined))
    for (const [index, page] of pages.entries())
      [byHeading, byKeyword, byTitle][(values[index] ?? 0) >> 6]?.add(page)
  return { byTitle, byKeyword, byHeading }
}
