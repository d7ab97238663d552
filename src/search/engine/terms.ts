import { fold, type Language } from './language.ts'

/** A word or a name of a text, as the index and the queries know it. */
export interface Token {
  /** As it is written. */
  text: string
  /** Where it is in the text, in UTF-16 units. */
  start: number
  end: number
  /** Folded, in one piece: `executorlostfailure`, `maxpollintervalms`, `queues`. */
  word: string
  /** The term of the index for it. */
  term: string
  /** Whether it is a name of machines: an identifier, a constant, a key, an error code. */
  isName: boolean
  /** The words that a name consists of. */
  parts: readonly string[]
  /** Whether it is a pair of signs of a writing without blanks. */
  isPair?: boolean
}

/** A run of letters and digits, with single joints between. Nothing else than one run after the other is tried. */
const RUN = /[\p{L}\p{N}_$]+(?:[.\-'’:/](?=[\p{L}\p{N}_$])[\p{L}\p{N}_$]+)*/gu
const CASES = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{L}]+/gu
/** Writing without blanks: its pairs of letters are its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/**
 * The stretches of such writing: signs of one kind each. Hiragana between others is grammar (`到着が遅れる`, `遅い`), and says
 * nothing alone.
 */
const SCRIPTS =
  /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|\p{Script=Thai}+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}ー]+/gu
const GRAMMAR = /^\p{Script=Hiragana}{1,3}$/u
export const isErrorCode = (run: string): boolean => ERROR_CODE.test(run)
const ERROR_CODE = /^[A-Za-z]{2,6}-\d{2,6}$/
/** A name of an error in small letters. */
const ERROR_CLASS = /(?:exception|error)$/
/** More of one run is no name, and what follows must have little to try. */
const MAX_RUN = 200

/** The tokens of a text, in order. */
export function tokens(text: string, language: Language): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(RUN)) {
    const start = match.index
    const run = match[0].slice(0, MAX_RUN)
    const known = knownTokens(run, language)
    if (known) for (const token of known) found.push(shifted(token, start))
    // `Kafkaのラグ`: names of machines are glued to the words around them.
    else
      for (const { 0: piece, index } of run.matchAll(SCRIPTS))
        if (UNSPACED.test(piece)) found.push(...pairs(piece, start + index, run))
        else found.push(...tokens(piece, language).map((token) => shifted(token, start + index)))
  }
  return found
}

/** What the runs of a language consist of, as if each were a text of its own: most runs of a text are the same few words. */
const knownRuns = new WeakMap<Language, Map<string, readonly Token[]>>()
/** So many runs are known at a time: a text may be as long as it likes. */
const MAX_KNOWN = 50_000

/** The tokens of a run as if it were a text of its own; `undefined` where it has writing without blanks. */
function knownTokens(run: string, language: Language): readonly Token[] | undefined {
  let runs = knownRuns.get(language)
  if (!runs) knownRuns.set(language, (runs = new Map()))
  const known = runs.get(run)
  if (known) return known
  if (UNSPACED.test(run)) return undefined
  if (runs.size >= MAX_KNOWN) runs.clear()
  const made = runTokens(run, 0, language)
  runs.set(run, made)
  return made
}

function runTokens(run: string, start: number, language: Language): Token[] {
  const plain = (text: string, at: number): Token[] => {
    const word = fold(text).replace(/[^\p{L}\p{N}]/gu, '')
    return word === ''
      ? []
      : [
          {
            text,
            start: at,
            end: at + text.length,
            word,
            term: language.stem(word),
            isName: false,
            parts: [],
          },
        ]
  }
  const spoken = apostrophes(run)
  if (spoken !== run) return spoken === '' ? [] : plain(spoken, start)
  // `n/a` and `and/or`, `12:04:11`, `key:value`: what such a joint joins are words of their own, unless they are tiny.
  if (/[/:'’]/.test(run)) {
    if (/^\p{L}\/\p{L}$/u.test(run)) return plain(run, start)
    return pieces(run, /[/:'’]/u).flatMap(({ text, at }) => runTokens(text, start + at, language))
  }
  if (ERROR_CODE.test(run)) return [name(run, start, [])]
  // Dates, versions, times: only a plain number can be the code of an error.
  if (!/\p{L}/u.test(run)) return /^\p{N}+$/u.test(run) ? plain(run, start) : []
  const local = lastName(run)
  const at = start + run.length - local.length
  const parts = local.match(CASES) ?? []
  if (parts.length < 2)
    return ERROR_CLASS.test(local) && local.length > 12 ? [name(local, at, [])] : plain(local, at)
  if (/^\p{L}\p{Ll}*(?:-\p{L}\p{Ll}+)+$/u.test(local)) {
    // `time-series` is two words, and one: people write it any way.
    const words = pieces(local, /-/u).flatMap((piece) => plain(piece.text, at + piece.at))
    const whole = plain(local, at)
    return [...words, ...whole.map((token) => ({ ...token, start: token.end }))]
  }
  // `spark.sql.autoBroadcastJoinThreshold` is known by its last part, too.
  const segments = pieces(local, /\./).flatMap(({ text }) =>
    text !== local && (text.match(CASES) ?? []).length > 1 ? [nameKey(text)] : [],
  )
  return [name(local, at, [...parts.map((part) => language.stem(fold(part))), ...segments])]
}

function name(text: string, start: number, parts: readonly string[]): Token {
  const word = nameKey(text)
  return { text, start, end: start + text.length, word, term: word, isName: true, parts }
}

/** How a name is compared: `NOT_ENOUGH_REPLICAS`, `NotEnoughReplicas` and `NotEnoughReplicasException` are one. */
export function nameKey(text: string): string {
  const word = fold(text).replace(/[^\p{L}\p{N}]/gu, '')
  return word.length > 12 ? word.replace(/(?:exception|error)$/, '') : word
}

/** Whether a name is a word as any other: nothing but letters, without a capital inside, or an abbreviation. */
export const isPlainWord = (name: string): boolean => /^(?:\p{L}\p{Ll}*|\p{Lu}+)$/u.test(name)

/** `KafkaConsumerLagHigh` → `consumerlaghigh`, `laghigh`: names are remembered from the middle, too. */
export function endingsOf(name: string): string[] {
  return tokenNames(name).flatMap((parts) =>
    parts.slice(1, -1).map((_, index) => fold(parts.slice(index + 1).join(''))),
  )
}

/** The parts of each name of machines in a text. */
function tokenNames(text: string): string[][] {
  return [...text.matchAll(RUN)]
    .map(([run]) => run.slice(0, MAX_RUN))
    .filter((run) => !UNSPACED.test(run) && !/[/:]/.test(run))
    .map((run): string[] => run.match(CASES) ?? [])
    .filter((parts) => parts.length > 2 && parts.length <= MAX_PARTS)
}
const MAX_PARTS = 12

/** `org.apache.kafka.errors.TimeoutException` → `TimeoutException`; `max.poll.interval.ms` stays. */
function lastName(run: string): string {
  const dot = run.lastIndexOf('.')
  return dot > 0 && /^\p{Lu}/u.test(run.slice(dot + 1)) && /^[\p{Ll}\p{N}_.$]+$/u.test(run.slice(0, dot))
    ? run.slice(dot + 1)
    : run
}

/** `what's` → `what`, `doesn't` and `dont` → `not`. */
function apostrophes(run: string): string {
  const word = run.replaceAll('’', "'")
  if (/^\p{L}+n'?t$/iu.test(word) && NEGATIONS.has(word.toLowerCase().replace("'", ''))) return 'not'
  return word.replace(/^(\p{L}+)'(?:s|re|ll|ve|d|m)$/iu, '$1')
}

const NEGATIONS = new Set(
  'dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt cant couldnt wont wouldnt shouldnt mustnt neednt aint'.split(
    ' ',
  ),
)

function pieces(run: string, joint: RegExp): { text: string; at: number }[] {
  let at = 0
  return run.split(joint).map((text) => {
    const piece = { text, at }
    at += text.length + 1
    return piece
  })
}

/** The same token further on. Written out: it is made for every word of every page. */
const shifted = ({ text, start, end, word, term, isName, parts, isPair }: Token, by: number): Token =>
  isPair === undefined
    ? { text, start: start + by, end: end + by, word, term, isName, parts }
    : { text, start: start + by, end: end + by, word, term, isName, parts, isPair }

/** @param around the run that the stretch is in */
function pairs(run: string, start: number, around: string): Token[] {
  if (run !== around && GRAMMAR.test(run)) return []
  const letters = [...run]
  const found: Token[] = []
  let at = start
  for (const [index, letter] of letters.entries()) {
    const text = letter + (letters[index + 1] ?? '')
    if (index + 1 < letters.length || letters.length === 1) {
      const term = fold(text)
      found.push({
        text,
        start: at,
        end: at + text.length,
        word: term,
        term,
        isName: false,
        parts: [],
        isPair: true,
      })
    }
    at += letter.length
  }
  return found
}
