import { MARKS, safeFromMarks } from '../../text/text-marks.ts'

const PRE = /(<pre(?:\s[^>]*)?>)([\s\S]*?)(<\/pre>)/g
/** What a line of a block begins with: the beginning of the block, or a line break, and the tags and blanks after it. */
const LINE = /(^|\n)((?:<[^>]*>|[ \t])*)(?=[^\s<])/g

/**
 * A page for the index, with marks in its text: Pagefind keeps the text of a page as one line, in which a reader could not
 * see any more what is a command, what a sentence, and where a cell of a table ends. A mark is always right before a word or
 * after one, so that there are as many words as before.
 */
export function markedHtml(html: string): string {
  const main = html.indexOf('<main')
  if (main < 0) return html
  return html.slice(0, main) + markedMain(safeFromMarks(html.slice(main)))
}

function markedMain(html: string): string {
  let at = 0
  let marked = ''
  for (const { 0: all, 1: open = '', 2: code = '', 3: close = '', index } of html.matchAll(PRE)) {
    marked += markedProse(html.slice(at, index)) + open + markedCode(code) + close
    at = index + all.length
  }
  return marked + markedProse(html.slice(at))
}

const NEXT_WORD = String.raw`((?:\s|<[^>]*>)*)`
const before = (tag: string) => new RegExp(`(<${tag}(?:\\s[^>]*)?>)${NEXT_WORD}(?=[^\\s<])`, 'g')
const BLOCK = before('(?:p|li|dt|dd|summary)')
const ROW = before('tr')
const CELL = before('t[hd]')
const LABEL = before('div class="code-head"')
const WORD = /<code>(?=[^\s<])([^<]*[^\s<])<\/code>(?![\p{L}\p{N}])/gu
/** What a row of a list says beside its name. */
const BESIDE_NAME = new RegExp(`(</strong>\\s*<span class="soft">)${NEXT_WORD}(?=[^\\s<])`, 'g')
const HEADING = /<(h[1-6])[\s>][\s\S]*?<\/\1>/g
const CELL_END = /([^\s<>])((?:\s|<\/(?!t[hd]>)[^>]*>)*<\/t[hd]>)/g

function markedProse(html: string): string {
  return (
    html
      .replace(WORD, `<code>${MARKS.word}$1${MARKS.end}</code>`)
      .replace(CELL_END, `$1${MARKS.end}$2`)
      .replace(BLOCK, `$1$2${MARKS.block}`)
      .replace(BESIDE_NAME, `$1$2${MARKS.block}`)
      .replace(CELL, `$1$2${MARKS.cell}`)
      .replace(ROW, `$1$2${MARKS.row}`)
      .replace(LABEL, `$1$2${MARKS.label}`)
      // Headings are names, which are shown as they are.
      .replace(HEADING, safeFromMarks)
  )
}

function markedCode(html: string): string {
  const lines = html.replace(LINE, (_, start: string, rest: string) => {
    const columns = rest.replace(/<[^>]*>/g, '').replaceAll('\t', '  ').length
    return start + rest + MARKS.line + MARKS.indent.repeat(Math.min(8, Math.floor(columns / 2)))
  })
  return lines.replace(/([^\s<>])((?:\s|<\/[^>]*>)*)$/, `$1${MARKS.end}$2`)
}
