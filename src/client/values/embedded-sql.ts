import { heredocOf, type Heredoc } from './heredocs.ts'

/** The SQL that a place of a shell block is in, and how the shell has it. */
export interface EmbeddedSql {
  /** The statement up to the place, and from it on, as the program gets it. */
  before: string
  after: string
  /** The quotes of the shell around the place, or what else it is in: a heredoc, or a command that is read twice. */
  within: '' | "'" | '"' | 'a heredoc' | 'another command'
}

/** Programs that run SQL, as a page writes their names. */
const CLIENT =
  /(?:^|[\s/|;&($`])(?:psql|mysql|mariadb|sqlite3|duckdb|spark-sql|beeline|hive|impala-shell|trino|presto(?:-cli)?|clickhouse(?:-client)?|snowsql|bq|sqlplus|sqlcmd|cqlsh|cockroach|usql|db2|vsql|isql|ksql(?:-cli)?)(?![\w.-])/
/** The option whose word is the statement, of those clients that have one. */
const ASKED = new RegExp(
  [
    ['psql|duckdb|usql|vsql', '-[a-zA-Z]*c|--command'],
    ['mysql|mariadb|hive|beeline|spark-sql|cqlsh|cockroach\\s+sql', '-[a-zA-Z]*e|--execute'],
    ['trino|presto(?:-cli)?', '--execute'],
    ['clickhouse(?:-client)?|impala-shell|snowsql', '-q|--query'],
    ['sqlcmd', '-[qQ]'],
  ]
    .map(([client = '', option = '']) => `(?:${client})(?![\\w.-])[^]*\\s(?:${option})\\s*`)
    .map((way) => `(?:${way})$`)
    .join('|'),
)
/** How a statement begins, whatever runs it. */
const STATEMENT =
  /^[\s(]*(?:--[^\n]*\s*)*(?:(?:select|explain|describe|msck|vacuum|analyze|optimize)\s|with\s+\w+\s+as\s*\(|(?:insert|merge|replace)\s+(?:into|overwrite)\s|update\s+\S+\s+set\s|delete\s+from\s|(?:create|drop|alter|truncate|refresh)\s+(?:or\s+replace\s+)?(?:temp\w*\s+)?(?:table|view|schema|database|index)\s|show\s+(?:partitions|tables|create|columns)\s|call\s+[\w.]+\()/i
/** An option and its statement in one word: `--query=SELECT …`, `-cSELECT …`. */
const GLUED = /^(?:--[\w-]+=|-[ceqQ])/

/** A word of the shell that is being read, in a command that may be within a word of another. */
interface Frame {
  quote: '' | "'" | '"'
  /** The word as its program gets it, without the place. */
  word: string
  /** What of the command came before the word. */
  command: string
  /** Where in the word the place is, and within which quotes. */
  at?: { index: number; quote: '' | "'" | '"' }
  parentheses: number
  isBacktick: boolean
}

const frame = (isBacktick = false): Frame => ({
  quote: '',
  word: '',
  command: '',
  parentheses: 0,
  isBacktick,
})

/** The SQL around a place of a shell block; nothing where it is in none. */
export function embeddedSqlAt(text: string, start: number, end: number): EmbeddedSql | undefined {
  const frames = [frame()]
  let heredocs: Heredoc[] = []
  for (let at = 0; at < text.length; at += 1) {
    const top = frames.at(-1) ?? frame()
    if (at === start) {
      top.at = { index: top.word.length, quote: top.quote }
      at = end - 1
      continue
    }
    const char = text.charAt(at)
    if (char === '\\' && top.quote !== "'") {
      at += 1
      const next = text.charAt(at)
      if (next !== '\n') top.word += top.quote === '"' && !/["\\$`]/.test(next) ? `\\${next}` : next
    } else if (top.quote !== "'" && (text.startsWith('$(', at) || (char === '`' && !top.isBacktick))) {
      frames.push(frame(char === '`'))
      if (char === '$') at += 1
    } else if (char === top.quote) top.quote = ''
    else if (top.quote !== '') top.word += char
    else if (char === "'" || char === '"') top.quote = char
    else if (frames.length > 1 && (top.isBacktick ? char === '`' : char === ')' && top.parentheses === 0)) {
      if (top.at) return sqlOf(top)
      frames.pop()
    } else if (char === '#' && /^$|[\s;&|()<>]/.test(text.charAt(at - 1))) {
      const lineEnd = text.indexOf('\n', at)
      const commentEnd = lineEnd < 0 ? text.length : lineEnd
      if (start < commentEnd) return undefined
      at = commentEnd - 1
    } else if (/[\s<>;|&()]/.test(char)) {
      if (top.at) return sqlOf(top)
      if (char === '(') top.parentheses += 1
      else if (char === ')') top.parentheses -= 1
      const heredoc = char === '<' ? heredocOf(text, at) : undefined
      if (heredoc) {
        heredocs.push(heredoc)
        at += heredoc.operator.length - 1
      }
      top.command = /[\n;|&()]/.test(char) ? '' : `${top.command}${top.word}${char}`
      top.word = ''
      if (char !== '\n') continue
      for (const { bodyEnd, line, isOfSql } of heredocs) {
        const body = bodyEnd(at + 1)
        if (start > at && start < body) {
          const [before, after] = [text.slice(at + 1, start), text.slice(end, body)]
          const isSql = isOfSql || CLIENT.test(line) || isStatement(before, after)
          return isSql ? { before, after, within: 'a heredoc' } : undefined
        }
        const lineEnd = text.indexOf('\n', body)
        at = lineEnd < 0 ? text.length : lineEnd
      }
      heredocs = []
    } else top.word += char
  }
  const last = frames.findLast((each) => each.at)
  return last && sqlOf(last)
}

function isStatement(before: string, after: string): boolean {
  return STATEMENT.test(`${before}x${after}`)
}

function sqlOf({ word, command, at }: Frame): EmbeddedSql | undefined {
  if (!at) return undefined
  const after = word.slice(at.index)
  const glued = GLUED.exec(word)?.[0].length ?? 0
  const begin = glued > 0 && glued <= at.index && isStatement(word.slice(glued, at.index), after) ? glued : 0
  const before = word.slice(begin, at.index)
  // What begins with a backslash or a dot is for the client itself, as psql's "\\d".
  const isAsked = ASKED.test(command) && !/^\s*[\\.]/.test(word)
  if (isAsked || isStatement(before, after)) return { before, after, within: at.quote }
  // A command within the word of another, as for a shell on another machine: its quotes are read twice.
  if (at.quote === '' || !CLIENT.test(word)) return undefined
  const inner = embeddedSqlAt(`${before}x${after}`, at.index, at.index + 1)
  return inner && { ...inner, within: 'another command' }
}

/** Strings of Python, Scala and their like, and what is no string: comments. */
const STRING = /("""|''')[^]*?(?:\1|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?:#|\/\/)[^\n]*/g

/** The SQL around a place in a string of another language; nothing where it is in none. */
export function sqlInStringAt(text: string, start: number, end: number): EmbeddedSql | undefined {
  for (const { index, 0: string, 1: triple = string.charAt(0) } of text.matchAll(STRING)) {
    if (index > start) break
    if (index + string.length < end || !/["']/.test(triple)) continue
    const before = text.slice(index + triple.length, start)
    const after = text.slice(end, index + string.length - triple.length)
    const within = triple === "'" ? 'another command' : 'a heredoc'
    return isStatement(before, after) ? { before, after, within } : undefined
  }
  return undefined
}
