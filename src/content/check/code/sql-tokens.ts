import type { CodeProblem } from './problem.ts'

export interface Token {
  text: string
  lower: string
  offset: number
  /** A name or a keyword without quotes. */
  isWord: boolean
}

const TOKEN =
  /(?<space>\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|\{%[\s\S]*?%\})|(?<text>[eErRbBxXnN]?'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*"|`[^`]*`|\$(\w*)\$[\s\S]*?\$\3\$|\{\{[\s\S]*?\}\}|<[A-Za-z][\w -]*>)|(?<word>[\p{L}_][\p{L}\d_$]*)|(?<number>\d[\w.]*)|(?<sign><=|>=|<>|!=|\|\||::|:=|[\s\S])/uy

/** The words and signs of a statement, without comments; and the first quote or comment that nothing closes. */
export function tokensOf(code: string): { tokens: Token[]; problem?: CodeProblem } {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < code.length) {
    const offset = TOKEN.lastIndex
    const match = TOKEN.exec(code)
    if (!match) break
    const { space, word, sign } = match.groups ?? {}
    if (space !== undefined) continue
    const [text] = match
    if (sign === "'" || sign === '"' || sign === '`')
      return {
        tokens,
        problem: {
          offset,
          message: `The quote ${sign} is not closed`,
          hint: 'Put the same quote where the text ends; write two for one inside.',
        },
      }
    if (sign === '/' && code.charAt(offset + 1) === '*')
      return {
        tokens,
        problem: { offset, message: 'The comment is not closed', hint: 'Put */ where it ends.' },
      }
    tokens.push({ text, lower: text.toLowerCase(), offset, isWord: word !== undefined })
  }
  return { tokens }
}
