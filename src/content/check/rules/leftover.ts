import type { ContentDocument } from '../../read/load.ts'
import { nodesOf } from '../../read/body.ts'
import type { Mistake, Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

/** What people write to come back to, and what `npm run new` leaves to fill in. */
const LEFTOVER =
  /\b(?:TODO|TBD|FIXME|XXX)\b|\(\s*(?:tbd|todo|to be (?:done|defined|written|decided)|fill in|coming soon)\b[^)\n]{0,40}\)|\?{3,}|\b[Ll]orem ipsum\b|\bDescribe here:|\bAs an AI (?:language )?model\b|\b(?:Co-authored-by|Signed-off-by): \S/

/** Of a whole paragraph, item or cell, which says nothing else. */
const ALONE =
  /^[\[(<_*]*(?:to ?do|tbc|tba|wip|replace (?:me|this)|your text here|click here to edit|(?:some )?text here|work in progress|placeholder|fill (?:me )?in|to (?:come|be continued)|coming soon|insert \w+ here|asdf\w*|foo|bar|blah(?: blah)*|xxx|tk)[\])>_*.…:!]*$/i
/** How an assistant, a chat or a printed page begins, and what git and diff put before lines. */
const PASTED =
  /^(?:(?:Sure|Certainly|Of course)[!,.] (?:Here|I)|Here(?: is|'s|’s) (?:the|an?) (?:updated|revised|improved|rewritten|corrected) |\[\d{1,2}:\d\d(?: ?[AP]M)?\] \S|Page \d+ of \d+$|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|\+\+\+ b\/\S|--- a\/\S|\S+\.(?:png|jpe?g|gif|heic)$)/
/** What git writes between the two versions of a conflict, with `diff3`. */
const ANCESTOR = /^\|{7} \S/m
const STARTS = /^(?:WIP|TBC|[Tt]o ?do|@todo|Draft):? ?[:\-–—] ?\S|^@todo\b/
/** What is noted in the comment of a command. */
const IN_CODE = /(?:#|--|\/\/|\/\*)[ \t]*((?:TODO|FIXME|XXX|TBD)\b[^\n]{0,40})/

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
    for (const { document, start, end } of nodesOf(pages, 'paragraph', 'tableCell')) {
      if (end - start > 200) continue
      if (ANCESTOR.test(document.text.slice(start, end))) {
        yield mistake(document, start, '|||||||')
        continue
      }
      const words = document.text.slice(start, end).replace(/^[\s|>]+|[\s|]+$/g, '')
      if (!LEFTOVER.test(words) && (ALONE.test(words) || STARTS.test(words) || PASTED.test(words)))
        yield mistake(document, start, words.slice(0, 40))
    }
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      const [, found] = IN_CODE.exec(node.value) ?? []
      if (found !== undefined)
        yield mistake(document, Math.max(start, document.text.indexOf(found, start)), found)
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
