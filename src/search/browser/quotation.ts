import { MARKS } from '../../text/text-marks.ts'
import type { Passage, Piece } from '../engine/marks.ts'
import type { Section } from '../engine/page-text.ts'
import { linesOf, type Line } from './readable.ts'

/** How far a quotation goes back to where a sentence or a line begins, and on to where one ends. */
const MAX_BACK = 90
const MAX_ON = 60
/** Characters of a step that can be read without leaving. */
const MAX_PREVIEW = 1500

const LINES = `${MARKS.block}${MARKS.row}${MARKS.label}${MARKS.line}`
const BEGINS = new RegExp(`[${LINES}]|(?<=[.!?:] )`, 'g')
const CELL_BEGINS = new RegExp(MARKS.cell, 'g')
const ENDS = new RegExp(`(?<=[.!?])(?= |$)|(?=[${LINES}${MARKS.cell}])`)

/** What is quoted of a passage: from where a sentence or a line begins to where one ends, if that is near. */
export function quotationOf({ section, pieces }: Passage): Line[] {
  const { text, start } = bodyOf(section)
  const cut = pieces[0]?.text === '… ' ? pieces.slice(1) : pieces
  const words = cut.map((piece) => piece.text).join('')
  const quoted = text.includes(words) ? words : words.replace(/ …$/, '')
  const at = Math.max(0, text.indexOf(quoted))
  const begin = beginning(text, at)
  const from = Math.max(start, begin ?? at)
  const end = ending(text, Math.max(from, at + quoted.length))
  const shown = stretches(text, from, end ?? Math.max(from, at + quoted.length), foundIn(cut, at))
  if (begin === undefined && from > start) shown.unshift({ text: '… ', isMarked: false })
  if (end === undefined) shown.push({ text: ' …', isMarked: false })
  return linesOf(shown, text.slice(0, from))
}

/** A section as it can be read here. */
export function previewOf(section: Section): Line[] {
  const { text, start } = bodyOf(section)
  const whole = text.length - start <= MAX_PREVIEW
  const end = whole ? text.length : text.lastIndexOf(' ', start + MAX_PREVIEW)
  return linesOf([{ text: text.slice(start, end) + (whole ? '' : ' …'), isMarked: false }])
}

/** The text of a section, and where it begins after the heading, which is named beside it. */
function bodyOf({ text, title }: Section): { text: string; start: number } {
  const flat = text.replace(/\s+/g, ' ').trim()
  const isNamed = title !== '' && flat.startsWith(title)
  return {
    text: flat,
    start: isNamed ? title.length + (/^[.\s]*/.exec(flat.slice(title.length))?.[0].length ?? 0) : 0,
  }
}

/** Where a line or a sentence begins that goes on at a place, or else its cell; `undefined` if that is far. */
function beginning(text: string, at: number): number | undefined {
  const from = Math.max(0, at - MAX_BACK)
  // What is before a window that begins the text is nothing.
  const near = text.slice(from, at + 1)
  const last = (pattern: RegExp) => [...near.matchAll(pattern)].at(-1)?.index
  const found = last(BEGINS) ?? last(CELL_BEGINS)
  return found === undefined ? (from === 0 ? 0 : undefined) : from + found
}

function ending(text: string, at: number): number | undefined {
  // Also where the quotation itself ends with a sentence.
  const from = Math.max(0, at - 1)
  const found = ENDS.exec(text.slice(from, at + MAX_ON))
  if (found) return from + found.index
  return at + MAX_ON >= text.length ? text.length : undefined
}

interface Span {
  from: number
  to: number
}

function foundIn(pieces: readonly Piece[], at: number): Span[] {
  let place = at
  return pieces.flatMap(({ text, isMarked }) => {
    const span = { from: place, to: (place += text.length) }
    return isMarked ? [span] : []
  })
}

/** A part of a text in stretches that are marked and others. */
function stretches(text: string, from: number, to: number, found: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const add = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked })
    at = Math.max(at, end)
  }
  for (const span of found) {
    add(Math.min(span.from, to), false)
    add(Math.min(span.to, to), true)
  }
  add(to, false)
  return pieces
}
