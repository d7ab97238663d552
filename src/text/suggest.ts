import distance from 'damerau-levenshtein'

/** `Did you mean "x"?`, or what there is to choose from. `undefined` where nothing is near and the list is long. */
export function didYouMean(wrong: string, known: readonly string[]): string | undefined {
  const nearest = closestTo(wrong, known)
  if (nearest !== undefined) return `Did you mean "${nearest}"?`
  if (known.length === 0 || known.length > MAX_LISTED) return undefined
  return `Known: ${known.join(', ')}.`
}

const MAX_LISTED = 60

/**
 * The known name that is a slip of the finger away from `wrong`, if any.
 *
 * @param most so many letters may differ; a third of them, if left out
 */
export function closestTo(
  wrong: string,
  known: readonly string[],
  most = Math.ceil(wrong.length / 3),
): string | undefined {
  const word = wrong.toLowerCase()
  // Of a word of two letters, nothing is left after a slip.
  const allowed = word.length < 3 ? 0 : most
  let best: string | undefined
  let least = allowed + 1
  for (const name of known) {
    const other = name.toLowerCase()
    // Each letter more or less is a step: of a thousand names, few are looked at.
    if (Math.abs(word.length - other.length) >= least) continue
    const { steps } = distance(word, other)
    if (steps < least) [best, least] = [name, steps]
  }
  return best
}
