/** What the quotes and comments of a block are. */
export interface Quotes {
  /** The quotes that a place is within. */
  at: (place: number) => '' | "'" | '"'
  isComment: (place: number) => boolean
  /** The block without its comments. */
  code: string
  /** Quotes that nothing closes opened none: what looks like quotes is then read wrongly. */
  areOdd: boolean
}

/** Reads the quotes of a shell block or of a SQL block; the apostrophe of a comment opens none. */
export function quotesOf(text: string, isShell: boolean): Quotes {
  const states: ('' | "'" | '"')[] = []
  const comments = new Set<number>()
  let state: '' | "'" | '"' = ''
  let isComment = false
  let code = ''
  for (let at = 0; at < text.length; at += 1) {
    states.push(state)
    const char = text.charAt(at)
    const opensComment = isShell
      ? char === '#' && /^$|[\s;&|()<>]/.test(text.charAt(at - 1))
      : text.startsWith('--', at)
    if (char === '\n') isComment = false
    else if (state === '' && opensComment) isComment = true
    if (isComment) {
      comments.add(at)
      continue
    }
    code += char
    if (isShell && state !== "'" && char === '\\') {
      states.push(state)
      at += 1
      code += text.charAt(at)
    } else if (state === '' && (char === "'" || char === '"')) state = char
    else if (state === char) state = ''
  }
  return {
    at: (place) => states[place] ?? state,
    isComment: (place) => comments.has(place),
    code,
    areOdd: state !== '',
  }
}
