import type { Problem } from './source.ts'

/** Sizes beyond which a file is nothing that people write or read, and would keep the check and the build busy for minutes. */
const MAX_BYTES = { yaml: 2 * 1024 * 1024, markdown: 256 * 1024 }
const MAX_FRONTMATTER = 64 * 1024
const MAX_LINE = 20_000
/** Marks that Markdown has to hold in mind until it finds their other half: of each, in one paragraph. */
const MAX_MARKS = 4000
/** Of quotes and lists in each other on one line, and of brackets in each other in YAML. */
const MAX_DEPTH = 100
const MAX_INDENT = 1000

/** What a file has too much of to be read; `undefined` where it has none. Looks at each character once or twice. */
export function limitProblem(text: string, kind: 'yaml' | 'markdown'): Problem | undefined {
  const most = MAX_BYTES[kind]
  if (text.length > most) {
    const size = `${String(Math.round(text.length / 1024))} KB`
    return problem(
      0,
      `The file is too long to be read (${size})`,
      `Keep it below ${String(most / 1024)} KB: split it, or move data into files/.`,
    )
  }
  return longLine(text) ?? (kind === 'yaml' ? deepYaml(text, text.length) : longMarkdown(text))
}

function longMarkdown(text: string): Problem | undefined {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1
  if (end > MAX_FRONTMATTER)
    return problem(
      0,
      'The frontmatter is too long to be read',
      `Keep it below ${String(MAX_FRONTMATTER / 1024)} KB.`,
    )
  return (
    (end > 0 ? deepYaml(text, end) : undefined) ?? manyMarks(text) ?? deepLine(text) ?? manyElements(text)
  )
}

function longLine(text: string): Problem | undefined {
  let start = 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end - start > MAX_LINE)
      return problem(
        start,
        `The line is too long to be read (${String(end - start)} characters)`,
        `Break it: at most ${String(MAX_LINE)} characters.`,
      )
    start = end + 1
  }
  return undefined
}

/** Each of them can begin something that ends much later. */
const MARKS = '[<&{`*_!$~^|'

/** By code, the place of a mark in the counts. */
const MARK_OF = Int8Array.from({ length: 128 }, (_, code) => MARKS.indexOf(String.fromCharCode(code)))
const [LINE_BREAK, CARRIAGE_RETURN, TAB, SPACE] = [10, 13, 9, 32]

function manyMarks(text: string): Problem | undefined {
  const counts = new Uint32Array(MARKS.length)
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_BREAK) {
      // An empty line ends a paragraph.
      if (isBlank) counts.fill(0)
      isBlank = true
    } else if (code !== SPACE && code !== TAB && code !== CARRIAGE_RETURN) {
      isBlank = false
      const mark = code < MARK_OF.length ? (MARK_OF[code] ?? -1) : -1
      if (mark < 0) continue
      const count = (counts[mark] ?? 0) + 1
      if (count > MAX_MARKS)
        return problem(
          at,
          `There are more than ${String(MAX_MARKS)} characters "${text.charAt(at)}" in one paragraph`,
          'Put an empty line between parts of the text, or move the data into files/.',
        )
      counts[mark] = count
    }
  }
  return undefined
}

/** `> > > >` and `- - - -`: quotes and lists in each other. */
function deepLine(text: string): Problem | undefined {
  for (const { 0: marks, index } of text.matchAll(
    /^(?:[ \t]{0,1000}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){2,}|^[ \t]{200,}/gm,
  )) {
    const depth = marks.replace(/[^>\-*+.)]/g, '').length
    if (depth > MAX_DEPTH || (depth === 0 && marks.length > MAX_INDENT)) return tooDeep(index)
  }
  return undefined
}

/** Lines that begin with an element, which in MDX may hold all that follow. */
const MAX_ELEMENTS = 1000

function manyElements(text: string): Problem | undefined {
  let count = 0
  for (const { index } of text.matchAll(/^[ \t]{0,100}<[A-Za-z]/gm)) {
    if (++count > MAX_ELEMENTS)
      return problem(
        index,
        `More than ${String(MAX_ELEMENTS)} lines begin with an element`,
        'Write Markdown instead of HTML, or move the data into files/.',
      )
  }
  return undefined
}

/** Fields of one group, items of one list in brackets: the parser compares each key with all others. */
const MAX_KEYS = 2000
const MAX_ITEMS = 5000

/** Brackets in each other, and groups of more fields than anybody writes. */
function deepYaml(text: string, end: number): Problem | undefined {
  return deepBrackets(text, end) ?? manyKeys(text, end)
}

function deepBrackets(text: string, end: number): Problem | undefined {
  let depth = 0
  let commas = 0
  for (let at = 0; at < end; at++) {
    const character = text.charAt(at)
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    else if (character === ',' && depth > 0) commas++
    if (depth === 0) commas = 0
    if (depth > MAX_DEPTH) return tooDeep(at)
    if (commas > MAX_ITEMS)
      return problem(
        at,
        'A list or group in brackets is too long to be read',
        `Keep it below ${String(MAX_ITEMS)} items.`,
      )
  }
  return undefined
}

function manyKeys(text: string, end: number): Problem | undefined {
  const counts: { indent: number; keys: number }[] = []
  for (const { 0: line, 1: blanks = '', index } of text
    .slice(0, end)
    .matchAll(/^([ ]{0,1000}(?:- )?)[^\s#-][^\n:]{0,1000}:(?=\s)/gm)) {
    const indent = blanks.length
    while ((counts.at(-1)?.indent ?? -1) > indent) counts.pop()
    const last = counts.at(-1)
    if (last?.indent !== indent) counts.push({ indent, keys: 1 })
    else if (line.includes('- ')) last.keys = 1
    else if (++last.keys > MAX_KEYS)
      return problem(
        index,
        'A group has too many fields to be read',
        `Keep it below ${String(MAX_KEYS)} fields.`,
      )
  }
  return undefined
}

function tooDeep(offset: number): Problem {
  return problem(
    offset,
    'Quotes, lists or brackets are in each other too many times',
    `Nest at most ${String(MAX_DEPTH)}.`,
  )
}

function problem(offset: number, message: string, hint: string): Problem {
  return { rule: 'too-much', message, hint, offset }
}
