import { indentBy, type Block, type BlockContext } from './block.ts'
import { dedent, detailsMarkup } from './alert-markup.ts'

/** Zones, tabs and boxes of DocFX, as Microsoft Learn has them. Its pictures are in `dialects/docfx.ts`. */
export function docfxBlock(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  return zone(lines, at, context) ?? tab(lines, at, context) ?? box(lines, at, context)
}

/** `:::zone pivot="linux"` … `:::zone-end`: what a reader who chose it sees; `::: moniker range=…` for a version. */
function zone(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, indent = '', name, attributes = ''] =
    /^([ \t]*):::[ \t]*(zone|moniker)((?:[ \t]+[\w-]+="[^"]*")+)[ \t]*(?::::)?[ \t]*$/.exec(
      lines[at] ?? '',
    ) ?? []
  if (name === undefined) return undefined
  const title = /\s(?:pivot|range)="([^"]*)"/.exec(attributes)?.[1]
  const closing = new RegExp(`^[ \\t]*:::[ \\t]*${name}-end[ \\t]*(?::::)?[ \\t]*$`)
  const found = lines.findIndex((line, index) => index > at && closing.test(line))
  const end = found < 0 ? lines.length : found
  const content = context.inner(dedent(lines.slice(at + 1, end)))
  context.log.converted(`variant (:::${name})`)
  // A zone for a target is for where it is read, not for a choice of the reader.
  const shown = title === undefined ? content : detailsMarkup(title, content, true)
  return { lines: shown.map((line) => indentBy(line, indent)), next: end + 1 }
}

const TAB = /^([ \t]*)(#{1,6})[ \t]+\[(.+)\]\(#tab\/[^()\s]*\)[ \t]*$/

/** `### [Linux](#tab/linux)` and the text up to the next one, or to the line that ends the group. */
function tab(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, indent = '', marks = '', title] = TAB.exec(lines[at] ?? '') ?? []
  if (title === undefined) return undefined
  const heading = new RegExp(`^#{1,${String(Math.max(1, marks.length - 1))}}[ \\t]`)
  let end = at + 1
  while (end < lines.length && !isEnd(lines[end] ?? '') && !TAB.test(lines[end] ?? '')) {
    // Where nobody ended the group, the section ends it.
    if (marks.length > 1 && heading.test(lines[end] ?? '')) break
    end += 1
  }
  context.log.converted('tab (#tab/…)')
  const shown = detailsMarkup(title, context.inner(dedent(lines.slice(at + 1, end))), true)
  return { lines: shown.map((line) => indentBy(line, indent)), next: isEnd(lines[end] ?? '') ? end + 1 : end }
}

function isEnd(line: string): boolean {
  return /^[ \t]*(?:-{3,}|\*{3,}|(?:\*[ \t]+){2,}\*)[ \t]*$/.test(line)
}

/** `> [!div class="nextstepaction"]`: only how the quotation below it looks. */
function box(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, indent] = /^([ \t]*)>[ \t]?\[!div\b[^\]\n]*\][ \t]*$/i.exec(lines[at] ?? '') ?? []
  if (indent === undefined) return undefined
  const content: string[] = []
  let next = at + 1
  for (; next < lines.length && /^[ \t]*>/.test(lines[next] ?? ''); next += 1)
    content.push((lines[next] ?? '').replace(/^[ \t]*>[ \t]?/, ''))
  context.log.dropped('look of a quotation ([!div])')
  return { lines: context.inner(content).map((line) => indentBy(line, indent)), next }
}
