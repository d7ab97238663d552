import path from 'node:path'
import { definitionOf } from '../../model/collections.ts'
import { didYouMean } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { addressesOf } from '../../facts/addresses.ts'
import { referencesOf } from '../../read/references.ts'

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  reason: 'A reference to an entry that does not exist would be a dead end on the page.',
  fix: 'Write the id of an entry: its file name without the ending.',
  *check({ content }) {
    for (const document of content.documents) {
      for (const { collection, id, written, path: field } of referencesOf(document)) {
        const known = content.ids[collection]
        if (known.includes(id)) continue
        // People copy the path of a file, or its name with the ending.
        const name = path.basename(id).replace(/\.(mdx?|yaml)$/, '')
        const meant = addressesOf(content).formerly(collection, id)?.id ?? name
        yield {
          document,
          at: { path: field },
          message: `No ${definitionOf(collection).singular} "${written}"`,
          hint: hintFor(id, meant, known) ?? `See the files in ${collection}/.`,
        }
      }
    }
  },
}

function hintFor(id: string, meant: string, known: readonly string[]): string | undefined {
  const several = id.split(/[\s;]+/)
  if (several.length > 1 && several.every((each) => known.includes(each)))
    return `Write commas between them: ${several.join(', ')}`
  return known.includes(meant) ? `Write its id: ${meant}` : didYouMean(meant, known)
}
