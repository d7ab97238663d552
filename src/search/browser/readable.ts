import { MARKS } from '../../text/text-marks.ts'
import type { Piece } from '../engine/marks.ts'

/** A stretch of a text that looks alike; `isFound` where it is why the page was found. */
export interface Run {
  text: string
  isCode: boolean
  isFound: boolean
}

/** What has lines of its own: a paragraph or an item of a list, a row of a table, or lines of code. */
export type Line =
  { kind: 'prose'; runs: Run[] } | { kind: 'code'; runs: Run[] } | { kind: 'row'; cells: Run[][] }

type Mode = 'prose' | 'word' | 'label' | 'code'

/**
 * A text of the index in the lines that it has on its page.
 *
 * @param pieces a text with marks, in stretches
 * @param before what is before it and not shown, which says amid what it begins
 */
export function linesOf(pieces: readonly Piece[], before = ''): Line[] {
  const maker = new LineMaker()
  const take = (text: string, isFound: boolean, isShown: boolean) => {
    for (const part of text.split(SPLIT))
      if (part !== '' && !maker.mark(part, isShown)) maker.add(part, isFound, isShown)
  }
  take(before, false, false)
  for (const { text, isMarked } of pieces) take(text, isMarked, true)
  return maker.lines
    .filter((line) => (line.kind === 'row' ? line.cells.some(isText) : isText(line.runs)))
    .map((line) => (line.kind === 'code' ? { ...line, runs: withoutMargin(line.runs) } : line))
}

const SPLIT = /([\uEE80-\uEE87])/
const isText = (runs: readonly Run[]) => runs.some(({ text }) => text.trim() !== '')

const NEWLINE = '\n'
const INDENT = '  '

/** Lines of code without the blanks that all of them begin with, and without empty ones before them. */
function withoutMargin(runs: readonly Run[]): Run[] {
  const lines: Run[][] = [[]]
  for (const run of runs)
    if (run.text === NEWLINE) lines.push([])
    else lines.at(-1)?.push(run)
  const full = lines.filter(isText)
  const depth = (line: readonly Run[]) => line.findIndex(({ text }) => text !== INDENT)
  const margin = Math.min(...full.map(depth))
  const newline = { text: NEWLINE, isCode: true, isFound: false }
  return full.flatMap((line, place) => [...(place === 0 ? [] : [newline]), ...line.slice(margin)])
}

class LineMaker {
  readonly lines: Line[] = []
  #mode: Mode = 'prose'
  /** Whether what comes next is of the last line. */
  #isOpen = false

  /** Takes a mark; false for what is none. */
  mark(character: string, isShown: boolean): boolean {
    switch (character) {
      case MARKS.block:
        // A paragraph within a cell is of the cell.
        if (this.lines.at(-1)?.kind !== 'row') this.#isOpen = false
        this.#mode = 'prose'
        return true
      case MARKS.row:
        this.#open({ kind: 'row', cells: [] })
        return true
      case MARKS.cell:
        this.#row().push([])
        this.#mode = 'prose'
        return true
      case MARKS.label:
        this.#mode = 'label'
        return true
      case MARKS.line:
        if (this.#mode === 'code' && this.#isOpen) this.add(NEWLINE, false, isShown)
        this.#mode = 'code'
        return true
      case MARKS.indent:
        this.add(INDENT, false, isShown)
        return true
      case MARKS.word:
        if (this.#mode === 'prose') this.#mode = 'word'
        return true
      case MARKS.end:
        // After a cell or a block comes another line; after code in a sentence, its rest.
        if (this.#mode !== 'word') this.#isOpen = false
        this.#mode = 'prose'
        return true
      default:
        return false
    }
  }

  add(text: string, isFound: boolean, isShown: boolean): void {
    if (this.#mode === 'label') return
    const isBlock = this.#mode === 'code'
    const last = this.#isOpen ? this.lines.at(-1) : undefined
    const runs = isShown ? [{ text, isCode: isBlock || this.#mode === 'word', isFound }] : []
    if (last?.kind === 'row') last.cells.at(-1)?.push(...runs)
    else if (last && (last.kind === 'code') === isBlock) last.runs.push(...runs)
    else if (text.trim() !== '') this.#open({ kind: isBlock ? 'code' : 'prose', runs })
  }

  /** The cells of the row at hand: a text that is cut may begin amid one. */
  #row(): Run[][] {
    const last = this.lines.at(-1)
    if (last?.kind === 'row') {
      this.#isOpen = true
      return last.cells
    }
    const cells: Run[][] = []
    this.#open({ kind: 'row', cells })
    return cells
  }

  #open(line: Line): void {
    this.lines.push(line)
    this.#isOpen = true
  }
}
