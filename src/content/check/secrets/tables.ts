import { nameKind, type NameKind } from './names.ts'
import type { Secret } from './match.ts'
import { isSecretValue } from './values.ts'

const ROW = /^[ \t>]*\|.*\|[ \t]*$/
const RULE = /^[ \t>]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/
const CELL = /[^|\\]*(?:\\.[^|\\]*)*/y

/** Cells of a table's column whose heading names a secret: `| user | password |`. */
export function* secretCells(text: string): Generator<Secret> {
  if (!/-:?[ \t]*\|[ \t]*\r?$/m.test(text)) return
  let kinds: (NameKind | undefined)[] | undefined
  let before = ''
  let start = 0
  for (const line of text.split('\n')) {
    if (!line.includes('|')) kinds = undefined
    else if (RULE.test(line.replace(/\r$/, '')) && ROW.test(before))
      kinds = cellsOf(before).map(({ words }) => nameKind(words))
    else if (!ROW.test(line.replace(/\r$/, ''))) kinds = undefined
    else if (kinds?.some((kind) => kind !== undefined) === true) {
      for (const [index, { words, at }] of cellsOf(line).entries()) {
        const kind = kinds[index]
        if (kind === undefined || words === '' || !isSecretValue(words, kind)) continue
        yield {
          kind: kind === 'password' ? 'password' : 'key or token',
          start: start + at,
          end: start + at + words.length,
        }
      }
    }
    before = line.replace(/\r$/, '')
    start += line.length + 1
  }
}

/** The words of the cells of a row, without the marks around them, and where they begin in it. */
function cellsOf(row: string): { words: string; at: number }[] {
  const cells: { words: string; at: number }[] = []
  let at = row.indexOf('|') + 1
  while (at < row.length) {
    CELL.lastIndex = at
    const [cell = ''] = CELL.exec(row) ?? []
    const words = cell.replace(/^[\s`*"']+|[\s`*"']+$/g, '')
    cells.push({ words, at: at + Math.max(0, cell.indexOf(words)) })
    at += cell.length + 1
  }
  return cells
}
