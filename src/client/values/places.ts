import { embeddedSqlAt, sqlInStringAt, type EmbeddedSql } from './embedded-sql.ts'
import { quotesOf, type Quotes } from './quotes.ts'
import { isWholeWord, takenBy, type Takes } from './risks.ts'

/** A use of a variable in a block. */
export interface Place {
  name: string
  start: number
  end: number
  /** What is around it: nothing, the quotes that it is within, or the arithmetic of a shell. */
  within: ReturnType<Quotes['at']> | '(('
  takes: Takes
  /** Whether SQL takes a name there: of a table, or of what is sorted or grouped by. */
  isName: boolean
  /** The SQL that the place is in, where the block is in another language. */
  sql?: EmbeddedSql | undefined
}

/** Of arithmetic, what is neither a parenthesis nor a quote nor another command. */
const PART = /(?!\$\()[^()'"`\\]/.source
/** A shell's arithmetic, with parentheses two deep. */
const ARITHMETIC = new RegExp(`\\$?\\(\\((?:${PART}|\\((?:${PART}|\\(${PART}*\\))*\\))*\\)\\)`, 'g')
/** After what SQL takes a name. Where this misses one, the value gets quotes, and SQL says that it is no name. */
const NAMED =
  /(?:\b(?:(?<!\bdistinct\s+)from|join|into|update|truncate|table|database|schema|view|exists|use|desc|describe|extended|formatted|partitions|columns|copy|analyze|vacuum|optimize|drop|by)\s+|[.`])$/i
/** The `from` of a function, as in `trim(' ' from name)`: what follows it is a value. */
const OF_FUNCTION = /\((?!\s*(?:select|with|delete)\b)(?:[^()]|\([^()]*\))*\bfrom\s+$/i
const WHOLE = /\}|:?[?=-][^{}]*\}/.source

/**
 * Where a block uses declared variables: `<NAME>` anywhere, and in a shell `$NAME`, `${NAME}`, `${NAME:?message}` and the like,
 * and a number in `$((NAME + 1))`. A variable that the block also uses in a form that no value can take the place of
 * (`${NAME%.*}`, or arithmetic with a command in it) is left alone in all of it: the block then asks for the shell's own.
 */
export function placesIn(
  text: string,
  names: readonly string[],
  isShell: boolean,
  isSql = !isShell,
): Place[] {
  const sums = isShell ? [...text.matchAll(ARITHMETIC)] : []
  const rest = isShell ? text.replace(ARITHMETIC, '') : ''
  const fillable = names.map((name) => name.replace(/\W/g, '\\$&')).filter((name) => !isLeft(name, rest))
  if (fillable.length === 0) return []
  const any = `(${fillable.join('|')})`
  const pattern = new RegExp(
    `\\$\\{${any}(?:${WHOLE})|\\$${any}(?!\\w)|(?<!<)<${any}>|(?<![\\w$])${any}(?!\\w)`,
    'g',
  )
  const quotes = quotesOf(text, isShell)
  const most = takenBy(quotes, text, isShell)
  return [...text.matchAll(pattern)].flatMap((match): Place[] => {
    const [all, braces, bare, angle, operand] = match
    const start = match.index
    const end = start + all.length
    const quote = quotes.at(start)
    const isNumber = sums.some(({ index, 0: sum }) => index < start && end < index + sum.length)
    // A shell leaves $NAME alone within single quotes, and so do we; elsewhere a dollar is only a dollar.
    if (angle === undefined && (!isShell || quote === "'")) return []
    if (operand !== undefined && !isNumber) return []
    const before = text.slice(0, start)
    const sql = isSql || isNumber ? undefined : (isShell ? embeddedSqlAt : sqlInStringAt)(text, start, end)
    const isSure = !isShell || (!quotes.isComment(start) && isWholeWord(before, text.slice(end), quote))
    return [
      {
        name: braces ?? bare ?? angle ?? operand ?? '',
        start,
        end,
        within: isNumber ? '((' : quote,
        takes: isSure ? most : 'a word',
        isName: isNameAt(sql?.before ?? before, sql?.after ?? text.slice(end)),
        sql,
      },
    ]
  })
}

function isNameAt(before: string, after: string): boolean {
  // A comment may end in any word.
  const code = before.replace(/--.*/g, '')
  return (NAMED.test(code) && !OF_FUNCTION.test(code)) || /^(?:\s*\(|\.)/.test(after)
}

/** Whether a block uses a variable, given as a pattern, in a form that no value can take the place of. */
function isLeft(name: string, rest: string): boolean {
  return new RegExp(
    `\\$\\{([#!]${name}|${name}(?!\\w|${WHOLE}))|\\$\\(\\([^]*(?<![\\w$<{])${name}(?!\\w)`,
  ).test(rest)
}
