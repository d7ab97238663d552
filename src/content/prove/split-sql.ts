/** A stretch of SQL: code, or text that no keyword is looked for in (a string, a quoted name, a comment). */
export interface Stretch {
  kind: 'code' | 'string' | 'name' | 'comment'
  start: number
  end: number
}

const OPENINGS: readonly { kind: Stretch['kind']; pattern: RegExp }[] = [
  { kind: 'comment', pattern: /--[^\n]*/y },
  { kind: 'comment', pattern: /\/\*[^]*?\*\//y },
  { kind: 'string', pattern: /'(?:[^']|'')*'/y },
  { kind: 'name', pattern: /"(?:[^"]|"")*"/y },
  { kind: 'string', pattern: /\$(\w*)\$[^]*?\$\1\$/y },
]

/** Where one of them can begin at all. */
const OPENS = /--|\/\*|['"$]/g

/** Cuts SQL into code and what only looks like code. Both engines read these forms alike. */
export function stretches(sql: string): Stretch[] {
  const found: Stretch[] = []
  let code = 0
  let at = 0
  for (;;) {
    OPENS.lastIndex = at
    const next = OPENS.exec(sql)
    if (!next) break
    at = next.index
    const match = OPENINGS.map(({ kind, pattern }) => {
      pattern.lastIndex = at
      const [text] = pattern.exec(sql) ?? []
      return { kind, length: text?.length ?? 0 }
    }).find(({ length }) => length > 0)
    if (!match) {
      at += 1
      continue
    }
    if (at > code) found.push({ kind: 'code', start: code, end: at })
    found.push({ kind: match.kind, start: at, end: at + match.length })
    at += match.length
    code = at
  }
  if (sql.length > code) found.push({ kind: 'code', start: code, end: sql.length })
  return found
}

/** The statements of a text, in order, without the semicolon; comments stay with the statement that they precede. */
export function statements(sql: string): string[] {
  const cuts = stretches(sql)
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ start, end }) => [...sql.slice(start, end).matchAll(/;/g)].map(({ index }) => start + index))
  const parts = [...cuts, sql.length].map((cut, index) =>
    sql.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, cut),
  )
  return parts.map((part) => part.trim()).filter((part) => bare(part).trim() !== '')
}

/** SQL with strings emptied and comments left out; what is left is code and quoted names. */
export function bare(sql: string): string {
  return stretches(sql)
    .map(({ kind, start, end }) => {
      if (kind === 'comment') return ' '
      return kind === 'string' ? "''" : sql.slice(start, end)
    })
    .join('')
}

/** The identifiers that a text names, in lower case. */
export function identifiers(sql: string): ReadonlySet<string> {
  return new Set([...bare(sql).matchAll(/[a-z_][a-z0-9_]*/gi)].map(([word]) => word.toLowerCase()))
}
