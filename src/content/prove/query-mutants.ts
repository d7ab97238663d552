import { stretches } from './split-sql.ts'

/** A query with one slip in it: if no data set distinguishes it from the right one, that part of the query is not tested. */
export interface QueryMutant {
  /** As `line 4: < instead of <=`. */
  what: string
  sql: string
}

interface Slip {
  pattern: RegExp
  /** What takes its place; `undefined` where it is no such slip after all. */
  to: (match: RegExpMatchArray) => string | undefined
}

/** Slips that people make; each works on code alone, never in a string, a name or a comment. */
const SLIPS: readonly Slip[] = [
  { pattern: /<=/g, to: () => '<' },
  { pattern: />=/g, to: () => '>' },
  { pattern: /<(?![=>])/g, to: () => '<=' },
  { pattern: /(?<![<=-])>(?!=)/g, to: () => '>=' },
  { pattern: /<>/g, to: () => '=' },
  { pattern: /\bCOUNT\(DISTINCT\s+/gi, to: () => 'COUNT(' },
  { pattern: /\bCOUNT\((?!\*|DISTINCT\b)[\w.]+\)/gi, to: () => 'COUNT(*)' },
  { pattern: /\bLEFT\s+(OUTER\s+)?JOIN\b/gi, to: () => 'JOIN' },
  { pattern: /\bFULL\s+(OUTER\s+)?JOIN\b/gi, to: () => 'LEFT JOIN' },
  { pattern: /\bUNION\s+ALL\b/gi, to: () => 'UNION' },
  { pattern: /\bMAX\(/gi, to: () => 'MIN(' },
  { pattern: /\bMIN\(/gi, to: () => 'MAX(' },
  { pattern: /\bIS\s+NULL\b/gi, to: () => 'IS NOT NULL' },
  { pattern: /\bNOT\s+EXISTS\b/gi, to: () => 'EXISTS' },
]

/** Every slip in every place, and every condition left out, in the order of the text. */
export function queryMutants(sql: string): QueryMutant[] {
  const found = [...slips(sql), ...droppedConditions(sql)]
  return found.sort((a, b) => a.at - b.at).map(({ what, sql: changed }) => ({ what, sql: changed }))
}

function slips(sql: string): (QueryMutant & { at: number })[] {
  return stretches(sql)
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ start, end }) =>
      SLIPS.flatMap(({ pattern, to }) =>
        [...sql.slice(start, end).matchAll(pattern)].flatMap((match) => {
          const now = to(match)
          if (now === undefined) return []
          const at = start + match.index
          const [old] = match
          return [
            {
              at,
              what: `line ${lineAt(sql, at)}: ${now} instead of ${old}`.replace(/\s+/g, ' '),
              sql: sql.slice(0, at) + now + sql.slice(at + old.length),
            },
          ]
        }),
      ),
    )
}

/** `AND condition` is left out, up to the next word that ends a condition at the same depth. */
function droppedConditions(sql: string): (QueryMutant & { at: number })[] {
  const code = masked(sql)
  return [...code.matchAll(/\bAND\b/gi)].flatMap(({ index }) => {
    // The AND of BETWEEN is no condition of its own.
    if (/\bBETWEEN\s+[^()]*$/i.test(code.slice(Math.max(0, index - 60), index))) return []
    const end = endOfCondition(code, index + 3)
    const text = sql.slice(index, end).replace(/\s+/g, ' ').trim()
    return [
      {
        at: index,
        what: `line ${lineAt(sql, index)}: without ${text}`,
        sql: sql.slice(0, index) + sql.slice(end),
      },
    ]
  })
}

const ENDS =
  /^\b(AND|OR|THEN|WHEN|ELSE|END|GROUP|ORDER|HAVING|LIMIT|UNION|LEFT|RIGHT|FULL|INNER|JOIN|CROSS|WHERE|ON)\b/i

function endOfCondition(code: string, from: number): number {
  let depth = 0
  for (let at = from; at < code.length; at += 1) {
    const letter = code[at]
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (depth < 0 || letter === ';') return at
    if (depth === 0 && /\W/.test(code[at - 1] ?? ' ') && ENDS.test(code.slice(at, at + 10))) return at
  }
  return code.length
}

/** The text with strings, names and comments blanked, so that places stay the same. */
function masked(sql: string): string {
  return stretches(sql)
    .map(({ kind, start, end }) => (kind === 'code' ? sql.slice(start, end) : ' '.repeat(end - start)))
    .join('')
}

const lineAt = (text: string, at: number): string => String(text.slice(0, at).split('\n').length)
