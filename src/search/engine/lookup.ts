import { stemmer } from 'stemmer'

/** An issue, as the search shows it before Pagefind has loaded its page. */
export interface LookupIssue {
  /** Pagefind's id of the page. */
  id: string
  /** Below the site's root. */
  url: string
  title: string
  summary: string
  severity: string
  owner: string
  signatures: string[]
  /** Alerts and former ids. */
  names: string[]
}

/** What lies beside Pagefind's index; written by `src/search/index/write-lookup.ts`. */
export interface Lookup {
  /** Pages in the index. */
  pages: number
  /** Words in order, separated by blanks, under the number of pages that have them. */
  words: Record<string, string>
  issues: LookupIssue[]
}

/** The words of the index, and how rare each is. */
export interface Vocabulary {
  /** Every word of the index. */
  words: readonly string[]
  /** Pages that have the word, in this or another grammatical form; 0 where none has. */
  pagesWith: (word: string) => number
  /** Whether the index has the word, another form of it, or a word that begins with it. */
  knows: (word: string) => boolean
  /** How much a word tells that so many pages have: the fewer, the more. A word that no page has tells most. */
  weight: (pagesWith: number) => number
}

export function createVocabulary({ pages, words }: Pick<Lookup, 'pages' | 'words'>): Vocabulary {
  const counts = new Map<string, number>()
  const stems = new Map<string, number>()
  for (const [count, list] of Object.entries(words)) {
    for (const word of list.split(' ')) {
      counts.set(word, Number(count))
      const stem = stemmer(word)
      stems.set(stem, Math.min(pages, Math.max(stems.get(stem) ?? 0, Number(count))))
    }
  }
  const sorted = [...counts.keys()].sort()
  const pagesWith = (word: string) => counts.get(word) ?? stems.get(stemmer(word)) ?? 0
  return {
    words: sorted,
    pagesWith,
    knows: (word) =>
      pagesWith(word) > 0 ||
      (word.length >= 3 && (sorted[lowerBound(sorted, word)]?.startsWith(word) ?? false)),
    weight: (count) => Math.log(1 + pages / (count + 0.5)),
  }
}

/** Index of the first word that does not come before `word`. */
function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
