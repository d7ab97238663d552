import { PLAIN_MEANINGS } from './english/symptoms.ts'
import { FRAMEWORK_WORDS, LOG_WORDS } from './english/stop-words.ts'
import { faultLines, isFrame, withoutVarying } from './excerpt.ts'
import { tokens, type Token } from './terms.ts'
import { rarity, waysOf, type Unit, type UnitContext } from './unit.ts'

/** Words of a log that are looked up: those of the lines that name the fault first. */
const MAX_LOOKED_UP = 48
/** And that are searched for: the most telling ones. */
const MAX_TELLING = 12

/** What a framework prints around every fault says little about this one. */
const FRAMEWORK_SHARE = 0.15
/** A word away from the line that names the fault. */
const ELSEWHERE = 0.5
/** Words that no page has, names and others: logs are full of what varies. */
const UNKNOWN_NAME = 0.15
const UNKNOWN_WORD = 0.3
/** A class of errors that no page has says that this is another error. */
const UNKNOWN_CLASS = 0.9

/** The units of a pasted text: its telling words, the most telling first. */
export async function logUnits(text: string, { store, language, concepts }: UnitContext): Promise<Unit[]> {
  const main = faultLines(text)
  const lines = [...main, ...text.split('\n').filter((line) => !isFrame(line) && !main.includes(line))]
  const found = new Map<string, { token: Token; isMain: boolean }>()
  const meanings = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    if (found.size >= MAX_LOOKED_UP) break
    const own = tokens(withoutVarying(line), language)
    for (const { term, from, to } of concepts(own)) {
      if (!PLAIN_MEANINGS.has(term) || meanings.has(term)) continue
      meanings.set(
        term,
        own
          .slice(from, to)
          .map((token) => token.text)
          .join(' '),
      )
    }
    for (const token of own) {
      if (found.size >= MAX_LOOKED_UP || found.has(token.term) || !isSpecific(token)) continue
      found.set(token.term, { token, isMain: index === 0 })
    }
  }
  const units = await Promise.all([
    ...[...found.values()].map(async ({ token, isMain }): Promise<Unit> => {
      const ways = await waysOf([[token.term, 1]], store)
      const known = ways[0] && rarity(ways[0].postings.count, store.ids.length)
      const isClass = /(?:Exception|Error)$/.test(token.text)
      const base = known ?? (!token.isName ? UNKNOWN_WORD : isClass ? UNKNOWN_CLASS : UNKNOWN_NAME)
      const share = isFramework(token) ? FRAMEWORK_SHARE : 1
      return {
        shown: token.text,
        kind: token.isName ? 'name' : 'word',
        counts: true,
        ways,
        weight: base * share * (isMain ? 1 : ELSEWHERE),
      }
    }),
    ...[...meanings].map(async ([term, shown]): Promise<Unit> => {
      return { shown, kind: 'meaning', counts: true, ways: await waysOf([[term, 1]], store), weight: 1 }
    }),
  ])
  return units.sort((a, b) => b.weight - a.weight).slice(0, MAX_TELLING + meanings.size)
}

function isSpecific({ word, isName }: Token): boolean {
  return word.length > 1 && word.length <= 60 && (isName || (!/^\p{N}/u.test(word) && !LOG_WORDS.has(word)))
}

const isFramework = ({ word, text }: Token) =>
  FRAMEWORK_WORDS.has(word) || FRAMEWORK_WORDS.has(text.toLowerCase())
