import type { MdastNode } from 'satteri'
import { parse } from './markup/headings.ts'

/** What fits under a title in a list. */
const MAX_SUMMARY = 200

/** The summary that a page has in its fields, else its first sentence; its title where it has no text at all. */
export function summaryOf(field: string | undefined, body: string, title: string): string {
  const said = field === undefined ? firstText(body) : field
  const summary = shorten(said.replace(/\s+/g, ' ').trim())
  return summary === '' ? title : summary
}

function shorten(text: string): string {
  if (text.length <= MAX_SUMMARY && !/[.!?] \p{Lu}/u.test(text)) return text
  const sentence = /^.{12,}?[.!?](?=\s+[\p{Lu}\p{N}"'(]|$)/u.exec(text.slice(0, MAX_SUMMARY + 1))?.[0]
  if (sentence !== undefined) return sentence
  if (text.length <= MAX_SUMMARY) return text
  return `${text.slice(0, MAX_SUMMARY - 1).replace(/\s+\S*$/, '')}…`
}

/** The first paragraph that says something; else the first item of a list, heading or cell. */
function firstText(body: string): string {
  const texts: { paragraph?: string; short?: string; other?: string } = {}
  const visit = (node: MdastNode, isPlain: boolean): void => {
    if (texts.paragraph !== undefined) return
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const text = said(node)
      const isSentence = /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(text)
      if (isPlain && node.type === 'paragraph' && isSentence) texts.paragraph = text
      else if (isPlain && node.type === 'paragraph' && /\p{L}/u.test(text)) texts.short ??= text
      else if (/\p{L}/u.test(text)) texts.other ??= text
      return
    }
    if ('children' in node)
      for (const child of node.children)
        visit(child, isPlain && (node.type === 'root' || node.type === 'blockquote'))
  }
  visit(parse(body), true)
  return texts.paragraph ?? texts.short ?? texts.other ?? ''
}

function said(node: MdastNode): string {
  return wordsIn(node)
    .replace(/^\[!\w+\]\s*/, '')
    .replace(/[\uE104][^\uE105]*\uE105/g, '')
    .trim()
}

/** The text of a node without pictures, tags and footnotes; a break is a space. */
function wordsIn(node: MdastNode): string {
  if (node.type === 'break' || node.type === 'html') return ' '
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsIn).join('') : ''
}
