import { parser } from '@lezer/python'
import { withoutPlaceholders, type CodeProblem } from './problem.ts'
import { depthProblem } from './python-depth.ts'
import { indentProblem } from './python-indent.ts'
import { pythonSense } from './python-sense.ts'
import { sqlInText } from './sql-in-text.ts'

/** Where a text stops being Python: its first error, for those after it are its consequences. */
export function pythonProblems(code: string): CodeProblem[] {
  // A line of its own that leaves something out.
  const text = withoutPlaceholders(code).replace(/^([ \t]*)…[ \t]*$/gm, '$1.')
  const deep = depthProblem(text)
  if (deep) return [deep]
  let offset: number | undefined
  let print: number | undefined
  parser.parse(text).iterate({
    enter: ({ type, from }) => {
      if (type.name === 'PrintStatement') print ??= from
      if (type.isError && (offset === undefined || from < offset)) offset = from
    },
  })
  if (print !== undefined && (offset === undefined || print < offset))
    return [
      {
        offset: print,
        message: 'print without brackets is Python 2',
        hint: 'Write print(…), which both read.',
        isDoubtful: true,
      },
    ]
  if (offset === undefined) {
    const mixed = mixedIndent(text)
    return [...mixed, ...indentProblem(text), ...pythonSense(text), ...sqlInText(text, 'python')].slice(0, 1)
  }
  const hint = /^[ \t]*(?:if|for|while|def|class|with|try|else|elif)\b[^:\n]*$/m.test(lineAt(text, offset))
    ? 'Put a colon at the end of the line.'
    : 'Compare the brackets, quotes and indentation here and in the line above.'
  return [{ offset, message: 'This is no Python from here on', hint }]
}

function mixedIndent(text: string): CodeProblem[] {
  const offset = /^( +)\t|^(\t+) +\S/m.exec(text)?.index ?? otherIndent(text)
  return offset === undefined
    ? []
    : [{ offset, message: 'The line is indented with tabs and spaces', hint: 'Use spaces alone.' }]
}

/** Where a line is indented with spaces and the one that it belongs to with tabs: Python stops there. */
function otherIndent(text: string): number | undefined {
  if (!/^\t/m.test(text) || !/^ /m.test(text)) return undefined
  // What is in brackets or in three quotes may be indented in any way.
  const plain = text.replace(/("""|''')[\s\S]*?\1|[([{][^()[\]{}]*[)\]}]/g, (part) =>
    part.replaceAll('\n', '\u0001'),
  )
  let before = ''
  for (const { 0: line, 1: indent = '', index } of plain.matchAll(/^([ \t]*)[^\s#][^\n]*/gm)) {
    const isOther =
      (indent.startsWith(' ') && before.startsWith('\t')) ||
      (indent.startsWith('\t') && before.startsWith(' '))
    if (isOther) return index
    if (line !== '') before = indent
  }
  return undefined
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? text.length : end)
}
