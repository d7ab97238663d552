import type { ContentDocument } from '../../read/load.ts'
import type { Path } from '../../read/yaml/position.ts'
import type { Rule } from './rule.ts'

export const overlappingLeave: Rule = {
  id: 'overlapping-leave',
  severity: 'warning',
  reason:
    'Two absences of one person on the same day: one of them probably has the wrong date or the wrong person.',
  fix: 'Correct the dates, or join the two.',
  *check({ content }) {
    for (const [id, engineer] of content.engineers) {
      const all: { from: string; to: string; document: ContentDocument; path: Path }[] = [
        ...(engineer.data.unavailable ?? []).map(({ from, to }, index) => ({
          from,
          to,
          document: engineer,
          path: ['unavailable', index, 'from'],
        })),
        ...[...content.leave.values()]
          .filter(({ data }) => data.engineer === id)
          .map((document) => ({ from: document.data.from, to: document.data.to, document, path: ['from'] })),
      ].sort((a, b) => (a.from < b.from ? -1 : 1))
      for (const [index, { from, to, document, path }] of all.entries()) {
        const other = all.slice(0, index).find((each) => each.to >= from)
        if (!other) continue
        yield {
          document,
          at: { path },
          message: `${from} to ${to} overlaps ${other.from} to ${other.to}, when ${id} is away too`,
        }
      }
    }
  },
}
