import type { Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

export const cutValue: Rule = {
  id: 'cut-value',
  severity: 'warning',
  reason: 'In YAML, # after a space begins a comment: the text after it is not part of the value.',
  fix: 'Put the value in quotes if # belongs to it; put a comment on a line of its own.',
  *check({ content }) {
    for (const document of content.documents) {
      if (document.kind === 'yaml') continue
      for (const { path, text } of textsIn(document.written)) {
        // Words, as in a title or a log: `sev2 # for now` is a comment.
        if (!text.includes(' ')) continue
        const start = document.offsetOf(path)
        const [, value, comment] = /^(.*?)\s+(#.*)/.exec(document.text.slice(start, start + 1000)) ?? []
        if (value !== text || comment === undefined) continue
        yield {
          document,
          at: document.text.indexOf(comment, start),
          message: `The value ends before ${comment.slice(0, 40)}`,
        }
      }
    }
  },
}
