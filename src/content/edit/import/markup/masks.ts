/**
 * Code is none of a converter's business: while the text around it is rewritten, each fenced block is one line, and each
 * inline code one sign. `unmask` puts them back, with the indentation and quotation marks of where they are then.
 */

const OPEN = '\uE100'
const CLOSE = '\uE101'

export interface Fence {
  /** The backticks or tildes. */
  mark: string
  info: string
  lines: string[]
  isClosed: boolean
}

export interface Masked {
  text: string
  fences: Fence[]
  inline: string[]
}

export function mask(source: string): Masked {
  const masked: Masked = { text: '', fences: [], inline: [] }
  const out: string[] = []
  const lines = source.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const opening = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})([^\n]*)$/.exec(line)
    const info = opening?.[3] ?? ''
    if (!opening || ((opening[2] ?? '').startsWith('`') && info.includes('`'))) {
      out.push(line)
      continue
    }
    const [, lead = '', mark = ''] = opening
    const last = closingLine(lines, index, lead, mark)
    const content = lines.slice(index + 1, last.end).map((each) => strip(each, lead))
    out.push(`${lead}${OPEN}F${String(masked.fences.length)}${CLOSE}`)
    masked.fences.push({ mark, info: info.trim(), lines: content, isClosed: last.isClosed })
    index = last.isClosed ? last.end : last.end - 1
  }
  masked.text = out.join('\n')
  masked.text = maskInline(masked.text, masked.inline)
  return masked
}

/** Where a fence ends: at its closing line, else where the list or quote around it ends, else with the page. */
function closingLine(lines: readonly string[], start: number, lead: string, mark: string) {
  const closing = new RegExp(`^[ \\t>]*${mark[0] === '`' ? '`' : '~'}{${String(mark.length)},}[ \\t]*$`)
  const opening = /^[ \t>]*(?:`{3,}|~{3,})[^\s`~]/
  const width = lead.length
  let dedented: number | undefined
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (closing.test(line)) return { end: index, isClosed: true }
    const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0
    if (line.trim() !== '' && indent < width && lead !== '') {
      dedented ??= index
      // A heading, or a fence that opens: this one was left open in its list.
      if (/^#{1,6} /.test(line) || opening.test(line)) return { end: dedented, isClosed: false }
    }
  }
  return { end: dedented ?? lines.length, isClosed: false }
}

/** A line of code without the indentation of the list, or the marks of the quote, that the fence is in. */
function strip(line: string, lead: string): string {
  const width = lead.replace(/[-*+]|\d+[.)]/g, (mark) => ' '.repeat(mark.length)).length
  let at = 0
  while (at < width && /[ \t>]/.test(line[at] ?? '')) at += 1
  return line.slice(at)
}

function maskInline(text: string, inline: string[]): string {
  return text.replace(/(?<![\\`])(`+)(?!`)((?:[^\n]|\n(?!\s*\n))*?[^`])\1(?!`)/g, (code) => {
    inline.push(code)
    return `${OPEN}I${String(inline.length - 1)}${CLOSE}`
  })
}

/** The sign of a fence, alone on its line. */
const FENCE_LINE = /^([^\n\uE100]*)\uE100F(\d+)\uE101[ \t]*$/gm
export const FENCE_SIGN = /\uE100F(\d+)\uE101/
const INLINE_SIGN = /\uE100I(\d+)\uE101/g

/** Puts inline code back. */
export function unmaskInline(text: string, { inline }: Masked): string {
  return text.replace(INLINE_SIGN, (_, index: string) => inline[Number(index)] ?? '')
}

/** Puts all code back, fences with the indentation and quotation of their line. */
export function unmask(text: string, masked: Masked): string {
  const blocks = text.replace(FENCE_LINE, (_, lead: string, index: string) => {
    const fence = masked.fences[Number(index)]
    if (!fence) return ''
    const next = lead.replace(/[-*+](?=[ \t]+$)|\d+[.)](?=[ \t]+$)/g, (mark) => ' '.repeat(mark.length))
    const line = (code: string) => (code === '' ? next.trimEnd() : `${next}${code}`)
    const body = fence.lines.map(line)
    const mark = fence.isClosed ? outerMark(fence) : fence.mark
    const closing = fence.isClosed ? [`${next}${mark}`] : []
    return [`${lead}${mark}${fence.info}`, ...body, ...closing].join('\n')
  })
  return unmaskInline(blocks, masked)
}

/** A fence around what looks like a fence itself is longer, so that nobody takes the inner one for its end. */
function outerMark({ mark, lines }: Fence): string {
  const sign = mark.charAt(0)
  const inner = new RegExp(`^[ \\t>]*(?:[-*+][ \\t]+)?(${sign}{3,})(?!${sign}|\\{)`)
  const longest = Math.max(0, ...lines.map((line) => inner.exec(line)?.[1]?.length ?? 0))
  return longest < mark.length ? mark : sign.repeat(longest + 1)
}
