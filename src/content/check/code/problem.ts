/** A mistake in a block of code. */
export interface CodeProblem {
  /** Into the code. */
  offset: number
  /** What is wrong, in a sentence without its full stop. */
  message: string
  hint?: string
  /** Where some engines or tools accept it. */
  isDoubtful?: boolean
}

/** `<NAME>` and `{{ template }}`, which a reader or a tool fills in, as a word of the same length that every language can read. */
export function withoutPlaceholders(code: string, filler = 'x'): string {
  return code
    .replace(/\{\{[^\n]{0,1000}?\}\}/g, (all) => filler.repeat(all.length))
    .replace(PLACEHOLDER, (all) => filler.repeat(all.length))
}

/** `<NAME>`, `<the pod>`; no comparison, no tag with attributes, no redirection to a file behind it. */
export const PLACEHOLDER = /(?<![<\w$])<([A-Za-z](?:[\w -]{0,40}\w)?)>(?![\w./])/g
