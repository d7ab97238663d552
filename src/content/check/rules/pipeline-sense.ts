import { closestTo } from '../../../text/suggest.ts'
import { placeholderIn } from './shared/placeholder.ts'
import type { Rule } from './rule.ts'

export const pipelineSense: Rule = {
  id: 'pipeline-sense',
  severity: 'warning',
  reason:
    'A dashboard that is there twice, or a place to fill in within its address, is a copy that was not finished; a table with a mistyped name leads nowhere.',
  fix: 'Write what was meant, or delete the line.',
  *check({ content, drafts }) {
    const tables = [...content.tables].map(([id, { data }]) => data.name ?? id)
    for (const document of drafts.pipelines) {
      const { dashboards = [] } = document.data
      for (const [index, { name, url }] of dashboards.entries()) {
        const before = dashboards.slice(0, index)
        const field = before.some((other) => other.url === url) ? 'url' : 'name'
        if (before.some((other) => other.url === url || other.name.toLowerCase() === name.toLowerCase()))
          yield {
            document,
            at: { path: ['dashboards', index, field] },
            message: `Another dashboard of the page has the same ${field === 'url' ? 'address' : 'name'}`,
          }
        const place = placeholderIn(url)
        if (place !== undefined)
          yield {
            document,
            at: { path: ['dashboards', index, 'url'] },
            message: `"${place}" in the address is filled in by nobody`,
            hint: 'Write the whole address.',
          }
      }
      for (const [index, table] of (document.data.tables ?? []).entries()) {
        if (tables.includes(table)) continue
        const meant = closestTo(table, tables)
        if (meant !== undefined)
          yield {
            document,
            at: { path: ['tables', index] },
            message: `No table "${table}" is described in tables/`,
            hint: `Did you mean "${meant}"?`,
          }
      }
    }
  },
}
