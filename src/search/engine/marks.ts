import type { Language } from './language.ts'
import { sectionsOf, type PageText, type Section } from './page-text.ts'
import { tokens } from './terms.ts'
import type { ConceptFinder } from './concepts.ts'
import type { Unit } from './unit.ts'

/** A piece of a text; marked where it is why the page was found. */
export interface Piece {
  text: string
  isMarked: boolean
}

export interface Passage {
  section: Section
  pieces: Piece[]
  /** The weight of its marks together. */
  weight: number
}

/** Characters of a passage that are shown. */
const SHOWN = 200

/** The passages of a page that say most of a query, best first: why the page is a result. */
export function passagesOf(
  page: PageText,
  units: readonly Unit[],
  language: Language,
  concepts: ConceptFinder,
): Passage[] {
  const weights = new Map(
    units.flatMap(({ ways, weight }) => ways.map(({ term, share }) => [term, weight * share] as const)),
  )
  return sectionsOf(page)
    .map((section) => passageOf(section, weights, language, concepts))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

interface Match {
  start: number
  end: number
  term: string
}

function passageOf(
  section: Section,
  weights: ReadonlyMap<string, number>,
  language: Language,
  concepts: ConceptFinder,
): Passage {
  const text = section.text.replace(/\s+/g, ' ').trim()
  const found = tokens(text, language)
  const matches: Match[] = []
  for (const { start, end, term, parts } of found)
    if (weights.has(term) || parts.some((part) => weights.has(part))) matches.push({ start, end, term })
  for (const { term, from, to } of concepts(found)) {
    const [first, last] = [found[from], found[to - 1]]
    if (weights.has(term) && first && last) matches.push({ start: first.start, end: last.end, term })
  }
  matches.sort((a, b) => a.start - b.start || b.end - a.end)
  const best = bestWindow(matches, weights)
  return { section, weight: best.weight, pieces: piecesOf(text, matches, best.start) }
}

/** Where the window begins whose different matches have the highest weight together. */
function bestWindow(
  matches: readonly Match[],
  weights: ReadonlyMap<string, number>,
): { start: number; weight: number } {
  let best = { start: 0, weight: 0 }
  for (const [index, { start }] of matches.entries()) {
    const terms = new Set<string>()
    for (let i = index; i < matches.length && (matches[i]?.start ?? 0) < start + SHOWN; i++)
      terms.add(matches[i]?.term ?? '')
    const weight = [...terms].reduce((sum, term) => sum + (weights.get(term) ?? 0.1), 0)
    if (weight > best.weight) best = { start, weight }
  }
  return best
}

function piecesOf(text: string, matches: readonly Match[], start: number): Piece[] {
  const space = text.lastIndexOf(' ', Math.max(0, start - 30))
  const from = start < 40 ? 0 : space < 0 ? 0 : space + 1
  const cut = text.indexOf(' ', from + SHOWN)
  const to = cut < 0 ? text.length : cut
  const pieces: Piece[] = []
  let at = from
  for (const match of matches) {
    if (match.start < at || match.end > to) continue
    pieces.push(
      { text: text.slice(at, match.start), isMarked: false },
      { text: text.slice(match.start, match.end), isMarked: true },
    )
    at = match.end
  }
  pieces.push({ text: `${text.slice(at, to)}${to < text.length ? ' …' : ''}`, isMarked: false })
  if (from > 0) pieces.unshift({ text: '… ', isMarked: false })
  return pieces.filter((piece) => piece.text !== '')
}
