/** The five alerts that forges and the site show, and what other generators call theirs. */
const KINDS: Readonly<Record<string, 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'>> = {
  note: 'NOTE',
  info: 'NOTE',
  information: 'NOTE',
  default: 'NOTE',
  primary: 'NOTE',
  secondary: 'NOTE',
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  check: 'TIP',
  done: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  warn: 'WARNING',
  attention: 'WARNING',
  alert: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
  error: 'CAUTION',
  failure: 'CAUTION',
  fail: 'CAUTION',
  critical: 'CAUTION',
}

/** Kinds that say more than any of the five: their name is kept as the title. */
const NAMED =
  /^(?:abstract|summary|tldr|todo|question|help|faq|missing|bug|example|seealso|deprecated|prerequisites?|new|announcement)$/

const QUOTES = /^(?:quote|cite)$/

/** `tips` and `Notes` are `tip` and `note`. */
function kindOf(word: string): string {
  const kind = word.toLowerCase()
  return !Object.hasOwn(KINDS, kind) && Object.hasOwn(KINDS, kind.replace(/s$/, ''))
    ? kind.replace(/s$/, '')
    : kind
}

/** Whether a word names a kind of alert in any of the dialects. */
export function isAlertKind(word: string): boolean {
  const kind = kindOf(word)
  return Object.hasOwn(KINDS, kind) || NAMED.test(kind) || QUOTES.test(kind)
}

/**
 * An alert as forges write it.
 *
 * @param kind as its source names it
 * @param title as its source gives it; absent where it gives none
 */
export function alertMarkup(kind: string, title: string | undefined, lines: readonly string[]): string[] {
  const name = kindOf(kind)
  const shown = Object.hasOwn(KINDS, name) ? KINDS[name] : 'NOTE'
  const isQuote = QUOTES.test(name)
  const heading = title ?? (NAMED.test(name) ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` : '')
  const body = trimBlank(lines)
  const bold = heading.trim() === '' || heading.toUpperCase() === shown ? [] : [`**${heading.trim()}**`]
  const gap = bold.length > 0 && body.length > 0 ? [''] : []
  const content = [...(isQuote ? [] : [`[!${shown ?? 'NOTE'}]`]), ...bold, ...gap, ...body]
  return content.map((line) => (line === '' ? '>' : `> ${line}`))
}

/** What is folded away until it is opened. */
export function detailsMarkup(title: string, lines: readonly string[], isOpen: boolean): string[] {
  const summary = title.trim() === '' ? '' : `<summary>${inlineHtml(title.trim())}</summary>`
  return [
    `<details${isOpen ? ' open' : ''}>`,
    ...(summary === '' ? [] : [summary]),
    '',
    ...trimBlank(lines),
    '',
    '</details>',
  ]
}

/** Markdown in a line of HTML is text: the little that titles use is written as HTML. */
function inlineHtml(title: string): string {
  return title
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/<(?!\/?(?:b|i|em|strong|code|kbd|u|s|sub|sup)>)/g, '&lt;')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*([^*]+)\*(?![\w*])/g, '<em>$1</em>')
}

export function trimBlank(lines: readonly string[]): string[] {
  const isText = (line: string) => line.trim() !== ''
  const first = lines.findIndex(isText)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1)
}

/** Lines without the indentation that all of them share. */
export function dedent(lines: readonly string[]): string[] {
  const widths = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0)
  const width = widths.length === 0 ? 0 : Math.min(...widths)
  return lines.map((line) => line.slice(Math.min(width, /^ */.exec(line)?.[0].length ?? 0)))
}
