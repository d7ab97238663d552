import { anchorsOf, applyEdits, headingsOf, parse } from './markup/headings.ts'

/** A part of a page that becomes a page. */
export interface Part {
  title: string
  body: string
  /** Its anchor on the page that it was part of. */
  anchor: string
}

/**
 * Makes a page of each heading of a level, as runbooks of a whole product in one file have one for each alert.
 *
 * @returns the parts, and what is left: the text above them, and sections without such a heading
 */
export function splitPage(body: string, level: 2 | 3): { parts: Part[]; rest: string } {
  const headings = headingsOf(parse(body)).filter(({ isTop }) => isTop)
  const anchors = new Map(anchorsOf(body).map(({ start, anchor }) => [start, anchor]))
  const parts: Part[] = []
  let rest = ''
  let at = 0
  for (const [index, heading] of headings.entries()) {
    if (heading.depth !== level) continue
    const next = headings.slice(index + 1).find(({ depth }) => depth <= level)
    const end = next?.start ?? body.length
    rest += body.slice(at, heading.start)
    at = end
    parts.push({
      title: heading.text,
      body: raise(body.slice(heading.end, end), level),
      anchor: anchors.get(heading.start) ?? '',
    })
  }
  return { parts, rest: dropEmptySections(rest + body.slice(at)) }
}

/** Headings below the one that became the title, one level or two up. */
function raise(body: string, level: number): string {
  const edits = headingsOf(parse(body))
    .filter(({ depth }) => depth > level)
    .map(({ start, depth }) => ({
      start,
      end: start + depth,
      text: '#'.repeat(Math.max(2, depth - level + 1)),
    }))
  return applyEdits(body, edits).trim()
}

function dropEmptySections(body: string): string {
  const headings = headingsOf(parse(body))
  const edits = headings.flatMap(({ start, end, depth }, index) => {
    const next = headings[index + 1]
    const isEmpty = body.slice(end, next?.start).trim() === '' && (next === undefined || next.depth <= depth)
    return isEmpty ? [{ start, end, text: '' }] : []
  })
  return applyEdits(body, edits).trim()
}
