import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, isNode, parseDocument, visit } from 'yaml'
import type { Content, ContentDocument } from '../read/load.ts'
import { nodesOf, parsePage } from '../read/body.ts'
import { referencesOf } from '../read/references.ts'
import { definitionOf, type Collection } from '../model/collections.ts'
import { toYaml } from '../read/yaml/write.ts'

export interface Renaming {
  folder: Collection
  from: string
  to: string
}

/** What a renaming does: new texts and new places, by absolute path. */
export interface RenamePlan {
  texts: ReadonlyMap<string, string>
  moves: readonly { from: string; to: string }[]
}

/** A stretch of a file's text and what comes in its place. */
interface Edit {
  start: number
  end: number
  text: string
}

/** Works out what has to change so that an entry has another id and nothing leads to the old one. */
export function planRename(content: Content, renaming: Renaming): RenamePlan {
  const { folder, from, to } = renaming
  const entry = content.documents.find((document) => document.collection === folder && document.id === from)
  if (!entry) throw new Error(`There is no ${folder}/${from}`)
  const texts = new Map<string, string>()
  for (const document of content.documents) {
    const edits = [
      ...referenceEdits(document, renaming),
      ...linkEdits(document, entry, newPath(content, entry, to), renaming),
    ]
    if (document === entry && keepsAddress(folder)) edits.push(...aliasEdits(document, from, to))
    if (edits.length > 0) texts.set(document.path, applied(document.text, edits))
  }
  const moved = (document: ContentDocument) => ({ from: document.path, to: newPath(content, document, to) })
  // The announced weeks of a rota go by its id.
  const published =
    folder === 'rotas'
      ? content.documents.filter((each) => each.collection === 'published' && each.id === from)
      : []
  const moves = [entry, ...published].map(moved)
  const accepted = acceptedAt(content, moves)
  if (accepted !== undefined) texts.set(accepted.file, accepted.text)
  return { texts, moves }
}

/** `baseline.yaml` with the new names of files: what was accepted in a page stays accepted where the page has gone. */
function acceptedAt(
  { root }: Content,
  moves: RenamePlan['moves'],
): { file: string; text: string } | undefined {
  const file = path.join(root, 'baseline.yaml')
  if (!existsSync(file)) return undefined
  const before = readFileSync(file, 'utf8')
  const document = parseDocument(before)
  const inRoot = (name: string) => path.relative(root, name).split(path.sep).join('/')
  let isChanged = false
  for (const { from, to } of moves)
    visit(document, {
      Scalar(key, node) {
        if (key !== 'value' || typeof node.value !== 'string') return
        // Messages name files as well.
        const now = node.value
          .split(/(?<=^|[\s"'(])(?=[^\s"'(])/)
          .map((word) =>
            word.replace(/["'),.;:]*\s*$/, '') === inRoot(from)
              ? word.replace(inRoot(from), inRoot(to))
              : word,
          )
          .join('')
        if (now === node.value) return
        node.value = now
        isChanged = true
      },
    })
  return isChanged ? { file, text: document.toString({ lineWidth: 0 }) } : undefined
}

/** Where the file of an entry lies under another id; the page of a folder keeps its name in the new folder. */
function newPath(
  { root }: Content,
  { collection, isIndex, path: file }: ContentDocument,
  id: string,
): string {
  const place = path.join(root, collection, ...id.split('/'))
  return isIndex ? path.join(place, path.basename(file)) : place + path.extname(file)
}

/** Writes what was planned. */
export function applyRename({ texts, moves }: RenamePlan): void {
  for (const [file, text] of texts) writeFileSync(file, text)
  for (const { from, to } of moves) {
    mkdirSync(path.dirname(to), { recursive: true })
    renameSync(from, to)
  }
}

/** Whether the entries of a collection are pages, whose former addresses lead on. */
function keepsAddress(folder: Collection): boolean {
  return definitionOf(folder).page !== undefined
}

function referenceEdits(document: ContentDocument, { folder, from, to }: Renaming): Edit[] {
  return referencesOf(document)
    .filter(({ collection, id }) => collection === folder && id === from)
    .map(({ path: field }) => {
      const start = document.offsetOf(field)
      const quote = /^['"]/.test(document.text.slice(start)) ? 1 : 0
      return { start: start + quote, end: start + quote + from.length, text: to }
    })
}

function linkEdits(
  document: ContentDocument,
  entry: ContentDocument,
  moved: string,
  renaming: Renaming,
): Edit[] {
  if (!document.isDivided || document.kind === 'yaml') return []
  return [...nodesOf([parsePage(document)], 'link', 'definition')].flatMap(({ node, start, end }) => {
    const renamed = renamedUrl(node.url, document, entry, moved, renaming)
    const at = document.text.slice(start, end).lastIndexOf(node.url)
    return renamed === undefined || at < 0
      ? []
      : [{ start: start + at, end: start + at + node.url.length, text: renamed }]
  })
}

function renamedUrl(
  url: string,
  document: ContentDocument,
  entry: ContentDocument,
  moved: string,
  { folder, from, to }: Renaming,
): string | undefined {
  const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  if (address === `/${folder}/${from}/` || address === `/${folder}/${from}`)
    return url.replace(`/${from}`, `/${to}`)
  if (address === '' || address.startsWith('/') || /^[a-z]+:/i.test(address)) return undefined
  const target = path.resolve(path.dirname(document.path), address)
  const leadsThere = target === entry.path
  // Where the entry goes into another folder, its own links begin there.
  const movesAway = document === entry && path.dirname(moved) !== path.dirname(entry.path)
  if (!leadsThere && !movesAway) return undefined
  const link = path
    .relative(path.dirname(document === entry ? moved : document.path), leadsThere ? moved : target)
    .split(path.sep)
    .join('/')
  return `${address.startsWith('./') && !link.startsWith('.') ? './' : ''}${link}${rest}`
}

/** The old id becomes an alias, so that its address leads on; the new one is an alias no longer. */
function aliasEdits(document: ContentDocument, from: string, to: string): Edit[] {
  const isYaml = document.kind === 'yaml'
  const start = isYaml ? 0 : document.text.indexOf('\n') + 1
  const yaml = parseDocument(document.text.slice(start, document.bodyOffset).replace(/---\s*$/, ''))
  const known: unknown = yaml.toJS()
  const before = typeof known === 'object' && known !== null && 'aliases' in known ? known.aliases : []
  const aliases = [...(Array.isArray(before) ? before.map(String) : []).filter((alias) => alias !== to), from]
  const node = isMap(yaml.contents) ? yaml.contents.get('aliases', true) : undefined
  if (isNode(node) && node.range) {
    return [{ start: start + node.range[0], end: start + node.range[1], text: toYaml(aliases) }]
  }
  if (isYaml) {
    const end = document.text.length
    const newline = document.text.endsWith('\n') ? '' : '\n'
    return [{ start: end, end, text: `${newline}aliases: ${toYaml(aliases)}\n` }]
  }
  const end =
    start + (/(?:^|\n)---\s*$/.exec(document.text.slice(start, document.bodyOffset))?.index ?? 0) + 1
  return [{ start: end, end, text: `aliases: ${toYaml(aliases)}\n` }]
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text)
}
