/**
 * A flowchart or state diagram in the form that the library reads rightly: one statement a line, groups before what joins
 * them, and each box with its words where it is named first. Mermaid itself takes them in any order.
 */
export function plainGraph(source: string): string {
  const lines = oneStatementALine(source)
    // A box may be called `click-through`, and `style --> B` is an arrow.
    .replace(/^[ \t]*(?:click|style|classDef|linkStyle|class)[ \t]+(?![-=.<~&@|[({]).*$/gm, '')
    .replace(/:::[\w-]+/g, '')
    .replace(/\bfa[bslr]?:fa-[\w-]+[ \t]*/g, '')
    .replace(/^(graph|flowchart)(?:-elk)?[ \t]*$/m, '$1 TD')
    // Slanted boxes are plain ones, and words within a dotted arrow go beside it.
    .replace(/\[[/\\]([^[\]\n]*)[/\\]\]/g, '[$1]')
    .replace(/(?<=[\w\])}"]) *(<?)(?:-{2,}>|={2,}>|-\.+->|-{3,}|={3,}|-\.+-) */g, (arrow, start: string) =>
      spaced(arrow, start),
    )
    .replace(/([-=.>]) +\|/g, '$1|')
    .replace(/-\.[ \t]*([^\s.>|-][^\n|>]*?)[ \t]*\.->/g, '-.->|$1|')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return wordsFirst(groupsFirst(lines)).join('\n')
}

/** Arrows of any length are one, with room around them. */
function spaced(arrow: string, start: string): string {
  const line = arrow.trim()
  const end = line.endsWith('>') ? '>' : ''
  if (line.includes('.')) return ` ${start}-.-${end} `
  if (line.includes('=')) return ` ${start}==${end === '' ? '=' : end} `
  return ` ${start}--${end === '' ? '-' : end} `
}

/** A `;` ends a statement, where it is not within a label. */
function oneStatementALine(source: string): string {
  let made = ''
  let depth = 0
  let isQuoted = false
  for (const sign of source) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === '\n') [depth, isQuoted] = [0, false]
    if (!isQuoted && '[({'.includes(sign)) depth += 1
    if (!isQuoted && '])}'.includes(sign)) depth = Math.max(0, depth - 1)
    // `#quot;` is a letter.
    const ends = sign === ';' && !isQuoted && depth === 0 && !/#\w+$/.test(made.slice(-9))
    made += ends ? '\n' : sign
  }
  return made
}

/** A box belongs to the group that names it, wherever else it is named. */
function groupsFirst([head = '', ...lines]: readonly string[]): string[] {
  if (!/^(?:graph|flowchart)\b/.test(head)) return [head, ...lines]
  const [groups, loose]: [string[], string[]] = [[], []]
  let depth = 0
  for (const line of lines) {
    const opens = /^\s*subgraph\b/.test(line)
    if (opens) depth += 1
    ;(depth > 0 ? groups : loose).push(line)
    if (depth > 0 && /^\s*end\s*$/.test(line)) depth -= 1
  }
  return [head, ...groups, ...loose]
}

/** `A --> B` and then `B[Its words]`: the words come with the first mention. */
function wordsFirst(lines: readonly string[]): string[] {
  const declared = new Map<string, string>()
  for (const line of lines.slice(1))
    for (const { id, text } of declarationsIn(line)) if (!declared.has(id)) declared.set(id, text)
  const seen = new Set<string>()
  return lines.flatMap((line, place) => {
    if (place === 0 || /^\s*(?:subgraph|state|direction|note)\b/.test(line)) return [line]
    const own = new Map(declarationsIn(line).map(({ id, start }) => [id, start]))
    const before: string[] = []
    for (const { id, start } of namesIn(line)) {
      const text = declared.get(id)
      if (seen.has(id) || text === undefined) continue
      seen.add(id)
      if (own.get(id) !== start) before.push(text)
    }
    return [...before, line]
  })
}

interface Declaration {
  id: string
  start: number
  /** The id and its box with the words in it. */
  text: string
}

const NAME = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*?(?=$|[^\p{L}\p{N}_.-]|--|-\.)/uy

function declarationsIn(line: string): Declaration[] {
  return namesIn(line).flatMap(({ id, start }) => {
    const open = start + id.length
    if (!'[({'.includes(line[open] ?? ' ')) return []
    const end = closeOf(line, open)
    return end === undefined ? [] : [{ id, start, text: line.slice(start, end) }]
  })
}

/** The ids of a line, outside of labels. */
function namesIn(line: string): { id: string; start: number }[] {
  const found: { id: string; start: number }[] = []
  for (let at = 0; at < line.length;) {
    const sign = line[at] ?? ''
    if ('[({'.includes(sign)) at = closeOf(line, at) ?? line.length
    else if (sign === '"' || sign === '|') at = line.indexOf(sign, at + 1) + 1 || line.length
    else {
      NAME.lastIndex = at
      const id = NAME.exec(line)?.[0]
      if (id === undefined || id === '') at += 1
      else {
        found.push({ id, start: at })
        at += id.length
      }
    }
  }
  return found
}

/** Where what opens at a place is closed again, after its last sign. */
function closeOf(line: string, open: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = open; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (sign === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if ('[({'.includes(sign)) depth += 1
    if ('])}'.includes(sign)) depth -= 1
    if (depth === 0) return at + 1
  }
  return undefined
}
