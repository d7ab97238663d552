import type { Content, ContentDocument, Entry } from '../read/load.ts'
import { settingsOf, type Settings } from './settings.ts'
import { PAGE_COLLECTIONS, definitionOf, type Collection } from '../model/collections.ts'

/** A folder of a collection: its page lists what is in it. */
export interface EntryFolder {
  collection: Collection
  /** Its path within the collection: `warehouse/loads`; empty for the collection itself. */
  path: string
  /** What a reader sees: the title of its own page, else its name in words. */
  title: string
  /** Its README or index. */
  index?: Entry<{ title: string; summary: string }>
  folders: EntryFolder[]
  /** Of itself, without those of its folders; in order of title. */
  entries: Entry<{ title: string; summary: string }>[]
  /** Entries in it and in its folders. */
  count: number
}

const known = new WeakMap<Content, ReadonlyMap<Collection, EntryFolder>>()

/** The entries of a collection as the tree of folders that they lie in. */
export function folderTree(content: Content, collection: Collection): EntryFolder {
  const trees = known.get(content) ?? new Map(PAGE_COLLECTIONS.map((name) => [name, treeOf(content, name)]))
  known.set(content, trees)
  return trees.get(collection) ?? emptyFolder(collection, '')
}

/** The folders of all collections that have a page of their own: no entry has their address. */
export function folderPages(content: Content): EntryFolder[] {
  const below = (folder: EntryFolder): EntryFolder[] => [
    ...folder.folders.filter(({ collection, path }) => content[collection].get(path)?.isIndex !== false),
    ...folder.folders.flatMap(below),
  ]
  return PAGE_COLLECTIONS.flatMap((collection) => below(folderTree(content, collection)))
}

/** What the page of a folder says of it: the summary of its own page, else how much is in it. */
export function folderLead({ collection, index, count }: EntryFolder, settings: Settings): string {
  const term = settings.term(collection)
  return index?.data.summary ?? `${String(count)} ${count === 1 ? term.one : term.many}.`
}

/** The folders that a folder is in, from the top. */
export function foldersAbove(content: Content, { collection, path }: EntryFolder): EntryFolder[] {
  const names = path.split('/').slice(0, -1)
  let folder: EntryFolder | undefined = folderTree(content, collection)
  return names.flatMap((_, depth) => {
    const at = names.slice(0, depth + 1).join('/')
    folder = folder?.folders.find((each) => each.path === at)
    return folder ? [folder] : []
  })
}

function treeOf(content: Content, collection: Collection): EntryFolder {
  const root = emptyFolder(collection, '')
  if (definitionOf(collection).page?.title !== 'title') return root
  for (const document of content[collection].values()) {
    const entry = titled(document)
    const names = entry.id.split('/')
    const folder = folderAt(root, entry.isIndex ? names : names.slice(0, -1), entry.path)
    if (entry.isIndex) {
      folder.index = entry
      folder.title = entry.data.title
    } else {
      folder.entries.push(entry)
    }
  }
  count(root, settingsOf(content).language)
  return root
}

/** Entries of these collections have a title and a summary. */
function titled(document: ContentDocument): Entry<{ title: string; summary: string }> {
  return document as Entry<{ title: string; summary: string }>
}

/** @param file of an entry in the folder, whose path has the folder's name in the letters that it is written in */
function folderAt(root: EntryFolder, names: readonly string[], file: string): EntryFolder {
  let folder = root
  const written = file.split(/[\\/]/).slice(0, -1).slice(-names.length)
  for (const [depth] of names.entries()) {
    const path = names.slice(0, depth + 1).join('/')
    let next = folder.folders.find((each) => each.path === path)
    if (!next) folder.folders.push((next = emptyFolder(root.collection, path, written[depth])))
    folder = next
  }
  return folder
}

function emptyFolder(collection: Collection, path: string, name = ''): EntryFolder {
  const words = name.replace(/[-_]+/g, ' ')
  const title = words.slice(0, 1).toUpperCase() + words.slice(1)
  return { collection, path, title, folders: [], entries: [], count: 0 }
}

function count(folder: EntryFolder, language: string): number {
  folder.folders.sort((a, b) => a.title.localeCompare(b.title, language))
  folder.entries.sort((a, b) => a.data.title.localeCompare(b.data.title, language))
  folder.count = folder.entries.length + folder.folders.reduce((sum, each) => sum + count(each, language), 0)
  return folder.count
}
