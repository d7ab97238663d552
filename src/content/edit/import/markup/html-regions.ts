import { parseFragment } from 'parse5'
import { type Element, blockMarkup } from './html-blocks.ts'
import type { PageLog } from '../common/log.ts'

/** Whole lists, tables and headings, each as Markdown. */
export function convertRegions(text: string, log: PageLog): string {
  let result = text
  for (const name of ['table', 'ul', 'ol', 'dl', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']) {
    const outer = new RegExp(`<${name}\\b[^<>]*>`, 'i')
    let from = 0
    for (
      let opening = outer.exec(result);
      opening;
      opening = outer.exec(result.slice(from)) && at(outer, result, from)
    ) {
      const start = opening.index
      const end = endOf(result, start, name)
      if (end === undefined) {
        from = start + opening[0].length
        continue
      }
      const markup = regionMarkup(result.slice(start, end))
      if (markup === undefined) {
        from = end
        continue
      }
      log.converted(`element <${name}>`)
      const replacement = `\n\n${markup}\n\n`
      result = `${result.slice(0, start).replace(/[ \t]+$/, '')}${replacement}${result.slice(end)}`
      from = start + replacement.length
      if (from > result.length) break
    }
  }
  return result
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const found = pattern.exec(text.slice(from))
  if (found) found.index += from
  return found
}

function endOf(text: string, start: number, name: string): number | undefined {
  const token = new RegExp(`<(\\/?)${name}\\b[^<>]*>`, 'gi')
  token.lastIndex = start
  let open = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    open += found[1] === '/' ? -1 : 1
    if (open === 0) return token.lastIndex
  }
  return undefined
}

function regionMarkup(html: string): string | undefined {
  const [node] = parseFragment(html).childNodes.filter((each): each is Element => 'tagName' in each)
  if (!node) return undefined
  return blockMarkup(node).join('\n')
}
