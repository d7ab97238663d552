import { escapeHtml } from '../../../text/html.ts'

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00a0',
  semi: ';',
  colon: ':',
  num: '#',
  hash: '#',
}

/** The first of a row of characters that no text has: each is in the place of one that the notation would read as its own. */
const PLACE = 0xe000

/**
 * Mermaid writes a character that would end a label as `#quot;` or `#35;`. Letters are written as they are; of signs, one
 * that nobody reads keeps the place until the drawing is made.
 */
export function withoutEntities(source: string): string {
  return source.replace(/#(?:(\d{2,6})|([a-z]{2,5}));/g, (whole, number?: string, name = '') => {
    const code = number === undefined ? NAMED[String(name)]?.codePointAt(0) : Number(number)
    if (code === undefined || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code < 0xf900))
      return whole
    const isSign = code < 0x80 && !/\w/.test(String.fromCodePoint(code))
    return String.fromCodePoint(isSign ? PLACE + code : code)
  })
}

/** A text with the signs in their places. */
export function signsIn(text: string): string {
  return text.replace(/[\ue000-\ue07f]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? PLACE) - PLACE),
  )
}

/** The same for a drawing, where they stay text. */
export function withSigns(svg: string): string {
  return svg.replace(/[\ue000-\ue07f]/g, (sign) => escapeHtml(signsIn(sign)))
}
