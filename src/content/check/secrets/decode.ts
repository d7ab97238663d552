import { pictureKind } from '../../gate/index.ts'

/** Ways to write a character as something else, so that a text reads the same and looks different. */
const ESCAPES: readonly RegExp[] = [
  // Characters without width, and soft hyphens
  /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g,
  // HTML
  /&#(\d{1,7});?/g,
  /&#[xX]([\da-fA-F]{1,6});?/g,
  // JSON, YAML, shells, addresses
  /\\u\{?([\da-fA-F]{4,6})\}?/g,
  /\\x([\da-fA-F]{2})/g,
]

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  equals: '=',
  sol: '/',
  commat: '@',
  lowbar: '_',
  UnderBar: '_',
  period: '.',
  hyphen: '-',
  dash: '-',
  num: '#',
  percnt: '%',
  dollar: '$',
  shy: '',
  ZeroWidthSpace: '',
}

/** A text with its escapes replaced by what they stand for, so that nothing hides in them. */
export function decode(text: string): string {
  if (!/[&\\%\u00ad\u200b-\u200f\u2060-\u2064\ufeff\uff01-\uff5e]/.test(text)) return text
  const [invisible, decimal, ...hexadecimal] = ESCAPES
  // Letters as wide as those of Chinese and Japanese
  let decoded = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  if (invisible) decoded = decoded.replace(invisible, '')
  if (decimal) decoded = decoded.replace(decimal, (all, digits: string) => character(Number(digits), all))
  for (const pattern of hexadecimal)
    decoded = decoded.replace(pattern, (all, digits: string) => character(Number.parseInt(digits, 16), all))
  decoded = decoded.replace(/&([A-Za-z]{2,14});/g, (all, name: string) => NAMED[name] ?? all)
  // Only what is printable: a percent sign before two digits is common in shells and formats.
  decoded = decoded.replace(/%([2-7][\da-fA-F])/g, (all, digits: string) =>
    character(Number.parseInt(digits, 16), all),
  )
  // Markdown and shells
  return decoded.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

function character(code: number, otherwise: string): string {
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}

/** Long enough for a token, and not as long as a picture. */
const BASE64 = /(?<![A-Za-z\d+/_=-])[A-Za-z\d+/_-]{24,8000}={0,2}(?![A-Za-z\d+/_-])/y
const MIN_BASE64 = 24
const IS_BASE64 = Array.from({ length: 128 }, (_, code) => /[A-Za-z\d+/_-]/.test(String.fromCharCode(code)))
const WHOLE = /^[A-Za-z\d+/_-]{24,}={0,2}\s*$/
/** Text, and lines of it. */
const PRINTABLE = /^[\t\n\r\u0020-\u007e\u00a0-\u024f]+$/

/** What a text in base64 contains, where that is text again. */
export function* decodedBase64(text: string): Generator<{ text: string; offset: number }> {
  for (const start of longRuns(text)) {
    BASE64.lastIndex = start
    const [word] = BASE64.exec(text) ?? []
    if (word === undefined) continue
    // A word, a path or a hexadecimal number comes out as noise nearly always.
    const decoded = Buffer.from(word, 'base64').toString('utf8')
    if (!PRINTABLE.test(decoded)) continue
    yield { text: decoded, offset: start }
    // Once more: a secret of Kubernetes whose value was in base64 already.
    const again = Buffer.from(decoded, 'base64').toString('utf8')
    if (WHOLE.test(decoded) && PRINTABLE.test(again)) yield { text: again, offset: start }
  }
}

/** Where runs of characters of base64 begin that are long enough: only every 24th character is looked at until one is part of it. */
function* longRuns(text: string): Generator<number> {
  const isPart = (at: number) => IS_BASE64[text.charCodeAt(at)] === true
  let end = 0
  for (let at = MIN_BASE64 - 1; at < text.length; at = end + MIN_BASE64) {
    end = at
    if (!isPart(at)) continue
    let start = at
    while (start > 0 && isPart(start - 1)) start--
    while (end < text.length && isPart(end)) end++
    if (end - start >= MIN_BASE64) yield start
  }
}

/** A picture that a drawing or a page holds itself. */
const PICTURE = /data:image\/[\w.+-]+;base64,([A-Za-z\d+/=\s]+)/dg

/** Where the bytes of pictures are in a text, written in base64: in so many letters, some look like a short token. */
export function picturesIn(text: string): [start: number, end: number][] {
  if (!text.includes(';base64,')) return []
  return [...text.matchAll(PICTURE)].flatMap((match) => {
    const [, place] = match.indices ?? []
    const isPicture = pictureKind(Buffer.from((match[1] ?? '').slice(0, 64), 'base64')) !== undefined
    return place && isPicture ? [place] : []
  })
}
