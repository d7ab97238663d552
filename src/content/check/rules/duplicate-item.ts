import type { Rule } from './rule.ts'

export const duplicateItem: Rule = {
  id: 'duplicate-item',
  severity: 'error',
  reason: 'An item that is in a list twice is shown and counted twice. Another item was probably meant.',
  fix: 'Remove one of the two, or write the other item that was meant.',
  *check({ content }) {
    for (const document of content.documents) {
      // Published weeks are written by a command, and their duplicates are the rota's.
      if (document.collection === 'published') continue
      for (const { path, list } of listsIn(document.written)) {
        // Alerts, aliases and signatures have rules of their own, across all entries.
        if (['alerts', 'aliases', 'signatures', 'rotation'].includes(String(path.at(-1)))) continue
        const seen = new Set<string>()
        const spelled = new Map<string, string>()
        for (const [index, item] of list.entries()) {
          const text = JSON.stringify(item)
          const other = typeof item === 'string' ? spelled.get(item.toLowerCase()) : undefined
          // The words of a column may be two in the warehouse too.
          if (other !== undefined && other !== item && document.collection !== 'tables')
            yield {
              document,
              at: { path: [...path, index] },
              message: `"${String(item)}" is in the list as "${other}" too`,
              severity: 'warning',
            }
          if (typeof item === 'string') spelled.set(item.toLowerCase(), item)
          if (seen.has(text) && (typeof item === 'string' || typeof item === 'object'))
            yield {
              document,
              at: { path: [...path, index] },
              message:
                typeof item === 'string'
                  ? `"${item}" is in the list twice`
                  : 'The list has the same item twice',
            }
          seen.add(text)
        }
      }
    }
  },
}

function* listsIn(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; list: unknown[] }> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) yield { path, list: value as unknown[] }
  for (const [key, part] of Object.entries(value))
    yield* listsIn(part, [...path, Array.isArray(value) ? Number(key) : key])
}
