import { readdirSync } from 'node:fs'
import path from 'node:path'
import { LineCounter } from 'yaml'
import type { Place } from '../../read/findings.ts'
import { MAX_READ, readAtMost } from '../../read/plain-file.ts'

/** A file below the content root that is text and no entry: `files/*`, drawings, notes, hidden files. */
export interface TextFile {
  /** Absolute. */
  path: string
  /** Empty where it is no text: its name alone is looked at. */
  text: string
  placeAt: (offset: number) => Place
}

/** What belongs to git, to editors and to npm is not published with the content. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules'])
const NUL_SEARCHED = 8192

/** Every plain file below a folder, hidden ones too, in order of name. Links lead elsewhere and are not followed. */
export function* filesBelow(folder: string): Generator<string> {
  let items
  try {
    items = readdirSync(folder, { withFileTypes: true })
  } catch {
    return
  }
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, item.name)
    if (item.isDirectory() && !SKIPPED.has(item.name)) yield* filesBelow(file)
    else if (item.isFile()) yield file
  }
}

/** The text of a file, whatever its encoding; none of a picture or an archive. */
export function readTextFile(file: string): TextFile {
  const text = textOf(file)
  let lines: LineCounter | undefined
  return {
    path: file,
    text,
    placeAt(offset) {
      lines ??= linesOf(text)
      const { line, col } = lines.linePos(offset)
      return { line, column: col }
    },
  }
}

function textOf(file: string): string {
  try {
    // More than this is no text that people read; its first part is looked at.
    const bytes = readAtMost(file, MAX_READ)
    const [first, second] = bytes
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
    const text = new TextDecoder().decode(bytes)
    if (isPicture(bytes)) return wordsOfPicture(text)
    return bytes.subarray(0, NUL_SEARCHED).includes(0) ? withoutNuls(text) : text
  } catch {
    // What cannot be read has a finding of its own, and is not published.
    return ''
  }
}

/** Whether the first bytes are those of a PNG, JPEG, GIF or of WebP; no text begins so. */
function isPicture(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  return /^(?:\u0089PNG\r\n|\u00ff\u00d8\u00ff|GIF8[79]a|RIFF[^]{4}WEBP)/.test(start)
}

/** What programs have written into a picture; the few letters in a row that its bytes look like say nothing. */
function wordsOfPicture(text: string): string {
  return text
    .replace(/(?:[\u0020-\u007e]\0){8,}/g, (wide) => wide.replaceAll('\0', ''))
    .replaceAll('\0', ' ')
    .replace(/[^\u0001-\u0008\u000e-\u001f\u007f\ufffd]+/g, (run) =>
      run.length < MIN_WORDS ? ' '.repeat(run.length) : run,
    )
}

/** By chance, bytes give a run of so many letters once in a gigabyte. */
const MIN_WORDS = 24

/** A text with bytes of 0 in it, as UTF-16 without its mark has them; none of what has other bytes that no text has. */
function withoutNuls(text: string): string {
  const rest = text.replaceAll('\0', '')
  const start = rest.slice(0, NUL_SEARCHED)
  const odd = start.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0
  return odd > start.length / 100 ? '' : rest
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
}
