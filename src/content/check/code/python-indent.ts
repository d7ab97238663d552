import type { CodeProblem } from './problem.ts'

/** A text in quotes, a comment, or a sign that decides where a line of Python ends. */
const PART =
  /[rRbBfFuU]{0,2}("""|''')[\s\S]*?\1|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*|\\\n|[([{]|[)\]}]|\n/g

/** A line that is indented further than the one above although nothing opens a block, or less without meeting one. */
export function indentProblem(code: string): CodeProblem[] {
  // Tabs have a finding of their own.
  if (code.includes('\t')) return []
  const open: number[] = []
  let opens = false
  for (const { line, offset } of logicalLines(code)) {
    const indent = line.length - line.trimStart().length
    if (open.length === 0 || indent <= (open[0] ?? 0)) open.length = 0
    const last = open.at(-1)
    if (last === undefined) open.push(indent)
    else if (indent > last) {
      if (!opens)
        return [
          problemAt(offset + indent, 'The line is indented further than the one above, which opens no block'),
        ]
      open.push(indent)
    } else {
      while (open.length > 1 && indent < (open.at(-1) ?? 0)) open.pop()
      if (open.at(-1) !== indent)
        return [problemAt(offset + indent, 'The line is indented as no line above it')]
    }
    opens = line.trimEnd().endsWith(':')
  }
  return []
}

const problemAt = (offset: number, message: string): CodeProblem => ({
  offset,
  message,
  hint: 'Indent it as the lines that it belongs to.',
})

/** Lines as Python counts them, without blank ones: brackets, long texts and a backslash join them. */
function logicalLines(code: string): { line: string; offset: number }[] {
  const lines: { line: string; offset: number }[] = []
  let start = 0
  let text = ''
  let from = 0
  let depth = 0
  const end = () => {
    if (text.trim() !== '') lines.push({ line: text, offset: start })
  }
  for (const { 0: part, index } of code.matchAll(PART)) {
    text += code.slice(from, index)
    from = index + part.length
    if (/^[([{]$/.test(part)) depth += 1
    else if (/^[)\]}]$/.test(part)) depth = Math.max(0, depth - 1)
    if (part === '\n' && depth === 0) {
      end()
      text = ''
      start = from
    } else if (!part.startsWith('#') && part !== '\n' && part !== '\\\n') text += '_'
  }
  text += code.slice(from)
  end()
  return lines
}
