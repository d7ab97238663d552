import type { Rule } from './rule.ts'

/** What nobody sees and a shell does: controls, and marks that turn the direction of text. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  severity: 'error',
  reason: 'A character that nobody sees breaks the command that it is pasted with, or hides what it does.',
  mend: 'Delete it and type the text around it again.',
  *check({ content }) {
    for (const document of content.documents) {
      const found = INVISIBLE.exec(document.text)
      if (!found || !document.isDivided) continue
      yield {
        document,
        at: found.index,
        message: `There is an invisible character here (${codePoint(found[0])})`,
        hint: 'Delete it and type the text around it again.',
      }
    }
  },
}

/** What word processors and chat make of plain quotes, hyphens and spaces. */
const TYPOGRAPHIC = /[\u00a0\u2018\u2019\u201c\u201d\u2010-\u2014\u2212\u202f]/

export const typographicCode: Rule = {
  id: 'typographic-code',
  severity: 'error',
  reason: 'Curly quotes, long dashes and hard spaces in a command make it another command, or none.',
  mend: 'Type the quotes, hyphens and spaces again in a plain text editor.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start, end } of nodes) {
        if (node.type !== 'code' || !/^(?:bash|sh|shell|sql|python|json|yaml)$/.test(node.lang ?? ''))
          continue
        const text = document.text.slice(start, end)
        const found = TYPOGRAPHIC.exec(withoutComments(text))
        if (!found) continue
        yield {
          document,
          at: start + found.index,
          message: `There is a ${codePoint(found[0])} in the code, where a plain character is meant`,
          hint: 'Type the quotes, hyphens and spaces again in a plain text editor.',
        }
      }
    }
  },
}

/** The same text with comments blanked out: words for people, which may look as they like. */
function withoutComments(code: string): string {
  return code.replace(/(^|\s)(#|--\s|\/\/).*$/gm, (comment) => ' '.repeat(comment.length))
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
