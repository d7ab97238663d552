import { settingsOf } from '../../facts/settings.ts'
import { didYouMean } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'

export const unknownChoice: Rule = {
  id: 'unknown-choice',
  severity: 'error',
  reason: 'Lists, filters and colors only have the severities and areas that site.yaml names.',
  fix: 'Use one of those in site.yaml, or add it there.',
  *check({ content, drafts }) {
    const { severities, areas } = settingsOf(content)
    const fields = [
      { field: 'severity', known: severities.map(({ id }) => id), documents: drafts.issues },
      { field: 'area', known: areas.map(({ id }) => id), documents: drafts.pipelines },
    ]
    for (const { field, known, documents } of fields) {
      // A site that names no areas takes every word for one.
      if (known.length === 0) continue
      for (const document of documents) {
        const value = new Map<string, unknown>(Object.entries(document.data)).get(field)
        if (typeof value !== 'string' || known.includes(value)) continue
        yield {
          document,
          at: { path: [field] },
          message: `"${field}" is "${value}", which is not one of ${known.join(', ')}`,
          hint: didYouMean(value, known) ?? `Use one of ${known.join(', ')}, or add it to site.yaml.`,
        }
      }
    }
  },
}
