import { dropFrames } from './html-frames.ts'
import { convertRegions } from './html-regions.ts'
import { convertTags } from './html-tags.ts'
import { trimBlank } from './alert-markup.ts'
import type { PageLog } from '../common/log.ts'
import type { Masked } from './masks.ts'

/**
 * HTML as Markdown, as far as Markdown has a form for it: headings, lists, tables, links, images, code. What only arranges
 * or colors goes, its text stays; what is no element of HTML is a placeholder and becomes text. Code is masked.
 */
export function convertHtml(text: string, masked: Masked, log: PageLog): string {
  if (!text.includes('<')) return text
  // A quotation is a page of its own: its marks are no part of the HTML in it.
  const parts = onOneLine(text).split(/((?:^[ \t]*>[^\n]*(?:\n|$(?![^])))+)/m)
  return parts
    .map((part) => {
      const mark = /^[ \t]*>/.exec(part)?.[0]
      if (mark === undefined || !/^(?:[ \t]*>[^\n]*(?:\n|$))+$/.test(part))
        return convertPart(part, masked, log)
      if (!part.includes('<')) return part
      const inner = part.replace(/^[ \t]*> ?/gm, '').replace(/\n$/, '')
      const lines = trimBlank(
        convertHtml(inner, masked, log)
          .replace(/\n{3,}/g, '\n\n')
          .split('\n'),
      )
      return `${lines.map((line) => `${mark} ${line}`.trimEnd()).join('\n')}\n`
    })
    .join('')
}

/** A tag that is written over several lines, whose last one can be `>` alone: that is no quotation. */
function onOneLine(text: string): string {
  return text.replace(LONG_TAG, (tag) => (tag.includes('\n') ? tag.replace(/\s*\n\s*/g, ' ') : tag))
}

const LONG_TAG =
  /<[A-Za-z][\w-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>{}]+))?)*\s*\/?>/g

/** A row of a table is one line: what would be a block stays in its cell. */
function inRow(row: string): string {
  return row
    .replace(/<pre\b[^<>]*>([^]*?)<\/pre\s*>/gi, (_, code: string) =>
      code.trim() === '' ? '' : `<code>${code.trim()}</code>`,
    )
    .replace(/<\/(?:p|div|center|h[1-6])\s*>\s*<(?:p|div|center|h[1-6])\b[^<>]*>/gi, '<br>')
    .replace(/(?:<\/li\s*>\s*)?<li\b[^<>]*>\s*/gi, '<br>- ')
    .replace(/<\/?(?:p|div|center|ul|ol|li|h[1-6]|blockquote)\b[^<>]*>/gi, '')
    .replace(/(\|\s*)(?:<br>)+/g, '$1')
}

function convertPart(text: string, masked: Masked, log: PageLog): string {
  if (!text.includes('<')) return text
  const inRows = text.replace(/^[ \t]*\|.*<.*\|[ \t]*$/gm, inRow)
  let result = inRows.replace(
    /<(script|style|svg|noscript|template|head)\b[^>]*>[^]*?<\/\1\s*>/gi,
    (_, name: string) => {
      log.dropped(`element <${name.toLowerCase()}>`)
      return ''
    },
  )
  result = result.replace(/([ \t]*)<pre\b[^>]*>([^]*?)<\/pre\s*>/gi, (_, _indent: string, inner: string) => {
    log.converted('element <pre>')
    masked.fences.push({ mark: '```', info: '', lines: codeOf(inner).split('\n'), isClosed: true })
    return `\n\n\uE100F${String(masked.fences.length - 1)}\uE101\n\n`
  })
  result = result.replace(URL_TEMPLATE, (written) => {
    log.converted('address with a placeholder: now code')
    masked.inline.push(`\`${written}\``)
    return `\uE100I${String(masked.inline.length - 1)}\uE101`
  })
  result = dropFrames(result, log)
  result = convertRegions(result, log)
  return convertTags(result, log)
}

/** `https://example.com/<name>/x`: nobody can follow it before the placeholder is filled in. */
const URL_TEMPLATE =
  /(?<![("'<=\]:[\w`])https?:\/\/[^\s<>()[\]"'`|]*(?:<(?!\/|(?:br|b|i|p|li|td|th|tr|ul|ol|code|pre|em|strong|a|sub|sup|span|div|kbd|details|summary|img|font|hr|u|s|small|center|table|h[1-6])(?![\w-]))[\w .-]{1,40}>[^\s<>()[\]"'`|]*)+(?<![.,;:!?])/gi

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}

function codeOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:code|span|b|i|em|strong|a|font|mark)\b[^>]*>/gi, '')
    .replace(/&(#?\w+);/g, (written, name: string) => entities[name] ?? written)
    .replace(/^\n+|\s+$/g, '')
}
