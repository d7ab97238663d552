import { z } from 'zod'
import { folders, references, siteSchema, type Collection } from '../schemas/index.ts'
import { fieldsOf, unwrap } from '../schemas/walk.ts'
import { didYouMean } from '../suggest.ts'
import type { Mistake, Rule } from './rule.ts'

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  reason: 'A reference to an entry that does not exist would be a dead end on the page.',
  mend: 'Write the id of an entry: its file name without the ending.',
  *check({ content }) {
    for (const document of content.documents) {
      const schema = document.folder === 'site' ? siteSchema : folders[document.folder].schema
      for (const { collection, id, path } of referencesIn(schema, document.data, [])) {
        const known = content.ids[collection]
        if (known.includes(id)) continue
        yield {
          document,
          at: { path },
          message: `No ${collection.slice(0, -1)} "${id}"`,
          hint: didYouMean(id, known) ?? `See content/${collection}/.`,
        } satisfies Mistake
      }
    }
  },
}

interface Reference {
  collection: Collection
  id: string
  path: PropertyKey[]
}

/** The ids that an entry names, by what its schema says of its fields. */
export function* referencesIn(
  schema: z.core.$ZodType,
  data: unknown,
  path: PropertyKey[],
): Generator<Reference> {
  const inner = unwrap(schema)
  const found = references.get(inner)
  if (found && typeof data === 'string') yield { collection: found.collection, id: data, path }
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* referencesIn(inner.element, item, [...path, index])
  }
  if (typeof data !== 'object' || data === null) return
  const fields = fieldsOf(inner)
  for (const [key, value] of Object.entries(data)) {
    const field = fields.get(key)
    if (field) yield* referencesIn(field, value, [...path, key])
  }
}
