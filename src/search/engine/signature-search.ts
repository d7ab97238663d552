import type { SignatureEntry } from './index-format.ts'
import { isPlainWord } from './terms.ts'
import { faultLines } from './excerpt.ts'
import { wordsForKeys } from './signature-keys.ts'
import { createSignatureMatcher, matchedLine } from './signatures.ts'
import type { Postings, Store } from './store.ts'
import type { Unit } from './unit.ts'

/** A page whose signature, alert or former id is in the text. */
export interface SignatureHit {
  page: number
  /** The signature or name, as the page gives it. */
  signature: string
  /** Whether it is a name or a code that is one of the page's words, rather than a signature. */
  isName: boolean
  /** The line of the text that it was found in, and where in that line. */
  line: string
  mark: { start: number; end: number }
}

/** Characters of a signature that count: a longer one says no more. */
const MAX_LITERAL = 80
/** What each further signature of a page adds, and by how much more one counts that is in the line of the cause. */
const FURTHER = 10
const IN_CAUSE = 1.5

/** What a code of a page's families counts, which is shorter than a message and says more; a class of exceptions says less. */
const CODE_WEIGHT = 64
const CLASS_WEIGHT = 45
/** A name on more pages leads to none of them. */
const MAX_NAMED = 3

/**
 * The pages whose signatures, names or codes are in a text, the likeliest first, each with the most specific one.
 *
 * @param scores of pages by their words: what decides between pages whose signatures say the same
 * @param units what the text says: a name in it that is a page's alert or one of its error codes is as good as a signature
 */
export async function searchSignatures(
  text: string,
  units: readonly Unit[],
  isLog: boolean,
  store: Store,
  scores: ReadonlyMap<number, number> = new Map(),
): Promise<SignatureHit[]> {
  const candidates = unique(await store.signatures(new Set(wordsForKeys(text))))
  const matches = createSignatureMatcher(candidates.map(([, signature]) => signature))(text)
  const [main] = faultLines(text)
  const causeAt = main === undefined ? -1 : text.lastIndexOf(main)
  const pages = new Map<number, { hit: SignatureHit; weight: number; further: number }>()
  const named = units.flatMap(({ kind, shown, ways }) => {
    // Among other typed words a name is one of them; alone, or in a log, it says which page is meant.
    const start = kind === 'name' && (isLog || units.length === 1) ? text.indexOf(shown) : -1
    if (start < 0) return []
    const pages = ways.filter(({ share }) => share === 1).flatMap(({ postings }) => pagesOfNote(postings))
    if (pages.length > MAX_NAMED) return []
    return pages.map((page) => ({
      page,
      signature: shown,
      start,
      end: start + shown.length,
      isName: true,
      literal: /^[\p{Lu}\p{N}_-]+$/u.test(shown) ? CODE_WEIGHT : CLASS_WEIGHT,
    }))
  })
  const found = matches.flatMap((match) => {
    const [page, signature] = candidates[match.signature] ?? []
    if (page === undefined || signature === undefined || !isMeant(signature, text, match, isLog)) return []
    return [{ ...match, page, signature, isName: false }]
  })
  for (const match of [...found, ...named]) {
    const { page, signature, isName } = match
    const isInCause = causeAt >= 0 && match.start >= causeAt && match.start < causeAt + (main?.length ?? 0)
    const weight = Math.min(MAX_LITERAL, match.literal) * (isInCause ? IN_CAUSE : 1)
    const before = pages.get(page)
    // A whole message says more to a reader than the name of its class, whatever counts more.
    if (before && (before.weight >= weight || isName)) {
      before.weight = Math.max(before.weight, weight)
      before.further += isName ? 0 : 1
    } else {
      const line = matchedLine(text, match)
      const start = Math.max(0, line.indexOf(text.slice(match.start, match.end).slice(0, 40)))
      const mark = { start, end: Math.min(line.length, start + match.end - match.start) }
      pages.set(page, {
        hit: { page, signature, isName, line, mark },
        weight,
        further: (before?.further ?? -1) + 1,
      })
    }
  }
  const worth = ({ weight, further }: { weight: number; further: number }) => weight + FURTHER * further
  const scoreOf = ({ page }: SignatureHit) => scores.get(page) ?? 0
  return [...pages.values()]
    .sort((a, b) => worth(b) - worth(a) || scoreOf(b.hit) - scoreOf(a.hit) || a.hit.page - b.hit.page)
    .map(({ hit }) => hit)
}

/** An alert that is called by a common word is meant where that is all of a text, or where a log writes it as it is written. */
function isMeant(
  signature: string,
  text: string,
  { start, end }: { start: number; end: number },
  isLog: boolean,
): boolean {
  if (!isPlainWord(signature) || text.trim().length === signature.length) return true
  return isLog && /^\p{Lu}/u.test(signature) && text.slice(start, end) === signature
}

/** The pages that have a term in their title, their names or their codes. */
function pagesOfNote({ pages, values }: Postings): number[] {
  return [...pages].filter((_, index) => (values[index] ?? 0) >= 128)
}

function unique(entries: readonly SignatureEntry[]): SignatureEntry[] {
  return [...new Map(entries.map((entry) => [`${String(entry[0])} ${entry[1]}`, entry])).values()]
}
