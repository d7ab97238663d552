import type { Pagefind, PagefindResponse } from './pagefind.ts'

/** Answers kept: the words of what is being typed, and of what was typed before. */
const MAX_KEPT = 64

/**
 * Pagefind, asked only once for each text: with every letter that is typed the search comes back to the words before it, and
 * for the marks of the results to the text that it has just asked for.
 */
export function remembering(pagefind: Pagefind): Pagefind {
  const kept = new Map<string, Promise<PagefindResponse>>()
  return {
    filters: () => pagefind.filters(),
    search(text, options) {
      if (text === null || options !== undefined) return pagefind.search(text, options)
      const answer = kept.get(text) ?? pagefind.search(text)
      // The last one asked for is the last one to go.
      kept.delete(text)
      kept.set(text, answer)
      const [oldest] = kept.keys()
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
      answer.catch(() => kept.delete(text))
      return answer
    },
  }
}
