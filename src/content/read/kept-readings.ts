import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { kindOf } from '../model/collections.ts'
import { displayPath, type ContentFile } from './files.ts'
import { kept } from './kept.ts'
import type { ContentDocument, FileReading } from './load.ts'
import { parseSource, type Source } from './source.ts'

/** What a process keeps of a file without a mistake; the rest follows from its bytes in no time. */
interface KeptReading extends Pick<ContentDocument, 'data' | 'bodyOffset' | 'bodyLine' | 'isDivided'> {
  /** What was written, in an array; empty where its schema has made nothing else of it, absent where JSON has no form for it. */
  written?: readonly unknown[] | undefined
}

/** A file as an earlier process has read it; `undefined` for one that nobody has kept. Only who asks for a place parses it. */
export function keptReading(file: ContentFile, bytes: Buffer): FileReading | undefined {
  // The store gives back what was put there, or nothing.
  const known = kept()?.get(keyOf(file, bytes)) as KeptReading | undefined
  return known && { bytes, document: documentOf(file, bytes, known), findings: [] }
}

/** Keeps what was read of a file. Who calls this knows that the content has passed the check: a secret is kept nowhere. */
export function keepReading(file: ContentFile, { bytes, document, findings }: FileReading): void {
  const { data, bodyOffset, bodyLine, isDivided } = document
  const store = kept()
  if (!store || data === undefined || findings.length > 0) return
  // A schema may make of a text what JSON has no form for.
  if (!isJson(data)) return
  const { written } = document
  // The order of the fields is part of what was written.
  const isEqual = JSON.stringify(written) === JSON.stringify(data)
  const asWritten = isJson(written) ? (isEqual ? [] : [written]) : undefined
  store.set(keyOf(file, bytes), {
    data,
    bodyOffset,
    bodyLine,
    isDivided,
    written: asWritten,
  } satisfies KeptReading)
}

function isJson(value: unknown): boolean {
  return value !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
}

/** The collection decides the schema, and beside the code nothing else does. */
function keyOf({ collection }: ContentFile, bytes: Buffer): string {
  return `file:${collection}:${createHash('sha256').update(bytes).digest('hex')}`
}

function documentOf(
  { collection, id, isIndex, path }: ContentFile,
  bytes: Buffer,
  { written, ...known }: KeptReading,
): ContentDocument {
  const kind = kindOf(collection)
  const text = new TextDecoder().decode(bytes)
  let parsed: Source | undefined
  const source = () => (parsed ??= parseSource(bytes, kind))
  return {
    ...known,
    collection,
    id,
    isIndex,
    file: displayPath(path),
    path,
    text,
    body: text.slice(known.bodyOffset),
    kind,
    placeAt: (offset) => source().placeAt(offset),
    offsetOf: (place, part) => source().offsetOf(place, part),
    placeOf: (place, part) => source().placeOf(place, part),
    get written() {
      if (written === undefined) return source().data
      return written.length === 0 ? known.data : written[0]
    },
  }
}
