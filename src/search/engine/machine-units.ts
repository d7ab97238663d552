import type { Store } from './store.ts'
import type { Token } from './terms.ts'
import { ofNote, unit, waysOf, type Unit, type UnitContext, type Way } from './unit.ts'

/** The shortest beginning that a family of codes has: `ORA-0`. */
const MIN_FAMILY = 4

/** A number that a program prints: of that day and that machine, unless a page names it, as the code of an error. */
export async function varyingUnit(
  token: Token,
  counts: boolean,
  context: UnitContext,
): Promise<Unit | Unit[]> {
  const isCode = /^\p{N}{4,}$/u.test(token.word)
  const ways = (await waysOf([[token.term, 1]], context.store)).map((way) => ({
    ...way,
    postings: ofNote(way.postings),
  }))
  return isCode && ways.some(({ postings }) => postings.count > 0)
    ? unit(token.text, 'name', counts, ways, context, token)
    : []
}

/** A date or a version, where a page is called by it. */
export async function numberUnit(number: string, context: UnitContext): Promise<Unit | Unit[]> {
  const ways = await waysOf([[number, 1]], context.store)
  return ways.length === 0 ? [] : unit(number, 'word', true, ways, context)
}

/** The pages of the longest family that an error code begins like. */
export async function familyWays(code: string, store: Store): Promise<Way[]> {
  for (let length = code.length - 1; length >= MIN_FAMILY; length--) {
    const ways = await waysOf([[code.slice(0, length), 1]], store)
    // A page that says it by the way has a word that begins so, and no family of codes.
    const named = ways.map((way) => ({ ...way, postings: ofNote(way.postings) }))
    const declared = named.filter(({ postings }) => postings.count > 0)
    if (declared.length > 0) return declared
  }
  return []
}
