import { secretsInAddresses } from './addresses.ts'
import { ASSIGNMENT_PATTERNS, secretAssignments } from './assignments.ts'
import { POSITIONS, secretsOfCommands } from './commands.ts'
import { picturesIn } from './decode.ts'
import { HINT, secretKeys } from './key-blocks.ts'
import { placeOfMatch, type Secret } from './match.ts'
import { TOKENS } from './patterns.ts'
import { isPlaceholder } from './placeholders.ts'
import { Sieve, type Matches, type SievedPattern } from './sieve.ts'
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

/** Every pattern that is looked for with the sieve. */
export const PATTERNS: readonly SievedPattern[] = [HINT, ...TOKENS, ...POSITIONS, ...ASSIGNMENT_PATTERNS]

/** Made when the first text is looked at: most commands look at none. */
let sieve: Sieve | undefined

/** Secrets in a text, in order of place, one for each place; where several kinds fit, the one that says most. */
export function findSecrets(text: string): Secret[] {
  sieve ??= new Sieve(PATTERNS)
  return secretsAmong(text, sieve.over(text))
}

/**
 * The same, whoever looks for the patterns.
 *
 * @param matchesOf finds a pattern in the text
 */
export function secretsAmong(text: string, matchesOf: Matches): Secret[] {
  const found: Secret[] = []
  const pictures = picturesIn(text)
  for (const find of FINDERS) {
    for (const secret of find(text, matchesOf)) {
      if (pictures.some(([start, end]) => start < secret.start && secret.end <= end)) continue
      if (!found.some(({ start, end }) => start < secret.end && secret.start < end)) found.push(secret)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function* knownTokens(_: string, matchesOf: Matches): Generator<Secret> {
  for (const token of TOKENS) {
    for (const match of matchesOf(token)) {
      const [start, end] = placeOfMatch(match)
      const value = match.input.slice(start, end)
      if (!isPlaceholder(value) && entropyOf(value) >= MIN_ENTROPY) yield { kind: token.kind, start, end }
    }
  }
}
