import { z } from 'zod'
import type { Content, ContentDocument } from './load.ts'
import { PAGE_COLLECTIONS, folders, type Collection, type Data } from '../model/collections.ts'
import { fieldsOf } from '../model/schema-walk.ts'

/** An entry as far as it can be read: fields that are wrong are left out, and have findings of their own. */
export interface Draft<Fields> extends ContentDocument {
  data: Partial<Fields>
}

/** All entries, sound or not, by collection, in order of ids. */
export type Drafts = { readonly [C in Collection]: readonly Draft<Data<C>>[] }

/** Entries that are pages; of other collections there are none here. */
export function draftsOf(content: Content): Drafts {
  const drafts = PAGE_COLLECTIONS.map((collection) => [
    collection,
    content.documents
      .filter((document) => document.collection === collection)
      .map((document) =>
        document.data === undefined ? { ...document, data: readable(document, collection) } : document,
      ),
  ])
  // What each field's schema accepts makes these data the collection's own.
  return Object.fromEntries(drafts) as unknown as Drafts
}

/** What the collection's schema accepts. */
function readable({ written }: ContentDocument, collection: Collection): object {
  if (typeof written !== 'object' || written === null) return {}
  const values = new Map<string, unknown>(Object.entries(written))
  return Object.fromEntries(
    [...fieldsOf(folders[collection].schema)].flatMap(([name, field]) => {
      const read = z.safeParse(field, values.get(name))
      return read.success && read.data !== undefined ? [[name, read.data]] : []
    }),
  )
}
