import { LOG_WORDS } from './stop-words.ts'
import { queryWords } from './words.ts'

/** How many words of a log are searched for: the rarest ones. */
export const TELLING_WORDS = 12

/** Longer than this, or over more than one line, is pasted rather than typed. */
const TYPED_LENGTH = 120

/**
 * What is read of a pasted text, of its start and of its end: lines, and characters of those lines. There the error is; the
 * signatures are sought in all of it.
 */
export const LINES_READ = 200
export const MAX_READ = 25_000

/** Characters read of what stands between two blanks: the patterns below must have little to try. */
const MAX_TOKEN = 160

/** Where a program was when it failed: says much of its code, and little of the fault. */
const FRAME = /^\s*(?:at\s+\S+\(|File "[^"]*", line \d+|\.\.\. \d+ (?:more|common)|from \S+:\d+:in )/

/** Whether a text was pasted from a log: several lines, or longer than anyone types. */
export function isExcerpt(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.length > TYPED_LENGTH || trimmed.includes('\n')
}

/** Whether what stands between two blanks varies from one occurrence of an error to the next. */
function varies(token: string): boolean {
  return (
    /^\W*\d/.test(token) || // times, counts, versions
    /(?:^|\W)[\da-f]{8,}(?:\W|$)/i.test(token) || // hashes, UUIDs
    /^\W*0x/i.test(token) || // addresses
    /\w+(?:\.\w[\w-]*)+:\d+/.test(token) || // hosts with a port
    /^\W*(?:https?:\/|[\w.~-]*\/[\w.-]+\/)/.test(token) || // links, paths
    /^\S+@\S+\.\S+$/.test(token)
  )
}

/** Stands in the middle of a sentence in a log as `key=value`: the key tells, the value varies. */
const assignment = /^\W*([A-Za-z][\w.-]*)=.*$/

/**
 * The words of a log excerpt that tell most about the fault: times, ids, addresses, paths, numbers, stack frames and stop
 * words set aside, of names like `org.apache.kafka.Thing` only the last, and of the rest the rarest.
 *
 * @param pagesWith how many pages of the index have a word
 */
export function tellingWords(
  text: string,
  pagesWith: (word: string) => number,
  limit = TELLING_WORDS,
): string[] {
  const lines = text.split('\n')
  const read =
    lines.length > 2 * LINES_READ ? [...lines.slice(0, LINES_READ), ...lines.slice(-LINES_READ)] : lines
  const messages = read.filter((line) => !FRAME.test(line))
  const words = new Set<string>()
  for (const whole of bothEnds(messages.join('\n')).split(/\s+/)) {
    const token = whole.slice(0, MAX_TOKEN)
    if (varies(token)) continue
    const kept = assignment.exec(token)?.[1] ?? token
    for (const word of queryWords(lastNames(kept))) {
      if (word.length > 1 && word.length <= 60 && !/^\d+$/.test(word) && !LOG_WORDS.has(word)) words.add(word)
    }
  }
  return [...words].sort((a, b) => pagesWith(a) - pagesWith(b)).slice(0, limit)
}

function bothEnds(text: string): string {
  return text.length <= 2 * MAX_READ ? text : `${text.slice(0, MAX_READ)} ${text.slice(-MAX_READ)}`
}

/** `org.apache.kafka.errors.TimeoutException:` → `TimeoutException:`; `max.poll.interval.ms` stays. */
function lastNames(token: string): string {
  return token.replace(/(?:\b[a-z][\w$]*\.)+(?=[A-Z]\w*)/g, '')
}
