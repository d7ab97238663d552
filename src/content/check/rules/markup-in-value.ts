import type { Rule } from './rule.ts'

/** Fields that are shown as they are written, in titles, lists, calendars and feeds. */
const FIELDS = ['title', 'summary', 'impact', 'first', 'name', 'description'] as const
const MARKUP =
  /!?\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*\n]+\*\*|<\/?(?:b|i|em|strong|a|br|p|span|div|code|h[1-6]|ul|li|img)\b[^>\n]*>|^#{1,6} /

export const markupInValue: Rule = {
  id: 'markup-in-value',
  severity: 'warning',
  reason: 'A field is plain text: its asterisks, brackets and tags are shown as they are.',
  fix: 'Write it without marks; links belong into the text of the page.',
  *check({ content }) {
    for (const document of content.documents) {
      const { written } = document
      if (typeof written !== 'object' || written === null || Array.isArray(written)) continue
      const fields = new Map<string, unknown>(Object.entries(written))
      for (const field of FIELDS) {
        const value = fields.get(field)
        const found = typeof value === 'string' ? MARKUP.exec(value)?.[0] : undefined
        if (found === undefined) continue
        yield {
          document,
          at: { path: [field] },
          message: `"${found.slice(0, 40)}" would be shown as it is`,
        }
      }
    }
  },
}
