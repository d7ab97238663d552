/** The words of a text by which a signature in it can be looked up: folded like the matcher does, ASCII alone. */
export function wordsForKeys(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
}

/** The words of a signature that are whole in whatever it matches: those that no `*` touches. */
export function keysOf(signature: string): string[] {
  return signature.split('*').flatMap((part, index, parts) => {
    const lower = part.toLowerCase()
    return [...lower.matchAll(/[\p{L}\p{N}_]+/gu)].flatMap(({ 0: word, index: at }) => {
      const isCutLeft = index > 0 && at === 0
      const isCutRight = index < parts.length - 1 && at + word.length === lower.length
      return isCutLeft || isCutRight ? [] : [word]
    })
  })
}
