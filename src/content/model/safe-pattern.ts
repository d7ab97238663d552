/** Longer values are never matched: a pattern of three repetitions takes at most this to the third. */
export const MAX_MATCHED = 200

/** Each repetition multiplies the ways to match by the length of the value: three of them and 200 letters are milliseconds. */
const MAX_REPETITIONS = 3
const MAX_LENGTH = 200
const MAX_COUNT = 200

/**
 * Why a pattern is not of the kind that ends soon whatever it is matched against; `undefined` where it is. Letters, classes,
 * choices, and repetitions of single characters: nothing repeated that is itself repeated, nothing looked up or looked around.
 */
export function patternProblem(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return `a pattern of at most ${String(MAX_LENGTH)} characters`
  if (/\(\?(?!:)/.test(source)) return 'a pattern without (?…): look-around and named groups are not read'
  if (/\\[1-9k]/.test(source)) return 'a pattern without references to its own groups'
  try {
    new RegExp(`^(?:${source})$`, 'u')
  } catch {
    return 'a regular expression'
  }
  // Classes and escapes are single characters.
  const plain = source
    .replace(/\\[pPu](?:\{[^}]*\}|[\da-fA-F]{4})|\\x[\da-fA-F]{2}|\\./g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
  if (/\)(?:[*+]|\{\d*,?\d*\})/.test(plain))
    return 'a pattern in which only single characters and [classes] are repeated'
  const repetitions = plain.match(/[*+]|\{\d+(?:,\d*)?\}/g) ?? []
  const open = repetitions.filter((each) => !/^\{\d+\}$/.test(each))
  if (open.length > MAX_REPETITIONS) return `a pattern with at most ${String(MAX_REPETITIONS)} repetitions`
  const counts = repetitions.flatMap((each) => each.match(/\d+/g) ?? []).map(Number)
  return counts.some((count) => count > MAX_COUNT)
    ? `a pattern that counts to ${String(MAX_COUNT)} at most`
    : undefined
}
