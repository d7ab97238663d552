import { definitionOf, FOLDERS, folders, type Folder } from '../../model/collections.ts'
import { fieldsOf } from '../../model/schema-walk.ts'
import type { Content, ContentDocument } from '../../read/load.ts'
import type { Rule } from './rule.ts'
import { withArticle } from './shared/sections.ts'

export const misplacedEntry: Rule = {
  id: 'misplaced-entry',
  severity: 'error',
  reason:
    'The folder says what a file is: in another one, its fields mean nothing and its page has another form.',
  fix: 'Move the file to the folder of its kind.',
  *check({ content }) {
    for (const { document, folder, because } of misplacedEntries(content))
      yield {
        document,
        at: { path: because.slice(0, 1), part: 'key' },
        message: `This looks like ${withArticle(definitionOf(folder).singular)}: it has ${because
          .slice(0, MAX_NAMED)
          .map((name) => `"${name}"`)
          .join(', ')}`,
        hint: `Move the file to ${folder}/.`,
      }
  },
}

/** So many fields show it. */
const MAX_NAMED = 4

/** A file in a folder that is not its own. */
export interface MisplacedEntry {
  document: ContentDocument
  /** Where it belongs. */
  folder: Folder
  /** The fields that show it, in the order in which they are written. */
  because: readonly string[]
}

/** Files whose fields do not fit their own folder, and fit another one as a whole. */
export function misplacedEntries({ documents }: Content): MisplacedEntry[] {
  return documents.flatMap((document): MisplacedEntry[] => {
    const { collection, data } = document
    // What its schema takes is where it belongs; only the others are parsed again for what was written.
    if (collection === 'site' || data !== undefined) return []
    const { written } = document
    if (!isFields(written)) return []
    const names = Object.keys(written)
    const because = names.filter((name) => !fieldsOfFolder(collection).has(name))
    if (because.length === 0) return []
    const folder = FOLDERS.find((other) => other !== collection && fits(other, document, names))
    return folder ? [{ document, folder, because }] : []
  })
}

/** Whether a folder's files are written in the same way, know all of these fields and need no other. */
function fits(folder: Folder, { kind, written }: ContentDocument, names: readonly string[]): boolean {
  const { formats, schema } = folders[folder]
  if ((formats[0] === 'yaml' ? 'yaml' : 'markdown') !== kind) return false
  const fields = fieldsOfFolder(folder)
  if (!names.every((name) => fields.has(name))) return false
  const { success, error } = schema.safeParse(written)
  // A wrong value is a mistake of its own, also where the file belongs; a field that is missing shows that it belongs elsewhere.
  return (
    success || error.issues.every((issue) => issue.path.length > 0 && names.includes(String(issue.path[0])))
  )
}

const fieldsOfFolder = (folder: Folder) => fieldsOf(folders[folder].schema)

function isFields(written: unknown): written is object {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
}
