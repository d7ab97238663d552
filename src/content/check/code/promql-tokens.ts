/** A word or sign of an expression of Prometheus. */
export interface PromqlToken {
  kind: 'name' | 'number' | 'text' | 'sign' | 'range' | 'labels'
  text: string
  offset: number
}

const TOKEN =
  /(\s+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})|(\[[^\][]*\])|(0[xX][\da-fA-F]+|(?:\d+(?:ms|[smhdwy]))+(?![\w.])|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_:][\w:.]*)|(===|!==|==|!=|=>|>=|<=|=<|<>|&&|[-+*/%^<>=(),@!])/y

const KINDS = [undefined, 'text', 'labels', 'range', 'number', 'name', 'sign'] as const

/**
 * The words and signs of an expression.
 *
 * @returns `undefined` where it has others, such as the pipes of Loki or the variables of a template: those are read by
 *   something else
 */
export function promqlTokens(expression: string): PromqlToken[] | undefined {
  const tokens: PromqlToken[] = []
  let offset = 0
  while (offset < expression.length) {
    TOKEN.lastIndex = offset
    const match = TOKEN.exec(expression)
    if (!match) return undefined
    const group = match.findIndex((part, index) => index > 0 && part !== undefined)
    const kind = KINDS[group - 1]
    const [text] = match
    if (kind !== undefined) tokens.push({ kind, text, offset })
    offset += text.length
  }
  return tokens
}
