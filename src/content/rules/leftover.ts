import type { Rule } from './rule.ts'

/** What people write to come back to, and what `npm run new` leaves to fill in. */
const LEFTOVER = /\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b|\bDescribe here:/

export const leftover: Rule = {
  id: 'leftover',
  severity: 'warning',
  reason: 'In an incident a reader meets the note in place of the answer.',
  mend: 'Write the missing part, or delete the note.',
  *check({ content, pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'text') continue
        const found = LEFTOVER.exec(node.value)
        // Escapes can shift what follows in a text by a character: the place is that of its first word then.
        if (found) yield mistake(document, atWord(document.text, start, found[0]), found[0])
      }
    }
    for (const document of content.documents) {
      for (const [field, text] of Object.entries(stringsOf(document.data))) {
        const found = LEFTOVER.exec(text)
        if (found) yield mistake(document, { path: [field] }, found[0])
      }
    }
  },
}

function mistake<At>(
  document: Parameters<Rule['check']>[0]['content']['documents'][number],
  at: At,
  word: string,
) {
  return {
    document,
    at,
    message: `"${word}" was left in the text`,
    hint: 'Write the missing part, or delete the note.',
  }
}

function atWord(text: string, start: number, word: string): number {
  const at = text.indexOf(word, start)
  return at < 0 ? start : at
}

function stringsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {}
  return Object.fromEntries(
    Object.entries(data).filter((item): item is [string, string] => typeof item[1] === 'string'),
  )
}
