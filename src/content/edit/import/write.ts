import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from './common/frontmatter.ts'
import { offeredBytes } from './source/plain-drawing.ts'
import type { SourceTree } from './source/source-tree.ts'
import type { Import } from './types.ts'

/**
 * What an earlier import wrote, kept in the content folder as `.import.json`, so that a later one knows its own files,
 * in every clone: where each page of the source went, and the hash of what was written.
 */
export type State = Record<string, Record<string, { file: string; hash: string }>>

const STATE = '.import.json'

export function readState(root: string): State {
  const file = path.join(root, STATE)
  if (!existsSync(file)) return {}
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'))
  // Written by this module.
  return isRecord(data) && isRecord(data['sources']) ? (data['sources'] as State) : {}
}

/** A source as the state calls it: its repository, else the name of its folder, which is the same on every machine. */
export function sourceName(tree: SourceTree, result: Pick<Import, 'generators'>): string {
  const repository = result.generators.find((each) => each.repository !== undefined)?.repository
  return repository?.replace(/^https?:\/\/|\.git$|\/$/g, '') ?? path.basename(tree.top)
}

/** What became of each file. */
export interface Written {
  added: string[]
  /** Written by an earlier import, not touched since, and changed at the source. */
  updated: string[]
  same: string[]
  /** Edited here since it was imported: left as it is. `isNew` says that its source changed as well. */
  edited: { file: string; isNew: boolean }[]
  /** Deleted or moved here since it was imported: not written again. */
  removed: string[]
  /** Not ours: left as it is. */
  foreign: string[]
  /** Still here, though their source is gone. */
  orphaned: { file: string; source: string }[]
}

/** Writes entries and files below the content folder. Nothing that somebody else wrote or edited is ever overwritten. */
export function writeImport(
  root: string,
  tree: SourceTree,
  result: Import,
  { dryRun = false }: { dryRun?: boolean } = {},
): Written {
  const state = readState(root)
  const name = sourceName(tree, result)
  const known = state[name] ?? {}
  const next: State[string] = {}
  const written: Written = {
    added: [],
    updated: [],
    same: [],
    edited: [],
    removed: [],
    foreign: [],
    orphaned: [],
  }
  const put = (key: string, file: string, bytes: Buffer) => {
    const hash = hashOf(bytes)
    const before = known[key]
    const place = path.join(root, file)
    const now = existsSync(place) ? hashOf(readFileSync(place)) : undefined
    const isOurs = before?.file === file
    next[key] = { file, hash }
    if (now === hash) written.same.push(file)
    else if (now === undefined && isOurs) {
      written.removed.push(file)
      next[key] = before
    } else if (now === undefined || (isOurs && now === before.hash)) {
      ;(now === undefined ? written.added : written.updated).push(file)
      if (dryRun) return
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, bytes)
    } else if (isOurs) {
      written.edited.push({ file, isNew: before.hash !== hash })
      next[key] = before
    } else {
      written.foreign.push(file)
      Reflect.deleteProperty(next, key)
    }
  }
  for (const entry of result.entries) put(entry.key, entry.file, Buffer.from(entry.text))
  for (const [file, source] of result.files)
    put(`file:${source}`, file, offeredBytes(path.posix.basename(source), tree.bytes(source)))
  for (const [key, before] of Object.entries(known)) {
    if (Object.hasOwn(next, key) || Object.values(next).some(({ file }) => file === before.file)) continue
    if (!existsSync(path.join(root, before.file))) continue
    written.orphaned.push({ file: before.file, source: key })
    next[key] = before
  }
  if (!dryRun && result.entries.length > 0) {
    mkdirSync(root, { recursive: true })
    const sources = Object.fromEntries(
      Object.entries({ ...state, [name]: sorted(next) }).sort(([a], [b]) => (a < b ? -1 : 1)),
    )
    writeFileSync(path.join(root, STATE), `${JSON.stringify({ version: 1, sources }, undefined, 2)}\n`)
  }
  return written
}

/** Where pages of an earlier run went. */
export function earlierFiles(state: State, name: string): Map<string, string> {
  return new Map(
    Object.entries(state[name] ?? {})
      .filter(([key]) => !key.startsWith('file:'))
      .map(([key, { file }]) => [key, file]),
  )
}

function sorted(state: State[string]): State[string] {
  return Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
