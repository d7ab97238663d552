import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** What word processors and chat put before the items of a list. */
const MARK = /^[ \t]*(?:([•●◦▪‣➜➤→⇒✓✔☐])|([·–—])[ \t])/m

const ARROW = /[→⇒✓✔]/
/** `a. first`, and `b. second` on the next line: one paragraph. */
const LETTERS = /^[ \t]*(a[.)])[ \t]+\S[^\n]*\n[ \t]*b[.)][ \t]+\S/m

export const listMark: PageRule = {
  id: 'list-mark',
  severity: 'error',
  reason: 'Markdown has no list markers other than -, * and 1.: the items would run together in one line.',
  fix: 'Begin each item on a line of its own, with "- " or "1. ".',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start, end } of nodesOf(pages, 'paragraph')) {
      const text = document.text.slice(start, end)
      const letters = LETTERS.exec(text)
      if (letters)
        yield {
          document,
          at: start + letters.index,
          message: `${letters[1] ?? ''} makes no list`,
          hint: 'Write 1. and 2. instead, before each item.',
        }
      const mark = MARK.exec(text)
      if (!mark) continue
      // An arrow alone says what follows from the line above.
      if (ARROW.test(mark[1] ?? '') && [...text.matchAll(new RegExp(MARK, 'gm'))].length < 2) continue
      const sign = mark[1] ?? mark[2] ?? ''
      const at = start + mark.index + mark[0].indexOf(sign)
      // `- 05. – 09.07.`: behind the mark of an item, a dash is what it says.
      if (/[–—]/.test(sign) && (hasWordsBefore(document.text, at) || isAuthor(document.text, text, at)))
        continue
      yield { document, at, message: `${sign} makes no list`, hint: 'Write - instead, before each item.' }
    }
  },
}

function hasWordsBefore(text: string, at: number): boolean {
  return /[^\s>]/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

/** `> — the release notes`: whose words a quotation has. */
function isAuthor(text: string, paragraph: string, at: number): boolean {
  const isQuoted = /^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 1))
  return isQuoted && [...paragraph.matchAll(new RegExp(MARK, 'gm'))].length === 1
}
