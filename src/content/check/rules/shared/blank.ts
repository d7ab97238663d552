/** A text with everything but its line breaks blanked out: offsets stay. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/**
 * A text in which some parts are replaced by what is as long, in one pass.
 *
 * @param spans where they begin and end, in whatever order; they may be in each other
 */
export function withReplaced(
  text: string,
  spans: readonly (readonly [start: number, end: number])[],
  replace: (part: string) => string,
): string {
  const pieces: string[] = []
  let at = 0
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    if (end <= at) continue
    if (start > at) pieces.push(text.slice(at, start))
    pieces.push(replace(text.slice(Math.max(at, start), end)))
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
