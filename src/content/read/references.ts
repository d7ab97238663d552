import { z } from 'zod'
import type { Content, ContentDocument } from './load.ts'
import {
  folders,
  isCollection,
  references,
  siteSchema,
  type Collection,
  type Folder,
} from '../model/collections.ts'
import { fieldsOf, unwrap } from '../model/schema-walk.ts'
import { closestTo } from '../../text/suggest.ts'

/** A place in an entry that names another. */
export interface Reference {
  collection: Collection
  /** In lower case, as ids are compared. */
  id: string
  /** As it is written. */
  written: string
  path: PropertyKey[]
}

/** The ids that an entry names, by what its schema says of its fields; those of entries with mistakes too. */
export function referencesOf({ collection, written }: ContentDocument): Reference[] {
  return [...referencesIn(collection === 'site' ? siteSchema : folders[collection].schema, written, [])]
}

function* referencesIn(schema: z.core.$ZodType, value: unknown, path: PropertyKey[]): Generator<Reference> {
  const inner = unwrap(schema)
  const reference = references.get(inner)
  if (reference && isCollection(reference.collection) && typeof value === 'string')
    yield { collection: reference.collection, id: value.toLowerCase(), written: value, path }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* referencesIn(inner.element, item, [...path, index])
  }
  if (typeof value !== 'object' || value === null) return
  const fields = fieldsOf(inner)
  for (const [key, part] of Object.entries(value)) {
    const field = fields.get(key)
    if (field) yield* referencesIn(field, part, [...path, key])
  }
}

/**
 * Whether some entry of these folders names an id, or would if it were spelt right.
 * What an entry with mistakes says counts in every field: no finding says that something is unused because a field is mistyped.
 */
export function namedIn(
  content: Content,
  from: readonly Folder[],
  collection: Collection,
): (id: string) => boolean {
  const documents = content.documents.filter(
    (document) => document.collection !== 'site' && from.includes(document.collection),
  )
  const known = content.ids[collection]
  const named = new Set(
    documents
      .flatMap(referencesOf)
      .filter((reference) => reference.collection === collection)
      .map(({ id }) => (known.includes(id) ? id : closestTo(id, known))),
  )
  const broken = documents.filter(({ data }) => data === undefined)
  return (id) =>
    named.has(id) || broken.some(({ text }) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text))
}
