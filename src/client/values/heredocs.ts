/** A text that a command of the shell reads from the lines after it. */
export interface Heredoc {
  operator: string
  /** The line of the command, up to its end. */
  line: string
  /** Whether its end is called so: `<<SQL`. */
  isOfSql: boolean
  /** Where its text ends that begins at a place: before the line that ends it. */
  bodyEnd: (bodyStart: number) => number
}

/** The heredoc that an operator of the shell begins; nothing where it is none. */
export function heredocOf(text: string, at: number): Heredoc | undefined {
  const found = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([\w.-]+))/.exec(text.slice(at, at + 200))
  if (!found || text.charAt(at - 1) === '<') return undefined
  const [operator, indented, single, double, bare] = found
  const end = single ?? double ?? bare ?? ''
  const lineStart = text.lastIndexOf('\n', at) + 1
  const lineEnd = text.indexOf('\n', at)
  return {
    operator,
    line: text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd),
    isOfSql: /sql/i.test(end),
    bodyEnd: (bodyStart) => {
      let from = bodyStart
      while (from < text.length) {
        const next = text.indexOf('\n', from)
        const line = text.slice(from, next < 0 ? text.length : next)
        if ((indented === '' ? line : line.replace(/^\t+/, '')) === end) return from
        if (next < 0) break
        from = next + 1
      }
      return text.length
    },
  }
}
