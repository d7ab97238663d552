import { stemmer } from 'stemmer'
import { SMALL_WORDS, STOP_WORDS } from './english/stop-words.ts'
import { grammarOf } from './other-grammar.ts'

/** What the search knows of a language. */
export interface Language {
  /** One form for all grammatical forms of a word, and for the spellings of its countries. Words come folded, see `fold`. */
  stem: (word: string) => string
  /** Words that say nothing about a page. */
  stop: ReadonlySet<string>
  /** Whether words are joined to longer ones without a blank: `Arbeitsspeicherüberlauf`. */
  compounds: boolean
  /** Words that may be between the words of a phrase. */
  small: ReadonlySet<string>
  /** Whether the table of what people say of faults is in it. */
  isEnglish: boolean
}

const kept = new Map<string, string>()

/** Words that are no form of the word that they begin with: an accountant is no account. */
const OF_ITS_OWN: ReadonlyMap<string, string> = new Map([
  ['accountant', 'accountant'],
  ['accountants', 'accountant'],
])

const ENGLISH: Language = {
  stem(word) {
    let stem = kept.get(word)
    if (stem === undefined) {
      stem = OF_ITS_OWN.get(word) ?? stemmer(american(word))
      kept.set(word, stem)
    }
    return stem
  },
  stop: STOP_WORDS,
  compounds: false,
  small: SMALL_WORDS,
  isEnglish: true,
}

/** A language without a stemmer here: its words are matched as they are. */
const plain = (tag: string): Language => ({
  stem: (word) => word,
  stop: grammarOf(tag),
  compounds: COMPOUNDS.test(tag),
  small: new Set(),
  isEnglish: false,
})
/** German, Dutch, the Nordic languages, Finnish, Estonian and Hungarian. */
const COMPOUNDS = /^(?:de|nl|sv|da|nb|nn|no|is|fi|et|hu)(?:-|$)/i

/** @param tag as BCP 47 names it */
export function languageOf(tag: string): Language {
  return /^en(?:-|$)/i.test(tag) ? ENGLISH : plain(tag)
}

/** Lower case, without accents: `Überläuferin` and `uberlauferin` are one word. */
export function fold(text: string): string {
  return text.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}

/** What every word has that one of the replacements would change: nearly no word has it. */
const MAY_BE_BRITISH =
  /[iy]s(?:e|es|ed|ing|er|ers|ation|ations)$|our(?:s|ed|ing|able|ite|ites)?$|res?$|ogues?$|ll(?:ed|ing|er|ation)$|^(?:licence|offence|defence|pretence|cheque|programme|grey)/

/** British spellings as American ones. It may change a word that was right: it does so in pages and queries alike. */
function american(word: string): string {
  if (word.length < 5 || !MAY_BE_BRITISH.test(word)) return word
  return word
    .replace(/ys(e|es|ed|ing|er|ers)$/, 'yz$1')
    .replace(/is(e|es|ed|ing|er|ers|ation|ations)$/, (end, rest: string) =>
      word.length > 6 ? `iz${rest}` : end,
    )
    .replace(/([a-z]{2})our(s|ed|ing|able|ite|ites)?$/, '$1or$2')
    .replace(/^(cent|met|theat|fib|calib|lit)re(s)?$/, '$1er$2')
    .replace(/ogue(s)?$/, 'og$1')
    .replace(/ll(ed|ing|er|ation)$/, 'l$1')
    .replace(/^licence/, 'license')
    .replace(/^(off|def|pret)ence/, '$1ense')
    .replace(/^cheque/, 'check')
    .replace(/^programme/, 'program')
    .replace(/^grey/, 'gray')
}
