/** A secret in a text, by its place there. */
export interface Secret {
  /** In words for people, as `GitHub token`. */
  kind: string
  /** Where it begins and ends in the text. */
  start: number
  end: number
}

/** The first group of a match of a pattern with the flag `d`, or all of it. */
export function placeOfMatch(match: RegExpExecArray): [start: number, end: number] {
  const [all, ...groups] = match.indices ?? []
  return groups.find((group) => group !== undefined) ?? all ?? [match.index, match.index + match[0].length]
}
