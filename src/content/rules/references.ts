import { z } from 'zod'
import type { Finding } from '../findings.ts'
import type { Content, Entry } from '../load.ts'
import { unwrap } from '../schemas/walk.ts'
import type { Collection } from '../schemas/index.ts'
import { collections, publishedSchema, references, siteSchema } from '../schemas/index.ts'

/** Every reference names an entry that exists. */
export function checkReferences(content: Content): Finding[] {
  const of = (entries: ReadonlyMap<string, Entry<unknown>>, schema: z.ZodType) =>
    [...entries.values()].flatMap((entry) => danglingReferences(content, entry, schema))
  return [
    ...(content.site ? danglingReferences(content, content.site, siteSchema) : []),
    ...of(content.teams, collections.teams.schema),
    ...of(content.engineers, collections.engineers.schema),
    ...of(content.rotas, collections.rotas.schema),
    ...of(content.pipelines, collections.pipelines.schema),
    ...of(content.runbooks, collections.runbooks.schema),
    // A former id names an entry that is no more.
    ...of(content.issues, collections.issues.schema.omit({ aliases: true })),
    ...of(content.published, publishedSchema),
  ]
}

function danglingReferences(content: Content, entry: Entry<unknown>, schema: z.ZodType): Finding[] {
  return [...referencesIn(schema, entry.data, [])]
    .filter(({ collection, id }) => !content.ids[collection].includes(id))
    .map(({ collection, id, path }) => ({
      file: entry.file,
      ...entry.placeOf(path, 'value'),
      severity: 'error',
      rule: 'unknown-reference',
      message: `No ${collection.slice(0, -1)} "${id}"`,
      hint: `There are: ${content.ids[collection].join(', ')}.`,
    }))
}

interface Reference {
  collection: Collection
  id: string
  path: PropertyKey[]
}

function* referencesIn(schema: z.core.$ZodType, data: unknown, path: PropertyKey[]): Generator<Reference> {
  const inner = unwrap(schema)
  const found = references.get(inner)
  if (found && typeof data === 'string') yield { collection: found.collection, id: data, path }
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* referencesIn(inner.element, item, [...path, index])
  }
  if (inner instanceof z.ZodObject && typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      const field: z.core.$ZodType | undefined = inner.shape[key]
      if (field) yield* referencesIn(field, value, [...path, key])
    }
  }
}
