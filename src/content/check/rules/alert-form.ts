import { ALERT_TITLES } from '../../../text/alert-titles.ts'
import { nodesOf, type Page } from '../../read/body.ts'
import type { Mistake, PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

const KINDS = Object.keys(ALERT_TITLES).join('|')
/** `[!WARNING]` at the beginning, and what is behind it on its line. */
const MARK = new RegExp(String.raw`^\[!(${KINDS})\](?![+-])[ \t]*([^\n]*)`, 'i')
/** A line that is nearly one: `[WARNING]`, `[! WARNING]`, `!WARNING`, `[!WARNING`. */
const NEARLY = new RegExp(
  String.raw`^(?:\[[ \t]*!?[ \t]*(?:${KINDS})[ \t]*!?[ \t]*\]?|\(!(?:${KINDS})\)|![ \t]*(?:${KINDS})\b)[ \t:]*(?=\n|$)`,
  'i',
)
const IN_LINE = new RegExp(String.raw`^([ \t>]*)\[!(?:${KINDS})\]`, 'gim')

export const alertForm: PageRule = {
  id: 'alert-form',
  severity: 'error',
  reason:
    'An alert that is not written in its form is shown as a quote with its mark in it, or loses its text.',
  fix: 'Write > [!WARNING] on a line of its own, and > before each line of the text below it.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) yield* inPage(page)
  },
}

type Found = Omit<Mistake, 'document'> & { at: number }

function* inPage(page: Page): Generator<Mistake> {
  const { document } = page
  const firsts = new Map<number, { isAlone: boolean }>()
  for (const { node, start } of nodesOf([page], 'blockquote')) {
    if (node.children[0]?.type === 'paragraph')
      firsts.set(startOf(document.text, start), { isAlone: node.children.length === 1 })
  }
  for (const { start, end } of nodesOf([page], 'paragraph')) {
    const quote = firsts.get(start)
    const found =
      quote === undefined
        ? elsewhere(proseOf(page), start, end)
        : inQuote(document.text.slice(start, end), start, quote.isAlone)
    if (found) yield { document, ...found }
  }
}

/** Where the text of a quote begins, behind its marks. */
function startOf(text: string, start: number): number {
  return start + (/^[ \t>]*/.exec(text.slice(start))?.[0].length ?? 0)
}

function inQuote(text: string, start: number, isAlone: boolean): Found | undefined {
  const [, kind, behind = ''] = MARK.exec(text) ?? []
  if (kind === undefined) {
    const nearly = NEARLY.exec(text)?.[0]
    if (nearly !== undefined)
      return { at: start, message: `"${nearly.trim()}" makes no alert`, hint: alertFor(nearly) }
    const later = elsewhere(text, 0, text.length)
    return later && { ...later, at: start + later.at }
  }
  const lines = text.split('\n').slice(1).map(withoutMarks)
  const hasText = !isAlone || lines.some((line) => line !== '')
  const title = behind.trim()
  if (title === '') return hasText ? undefined : { at: start, message: `The alert [!${kind}] has no text` }
  const hint = `Write the text on the next line: > [!${kind.toUpperCase()}], and below it > ${shown(title)}`
  if (!/[\p{L}\p{N}]/u.test(title))
    return { at: start, message: `"${title}" is behind the mark of the alert`, hint }
  if (!hasText || /[a-z)\]`]\.$/i.test(title) || /^[\p{Ll}]/u.test(lines[0] ?? ''))
    return {
      at: start,
      message: `The text of the alert begins on the line of its mark, where it is taken for a title`,
      hint,
      severity: 'warning',
    }
  return undefined
}

/** A mark in the middle of a quote, or in no quote. */
function elsewhere(text: string, start: number, end: number): Found | undefined {
  for (const { 1: lead = '', index } of text.slice(start, end).matchAll(IN_LINE))
    return {
      at: start + index + lead.length,
      message: 'The mark of an alert is not at the beginning of a quote',
      hint: 'Write > before it and before each line of its text, and leave a line empty above it.',
    }
  return undefined
}

const withoutMarks = (line: string) => line.replace(/^[ \t>]*/, '').trim()

const shown = (title: string) => (title.length > 40 ? `${title.slice(0, 40)}…` : title)

function alertFor(mark: string): string {
  return `Write > [!${mark.replace(/[^a-z]/gi, '').toUpperCase()}] on a line of its own.`
}
