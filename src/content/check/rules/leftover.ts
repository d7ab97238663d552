import type { ContentDocument } from '../../read/load.ts'
import { nodesOf } from '../../read/body.ts'
import type { Mistake, Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

/** What people write to come back to, and what `npm run new` leaves to fill in. */
const LEFTOVER =
  /\b(?:TODO|TBD|FIXME|XXX)\b|\(\s*(?:tbd|todo|to be (?:done|defined|written|decided)|fill in|coming soon)\b[^)\n]{0,40}\)|\?{3,}|\b[Ll]orem ipsum\b|\bDescribe here:/

export const leftover: Rule = {
  id: 'leftover',
  severity: 'warning',
  reason: 'During an incident, a reader finds the note instead of the answer.',
  fix: 'Write the missing part, or delete the note.',
  *check({ content, pages, isMore = false }) {
    for (const { document, node, start } of nodesOf(pages, 'text')) {
      const found = LEFTOVER.exec(node.value)
      // Escapes shift what follows them in a text.
      if (found) yield mistake(document, Math.max(start, document.text.indexOf(found[0], start)), found[0])
    }
    // The fields of all entries are looked at once, with the last pages.
    if (isMore) return
    for (const document of content.documents) {
      for (const { path, text } of textsIn(document.written)) {
        const found = LEFTOVER.exec(text)
        if (found) yield mistake(document, { path }, found[0])
      }
    }
  },
}

function mistake(document: ContentDocument, at: Mistake['at'] & {}, word: string): Mistake {
  return { document, at, message: `"${word}" was left in the text` }
}
