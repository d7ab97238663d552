import { markdownToMdast, type MdastNode } from 'satteri'
import { headingAnchors, headingId } from '../../../../text/heading-id.ts'
import { plainText } from '../../../read/find.ts'
import { ANCHOR } from './anchor-marks.ts'
import type { PageLog } from '../common/log.ts'

type Heading = Extract<MdastNode, { type: 'heading' }>

export interface FoundHeading {
  depth: number
  text: string
  start: number
  end: number
  /** Below which block of the page it is; headings in quotes and lists do not. */
  isTop: boolean
}

export function parse(text: string): MdastNode {
  return markdownToMdast(text, { features: { frontmatter: false } })
}

export function headingsOf(tree: MdastNode): FoundHeading[] {
  const found: FoundHeading[] = []
  const visit = (node: MdastNode, isTop: boolean): void => {
    if (node.type === 'heading') found.push(toHeading(node, isTop))
    if ('children' in node) for (const child of node.children) visit(child, node.type === 'root')
  }
  visit(tree, false)
  return found
}

function toHeading(node: Heading, isTop: boolean): FoundHeading {
  const { start, end } = node.position ?? {}
  return {
    depth: node.depth,
    // An old link's place within it is no part of its words.
    text: plainText(node).replace(ANCHOR, '').trim(),
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
    isTop,
  }
}

export interface Edit {
  start: number
  end: number
  text: string
}

/** A text with parts of it replaced; of two that overlap, the first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.start < at) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

/** Words that head a part of a page, and are not its name. */
const PART =
  /^(?:symptoms?|cause|root cause|overview|description|summary|issue|issue description|meaning|impact|diagnosis|mitigation|resolution|background|introduction|context|purpose|problem|details?|steps?|table of contents|contents|prerequisites?|goal|scope|status|affected versions?|alert)$/i

export interface Titled {
  text: string
  title: string
  /** Where the title is from. */
  from: 'field' | 'heading' | 'file'
}

/**
 * The page's title, and its text with headings from the second level on, none left out: the title has the first.
 *
 * @param field the title in the page's fields
 * @param fallback what its file is called
 */
export function settleHeadings(
  text: string,
  field: string | undefined,
  fallback: string,
  log: PageLog,
): Titled {
  const tree = parse(text)
  const headings = headingsOf(tree)
  const [first] = headings
  const firsts = headings.filter(({ depth, isTop }) => depth === 1 && isTop)
  const leads =
    first?.depth === 1 && first.isTop && first.text !== '' && text.slice(0, first.start).trim().length < 400
  const isPart = firsts.length > 1 && first !== undefined && PART.test(first.text.replace(/[:\s]+$/, ''))
  // Above the first heading of all, whatever its level: some begin with the second.
  const isOwn = leads && !isPart && (field === undefined || isSame(field, first.text))
  const alone = !isOwn && field === undefined && firsts.length === 1 ? firsts[0] : undefined
  const named = isOwn ? first : alone !== undefined && !PART.test(alone.text) ? alone : undefined
  // `#` alone, and a heading of nothing but an emoji's code, name nothing.
  const own = named && headingId(named.text).text.trim()
  const title = field ?? (own !== undefined && own !== '' ? own : fallback)
  const from = field !== undefined ? 'field' : named ? 'heading' : 'file'
  const edits: Edit[] = []
  const rest = headings.filter((heading) => heading !== named)
  if (named) {
    edits.push({ start: named.start, end: named.end, text: '' })
    log.converted('first heading: now the title')
  }
  const shift = rest.some(({ depth }) => depth === 1) ? 1 : 0
  if (shift > 0) log.converted('headings one level down')
  const open: { from: number; to: number }[] = [{ from: 0, to: 1 }]
  for (const heading of rest) {
    const { start, end, depth } = heading
    const raw = text.slice(start, end)
    if (heading.text === '') {
      // A picture alone is no heading.
      edits.push({
        start,
        end,
        text: raw.replace(/^#{1,6}[ \t]*/, '').replace(/^#+$|\n[ \t>]*(?:=+|-+)[ \t]*$/, ''),
      })
      log.dropped('empty heading')
      continue
    }
    while (open.length > 1 && (open.at(-1)?.from ?? 0) >= depth) open.pop()
    const level = Math.min(MAX_LEVEL, (open.at(-1)?.to ?? 1) + 1)
    open.push({ from: depth, to: level })
    if (level !== depth + shift) log.converted('level of a heading')
    if (level === depth && /^#/.test(raw)) continue
    edits.push({ start, end, text: atHeading(raw, level) })
  }
  return {
    text: applyEdits(text, edits).replace(/^\s*\n/, ''),
    title: title.replace(/\s+/g, ' ').trim(),
    from,
  }
}

const MAX_LEVEL = 6

function atHeading(raw: string, level: number): string {
  const mark = '#'.repeat(level)
  if (/^#{1,6}(?=\s|$)/.test(raw)) return raw.replace(/^#{1,6}/, mark)
  const [, words = raw] = /^([^]*?)\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(raw) ?? []
  return `${mark} ${words.replace(/\s*\n\s*/g, ' ').trim()}`
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return plain(a) === plain(b)
}

/** Anchors of headings as the site makes them, each with the position of its heading. */
export function anchorsOf(text: string): { anchor: string; start: number; title: string; depth: number }[] {
  const anchorOf = headingAnchors()
  return headingsOf(parse(text))
    .filter(({ depth }) => depth >= 2 && depth <= 4)
    .map(({ text, start, depth }) => {
      const named = headingId(text)
      return { anchor: anchorOf(named), start, title: named.text, depth }
    })
}
