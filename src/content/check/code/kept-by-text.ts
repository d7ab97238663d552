/**
 * Remembers what was made of the texts that were asked for last: blocks of code are the same on several pages, are read by
 * several rules, and stay as they are while somebody edits one of them.
 *
 * @param make depends on the text alone; nobody may change what it gives
 * @param maxCharacters about so many characters of texts are kept
 */
export function keptByText<T>(make: (text: string) => T, maxCharacters: number): (text: string) => T {
  let recent = new Map<string, T>()
  let older = new Map<string, T>()
  let characters = 0
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const made = older.get(text) ?? make(text)
    if (characters > maxCharacters / 2) {
      ;[older, recent, characters] = [recent, new Map(), 0]
    }
    recent.set(text, made)
    characters += text.length
    return made
  }
}
