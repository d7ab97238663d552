import { z } from 'zod'
import type { Content, ContentDocument } from './load.ts'
import { folders, type Issue, type Pipeline, type Runbook } from '../model/collections.ts'
import { fieldsOf } from '../model/schema-walk.ts'

/** An entry as far as it can be read: fields that are wrong are left out, and have findings of their own. */
export interface Draft<Data> extends ContentDocument {
  data: Partial<Data>
}

interface PageData {
  pipelines: Pipeline
  runbooks: Runbook
  issues: Issue
}

/** All entries that are pages, sound or not, in order of ids. */
export type Drafts = { readonly [Folder in keyof PageData]: readonly Draft<PageData[Folder]>[] }

export function draftsOf(content: Content): Drafts {
  const drafts = <Folder extends keyof PageData>(folder: Folder) =>
    content.documents
      .filter((document) => document.collection === folder)
      .map((document): Draft<PageData[Folder]> => ({ ...document, data: readable(document, folder) }))
  return { pipelines: drafts('pipelines'), runbooks: drafts('runbooks'), issues: drafts('issues') }
}

/** What the folder's schema accepts, which makes these data its own. */
function readable<Folder extends keyof PageData>(
  { data, written }: ContentDocument,
  folder: Folder,
): Partial<PageData[Folder]> {
  if (data !== undefined) return data as PageData[Folder]
  if (typeof written !== 'object' || written === null) return {}
  const values = new Map<string, unknown>(Object.entries(written))
  const fields = [...fieldsOf(folders[folder].schema)].flatMap(([name, field]) => {
    const read = z.safeParse(field, values.get(name))
    return read.success && read.data !== undefined ? [[name, read.data]] : []
  })
  return Object.fromEntries(fields) as Partial<PageData[Folder]>
}
