import type { MdastNode } from 'satteri'
import type { Page } from '../../read/body.ts'
import type { ContentDocument } from '../../read/load.ts'
import { textsIn } from '../rules/shared/texts.ts'
import { decode, decodedBase64 } from './decode.ts'

/** A text that readers or programs see, with where each of its parts begins in the file. */
export interface View {
  text: string
  /** The offset into the file for an offset into the text. */
  offsetOf: (offset: number) => number
}

/** Between two parts that do not belong together: no pattern reaches across it. */
const BREAK = '\n\n\u0000\n\n'

/**
 * A file in other ways than it is written: with escapes replaced, values as YAML means them, text as Markdown shows it.
 * Only parts that differ from what is written.
 *
 * @param page the body, where the file has one
 */
export function otherViews(text: string, document?: ContentDocument, page?: Page): View[] {
  const parts: { text: string; offset: number }[] = [
    ...decodedLines(text),
    ...joinedLines(text),
    ...decodedBase64(text),
  ]
  if (document) {
    // Values are in the file in the order in which they are read: most of them come soon after the one before.
    let after = 0
    for (const { path, text: value } of textsIn(document.written)) {
      const at = text.indexOf(value, after)
      if (at >= 0) after = at
      else if (!text.includes(value))
        parts.push({ text: withField(path, value), offset: document.offsetOf(path) })
    }
  }
  if (page) {
    for (const type of SHOWN) {
      for (const { node, start, end } of page.nodes.get(type) ?? []) {
        const shown = decode(textOf(node))
        // In its own place: to look for each paragraph in the whole text would take time by the square.
        if (!text.slice(start, end).includes(shown)) parts.push({ text: shown, offset: start })
      }
    }
  } else if (text.includes('<')) {
    // An SVG and other markup: the text between its tags.
    const shown = decode(text.replace(/<[^<>]{0,2000}>/g, ''))
    parts.push({ text: shown, offset: 0 })
  }
  return parts.length === 0 ? [] : [joined(parts)]
}

/** The nodes that hold the text of a page, once each. */
const SHOWN: readonly MdastNode['type'][] = ['paragraph', 'heading', 'tableCell', 'html']

/** What a reader sees of a node: a tag in the middle of a word leaves the word whole. */
function textOf(node: MdastNode): string {
  if (node.type === 'html') return node.value.replace(/<[^<>]{0,2000}>/g, '')
  if ('value' in node && typeof node.value === 'string') return node.value
  return 'children' in node
    ? node.children.map((child) => (child.type === 'html' ? '' : textOf(child))).join('')
    : ''
}

function* decodedLines(text: string): Generator<{ text: string; offset: number }> {
  let offset = 0
  for (const line of text.split('\n')) {
    const decoded = decode(line)
    if (decoded !== line) yield { text: decoded, offset }
    offset += line.length + 1
  }
}

/** Lines that a backslash at the end of each makes one. Only a line's beginning is tried: every letter of it would take time by the square. */
const JOINED = /(?<![^\n])(?:[^\n]*\\\r?\n)+[^\n]*/g

function* joinedLines(text: string): Generator<{ text: string; offset: number }> {
  if (!/\\\r?\n/.test(text)) return
  for (const { 0: lines, index } of text.matchAll(JOINED))
    yield { text: lines.replace(/\\\r?\n/g, ''), offset: index }
}

/** The name of a field says what its value is. */
function withField(path: readonly (string | number)[], value: string): string {
  const name = path.findLast((part) => typeof part === 'string')
  return name === undefined ? value : `${String(name)}: ${value}`
}

function joined(parts: readonly { text: string; offset: number }[]): View {
  const starts: number[] = []
  let length = 0
  for (const part of parts) {
    starts.push(length)
    length += part.text.length + BREAK.length
  }
  return {
    text: parts.map((part) => part.text).join(BREAK),
    offsetOf: (offset) => parts[starts.findLastIndex((start) => start <= offset)]?.offset ?? 0,
  }
}
