import type { Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

/** Fields that are text for readers: a single word and a comment are hardly what somebody meant to write there. */
const WORDS: ReadonlySet<unknown> = new Set([
  'title',
  'summary',
  'name',
  'first',
  'impact',
  'description',
  'reason',
])

export const cutValue: Rule = {
  id: 'cut-value',
  severity: 'warning',
  reason: 'In YAML, # after a space begins a comment: the text after it is not part of the value.',
  fix: 'Put the value in quotes if # belongs to it; put a comment on a line of its own.',
  *check({ content }) {
    for (const document of content.documents) {
      // Where a value stands takes parsing the file again; most have no comment behind one.
      const fields = document.kind === 'yaml' ? document.text : document.text.slice(0, document.bodyOffset)
      if (!/\S[^\S\n]+#/.test(fields)) continue
      for (const { path, text } of textsIn(document.written)) {
        const start = document.offsetOf(path)
        const [, value, comment] = /^(.*?)[^\S\n]+(#.*)/.exec(document.text.slice(start, start + 1000)) ?? []
        if (value !== text || comment === undefined) continue
        if (!isCut(document.kind, path.at(-1), text, comment)) continue
        yield {
          document,
          at: document.text.indexOf(comment, start),
          message: `The value ends before ${comment.slice(0, 40)}`,
        }
      }
    }
  },
}

/** `name: Orders #2` and `chat: orders #help` are cut; `severity: sev2 # for now` has a comment, and so has a line of settings. */
function isCut(kind: 'yaml' | 'markdown', field: unknown, text: string, comment: string): boolean {
  if (/^#[^\s#]/.test(comment)) return true
  return field === 'reason' || (kind === 'markdown' && (text.includes(' ') || WORDS.has(field)))
}
