/** An address that is written out: readers make it a link, up to the next blank or `<`, and a backslash before that is part of it. */
const ADDRESS = String.raw`(?:https?:\/\/|www\.)\S*`

/** A field is plain text: where it is shown as Markdown, none becomes a link, a picture or an element. */
export function inMarkdown(text: string): string {
  return text.replaceAll(new RegExp(`${ADDRESS}|[[\\]<\\\\]`, 'gi'), (part) => escaped(part, /[[\]<\\]/g))
}

/**
 * A text as Markdown of a forge shows it, in one line: as it is, also in a cell of a table, and calling nobody. A forge looks
 * for names behind an @ after it has read the Markdown, so that a backslash before it would not help.
 */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(new RegExp(`${ADDRESS}|[\\\\\`*_[\\]<>|#~&]`, 'gi'), (part) =>
      escaped(part, /[\\`*_[\]<>|#~&]/g),
    )
    .replaceAll(/@(?=\w)/g, '＠')
}

/** A sign, or an address. */
function escaped(part: string, signs: RegExp): string {
  return part.replaceAll(signs, (sign) => (sign === '<' && part !== '<' ? '&lt;' : `\\${sign}`))
}
