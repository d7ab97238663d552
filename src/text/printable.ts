/**
 * What nobody sees and a terminal, a shell or a calendar obeys: controls and line breaks, marks that turn the direction
 * of text, and characters without width. Joiners between letters and emoji (U+200C, U+200D) are part of words.
 */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u

/** Names for the commonest ones. */
const NAMES: Readonly<Record<string, string>> = {
  '\n': 'a line break',
  '\r': 'a line break',
  '\t': 'a tab',
  '\u001b': 'an escape character',
  '\0': 'a null character',
  '\u200b': 'a space without width',
  '\u202e': 'a mark that turns the direction of text',
}

/** What a text of one line would have to be, where it holds a character that nobody sees; `undefined` where it holds none. */
export function unprintable(text: string): string | undefined {
  const [found] = UNPRINTABLE.exec(text) ?? []
  if (found === undefined) return undefined
  const name = NAMES[found] ?? 'a character that nobody sees'
  return `text of one line: it contains ${name} (${codePointName(found)})`
}

/** A text as it may be printed: whatever nobody sees is written as its code, so that nothing in it is obeyed. */
export function printable(text: string): string {
  return text.replace(new RegExp(UNPRINTABLE, 'gu'), (character) => `\\u{${codePointOf(character)}}`)
}

/** The same of a text of several lines: tabs and line breaks stay, those of calendar files (`\r\n`) too. */
export function printableLines(text: string): string {
  return text.replace(new RegExp(UNPRINTABLE, 'gu'), (character, at: number) =>
    character === '\n' || character === '\t' || (character === '\r' && text[at + 1] === '\n')
      ? character
      : `\\u{${codePointOf(character)}}`,
  )
}

/** A JSON text with whatever nobody sees written as JSON's own escapes: it can be printed, and is the same to a program. */
export function printableJson(document: unknown): string {
  return JSON.stringify(document, null, 2).replace(new RegExp(UNPRINTABLE, 'gu'), (character) =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
        ).join(''),
  )
}

/** `U+200B` */
export function codePointName(character: string): string {
  return `U+${codePointOf(character).toUpperCase().padStart(4, '0')}`
}

function codePointOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16)
}
