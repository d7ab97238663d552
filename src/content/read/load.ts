import { displayPath, listContent, type ContentFile } from './files.ts'
import type { Finding } from './findings.ts'
import { compareFindings } from './findings.ts'
import { MAX_READ, readAtMost } from './plain-file.ts'
import { contentRoot } from './root.ts'
import { parseSource, type Source } from './source.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Collection, Data, Folder, Site } from '../model/collections.ts'
import { COLLECTIONS, FOLDERS, folders, kindOf, siteSchema } from '../model/collections.ts'

export { displayPath } from './files.ts'
export { contentRoot } from './root.ts'

/** A file of the content, whether or not what it says is right. */
export interface ContentDocument extends Pick<
  Source,
  'text' | 'body' | 'bodyOffset' | 'bodyLine' | 'isDivided'
> {
  collection: Folder | 'site'
  id: string
  /** The page of a folder, from its README or index: it has no sections of its own kind. */
  isIndex: boolean
  /** Relative to the working directory, with `/`. */
  file: string
  /** Absolute. */
  path: string
  /** Where an offset into the text is. */
  placeAt: Source['placeAt']
  offsetOf: Source['offsetOf']
  /** The position of a key or value. */
  placeOf: Source['placeOf']
  /** Whether it is fields alone, or fields and a body. */
  kind: 'yaml' | 'markdown'
  /** What its fields say, right or wrong; `undefined` where they cannot be read. */
  written: unknown
  /** What its schema makes of it; `undefined` where it is not as the schema wants it. */
  data: unknown
}

/** A file that agrees with its schema. */
export interface Entry<Data> extends ContentDocument {
  data: Data
}

export type Entries<Data> = ReadonlyMap<string, Entry<Data>>

/** The entries of each folder by id, in order of ids; published weeks by the id of their rota. */
type EntriesOfFolders = { readonly [F in Folder]: Entries<Data<F>> }

/** All of a team's content. Files with mistakes are left out and named in `findings`. */
export interface Content extends EntriesOfFolders {
  /** Absolute. */
  root: string
  site: Entry<Site> | undefined
  /** Every file that was read, those with mistakes too, in order of folder and id. */
  documents: readonly ContentDocument[]
  /** Ids of entries that have a file, readable or not: a reference to them is no further mistake. */
  ids: Readonly<Record<Collection, readonly string[]>>
  /** Images and other files that entries show or link to: absolute paths. */
  assets: ReadonlySet<string>
  findings: readonly Finding[]
}

/** One file as it was read. */
export interface FileReading {
  bytes: Buffer
  document: ContentDocument
  findings: readonly Finding[]
}

/**
 * Reads the whole content. Never throws on what is in the files: every mistake is a finding.
 *
 * @param root absolute
 * @param read reads one file; the store of a content folder parses only what has changed
 */
export function loadContent(
  root: string = contentRoot(),
  read: (file: ContentFile) => FileReading = readContentFile,
): Content {
  const { files, assets, findings } = listContent(root)
  const documents = files.map((file) => {
    const reading = read(file)
    for (const finding of reading.findings) findings.push(finding)
    return reading.document
  })
  const inFolder = (folder: Folder) => documents.filter((document) => document.collection === folder)
  const entries = (folder: Folder) =>
    new Map(
      inFolder(folder)
        .filter(({ data }) => data !== undefined)
        .map((document) => [document.id, document]),
    )
  return {
    // Each folder's own schema has made the data of its entries.
    ...(Object.fromEntries(
      FOLDERS.map((folder) => [folder, entries(folder)]),
    ) as unknown as EntriesOfFolders),
    root,
    site: documents.find(
      (document): document is Entry<Site> => document.collection === 'site' && document.data !== undefined,
    ),
    documents,
    // One list for each collection.
    ids: Object.fromEntries(
      COLLECTIONS.map((name) => [name, inFolder(name).map(({ id }) => id)]),
    ) as unknown as Content['ids'],
    assets: new Set(assets),
    findings: findings.sort(compareFindings),
  }
}

/**
 * Parses one file and holds it against its schema. Whatever goes wrong on the way is a finding of this file: one file
 * never hides the mistakes of the others.
 */
export function readContentFile(file: ContentFile, given?: Buffer): FileReading {
  let bytes = given ?? Buffer.alloc(0)
  try {
    if (given === undefined) bytes = readAtMost(file.path, MAX_READ)
    return parseContentFile(file, bytes)
  } catch (error) {
    const { bytes: none, document } = parseContentFile(file, Buffer.alloc(0))
    const unread = { ...document, isDivided: false, written: undefined, data: undefined }
    return { bytes: given ?? none, document: unread, findings: [unreadable(document.file, error)] }
  }
}

/** What went wrong inside of the check, as a finding of the file that it was looking at. */
export function unreadable(file: string, error: unknown): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? ''
  return {
    file,
    severity: 'error',
    rule: 'unreadable',
    message: `The file cannot be read to its end: ${reason}`,
    hint: 'Something in it is unusual: compare it with a file that passes, or take parts away until this goes.',
  }
}

function parseContentFile({ collection, id, isIndex, path: file }: ContentFile, bytes: Buffer): FileReading {
  const kind = kindOf(collection)
  const source = parseSource(bytes, kind)
  const { text, body, bodyOffset, bodyLine, isDivided, placeAt, placeOf, offsetOf } = source
  const document = {
    collection,
    id,
    isIndex,
    file: displayPath(file),
    path: file,
    text,
    body,
    bodyOffset,
    bodyLine,
    isDivided,
    placeAt,
    placeOf,
    offsetOf,
    kind,
    written: source.data,
  }
  const findings = source.problems.map(({ offset, ...problem }): Finding => ({
    file: document.file,
    severity: 'error',
    ...problem,
    ...placeAt(offset),
  }))
  if (source.data === undefined) return { bytes, document: { ...document, data: undefined }, findings }
  const schema = collection === 'site' ? siteSchema : folders[collection].schema
  const { success, data, error } = schema.safeParse(source.data)
  if (error) findings.push(...schemaFindings(document.file, schema, error, source))
  return {
    bytes,
    document: { ...document, data: success && findings.length === 0 ? data : undefined },
    findings,
  }
}
