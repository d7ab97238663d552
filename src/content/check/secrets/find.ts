import { secretsInAddresses } from './addresses.ts'
import { secretAssignments } from './assignments.ts'
import { secretsOfCommands } from './commands.ts'
import { secretKeys } from './key-blocks.ts'
import { placeOfMatch, type Secret } from './match.ts'
import { TOKENS } from './patterns.ts'
import { isPlaceholder } from './placeholders.ts'
import { secretCells } from './tables.ts'
import { entropyOf } from './words.ts'

export type { Secret } from './match.ts'

/** Below this, what has the form of a token is a drawing of one. */
const MIN_ENTROPY = 2.5

const FINDERS = [
  secretKeys,
  knownTokens,
  secretsInAddresses,
  secretsOfCommands,
  secretAssignments,
  secretCells,
]

/** Secrets in a text, in order of place, one for each place; where several kinds fit, the one that says most. */
export function findSecrets(text: string): Secret[] {
  const found: Secret[] = []
  for (const find of FINDERS) {
    for (const secret of find(text)) {
      if (!found.some(({ start, end }) => start < secret.end && secret.start < end)) found.push(secret)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function* knownTokens(text: string): Generator<Secret> {
  const lower = text.toLowerCase()
  for (const { kind, hints, pattern } of TOKENS) {
    if (!hints.some((hint) => lower.includes(hint))) continue
    for (const match of text.matchAll(pattern)) {
      const [start, end] = placeOfMatch(match)
      const value = text.slice(start, end)
      if (!isPlaceholder(value) && entropyOf(value) >= MIN_ENTROPY) yield { kind, start, end }
    }
  }
}
