import type { Rule } from './rule.ts'
import { codePointName } from '../../../text/printable.ts'

/** What nobody sees and a shell does: controls, and marks that turn the direction of text. Line breaks and tabs are text here.
 * What joins the parts of an emoji or of a word in some scripts does nothing between letters of this one. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\u2028\u2029\u{e0000}-\u{e007f}]|(?<=[\x20-\x7e])[\u200c\u200d](?=[\x20-\x7e])/u

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  severity: 'error',
  reason: 'An invisible character breaks the command in which it is pasted, or hides what the command does.',
  fix: 'Delete it and type the text around it again.',
  *check({ content }) {
    for (const document of content.documents) {
      const found = INVISIBLE.exec(document.text)
      if (!found || !document.isDivided) continue
      yield {
        document,
        at: found.index,
        message: `There is an invisible character here (${codePointName(found[0])})`,
      }
    }
  },
}
