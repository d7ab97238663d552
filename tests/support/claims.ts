import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A sentence that promises something, and what shows it: a test, a command, or why it promises nothing. */
export interface Claim {
  says: string
  shownBy: string
}

/** Words that promise something. */
const CLAIM =
  /\b(tested|proved|proven|never|always|exactly|guarantee[sd]?|every|everything|everywhere|nothing)\b/i
/** `Never do it`, `and never a stronger one`, `and repair nothing`: what a reader should do is no promise of ours. */
const INSTRUCTION = /^[-*0-9. |]*Never |\band never (?!before)|\brepair nothing\b/
/** `every row says ok`, `on every day`, `when nothing is late`: what has to be so before the reader goes on. */
const CONDITION =
  /\bevery (row|day|hour|account|step|`LAG`)\b[^.]*\b(says?|said|balances|confirmed)\b|\bon every (row|day)\b|\b(if|until|unless|when|where) (every|everything|nothing)\b/i
/** What a mark says comes from a receipt, and a year's plan says of itself how far it is proved. */
const COMPUTED = /^not tested\.?$|^Changed since it was tested|^Proved: |^The best order/i

/** The sentences of a Markdown text that claim something, without code and addresses. */
export function claimsIn(text: string): string[] {
  const plain = text
    .replace(/^---[^]*?\n---\n/, '')
    .replace(/```[^]*?```/g, '\n\n')
    .replace(/\]\([^)]*\)/g, ']')
  return plain
    .split(/(?<=[.!?:])\s+|\n{2,}|\n(?=[-*|#\d]| {2,}[-a-z])/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => CLAIM.test(each) && each.length > 8)
    .filter((each) => !INSTRUCTION.test(each) && !CONDITION.test(each) && !COMPUTED.test(each))
}

/** The reviewed sentences of a file. */
export const reviewedClaims = (file: string): Claim[] => parse(readFileSync(file, 'utf8')) as Claim[]

/** What is said and was not reviewed, and what was reviewed and is no longer said. */
export function compareClaims(
  texts: readonly string[],
  reviewed: readonly Claim[],
): { unreviewed: string[]; past: string[] } {
  const said = new Set(texts.flatMap(claimsIn))
  const known = new Set(reviewed.map(({ says }) => says))
  return {
    unreviewed: [...said].filter((each) => !known.has(each)).sort(),
    past: [...known].filter((each) => !said.has(each)).sort(),
  }
}
