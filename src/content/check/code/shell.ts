import { parse } from 'unbash'
import { PLACEHOLDER, type CodeProblem } from './problem.ts'
import { printedIn, shellSlips } from './shell-slips.ts'

/** What a shell would not read, or would read as something else than what is meant. Syntax only: ShellCheck knows more. */
export function shellProblems(code: string): CodeProblem[] {
  const blanks = /\\([ \t]+)\r?\n/.exec(code)
  if (blanks)
    return [
      {
        offset: blanks.index,
        message: 'A blank follows the backslash at the end of the line',
        hint: 'Delete it: the backslash joins lines only as the last character.',
      },
    ]
  const carriage = /\\\r/.exec(code)
  if (carriage)
    return [
      {
        offset: carriage.index,
        message: 'The backslash at the end of the line is followed by a Windows line ending',
        hint: 'Save the file with line endings of Unix (LF).',
      },
    ]
  const trailing = /\\\s*$/.exec(code)
  if (trailing && !/\\\\\s*$/.test(code))
    return [
      {
        offset: trailing.index,
        message: 'The last line ends with a backslash, and nothing follows',
        hint: 'Delete the backslash, or add the line that is missing.',
      },
    ]
  const text = code.replace(PLACEHOLDER, (all) => all.replace(/[^\w]/g, '_')).replace(/\r/g, ' ')
  const quote = openQuote(text)
  if (quote !== undefined)
    return [
      {
        offset: quote,
        message: `The quote ${text.charAt(quote)} is not closed`,
        hint: 'Put the same quote where the text ends; in single quotes an apostrophe ends it.',
      },
    ]
  const [error] = parse(text).errors ?? []
  if (!error) return shellSlips(text)
  const printed = printedIn(text)
  if (printed) return [printed]
  return [
    {
      offset: Math.min(error.pos, code.length),
      message: `This is no shell command: ${error.message.replace(/\.$/, '')}`,
      hint: 'Compare quotes, brackets, and what ends if, for and case.',
    },
  ]
}

/** Where a quote begins that nothing closes; here-documents and comments are no quotes. */
function openQuote(code: string): number | undefined {
  if (/<<-?\s*['"\\]?\w/.test(code)) return undefined
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at)
    if (character === '\\') at++
    else if (character === '#' && /^$|[\s;(|&]$/.test(code.slice(Math.max(0, at - 1), at))) {
      const end = code.indexOf('\n', at)
      if (end < 0) return undefined
      at = end
    } else if (character === "'") {
      const isEscaping = code.charAt(at - 1) === '$'
      const end = isEscaping ? endOfEscaped(code, at) : code.indexOf("'", at + 1)
      if (end < 0) return at
      at = end
    } else if (character === '"') {
      const end = endOfDouble(code, at)
      if (end < 0) return at
      at = end
    }
  }
  return undefined
}

function endOfEscaped(code: string, start: number): number {
  for (let at = start + 1; at < code.length; at++) {
    if (code.charAt(at) === '\\') at++
    else if (code.charAt(at) === "'") return at
  }
  return -1
}

/** In double quotes a command in brackets may have quotes of its own. */
function endOfDouble(code: string, start: number): number {
  let depth = 0
  for (let at = start + 1; at < code.length; at++) {
    const character = code.charAt(at)
    if (character === '\\') at++
    else if (character === '$' && code.charAt(at + 1) === '(') {
      depth++
      at++
    } else if (character === '(' && depth > 0) depth++
    else if (character === ')' && depth > 0) depth--
    else if (character === '"' && depth === 0) return at
  }
  return -1
}
