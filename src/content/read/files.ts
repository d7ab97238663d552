import { readdirSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { compareText, type Finding } from './findings.ts'
import { FOLDERS, ID_PATTERN, folders, kindOf, type Folder } from '../model/collections.ts'
import { pathProblem } from '../model/fields.ts'
import { didYouMean } from '../../text/suggest.ts'
import { assetProblem, notAFile } from './assets.ts'

export interface ContentFile {
  collection: Folder | 'site'
  id: string
  /** Absolute. */
  path: string
}

/** Folders for what entries show or link to; images may also lie beside the entries. */
const ASSET_FOLDERS = ['images', 'files']
/** Files beside the folders that are read as something else, or by people alone. */
const NO_ENTRIES = ['README.md', 'baseline.yaml']
/** Folders that have readers of their own. */
const OTHER_FOLDERS = ['rehearsals', 'receipts', 'alerts']
/** What files of entries are called by those who do not know how they are called here. */
const MEANT = { yaml: /^\.ya?ml$/i, markdown: /^\.(mdx?|markdown)$/i }
/** A table is called as in the warehouse. */
const TABLE_ID = /^[a-z0-9]+([-_][a-z0-9]+)*$/
const IMAGE = /\.(png|jpe?g|gif|svg|webp|avif)$/i

interface Listing {
  /** In order of folder, then name. */
  files: ContentFile[]
  /** What entries may show or link to: absolute paths. */
  assets: string[]
  findings: Finding[]
}

type Report = (file: string, rule: string, message: string, hint: string) => void

/** The files of a content folder. What would be left out in silence is a finding. */
export function listContent(root: string): Listing {
  const listing: Listing = { files: [], assets: [], findings: [] }
  const report: Report = (file, rule, message, hint) =>
    listing.findings.push({ file: displayPath(file), severity: 'error', rule, message, hint })
  const top = list(root, report)
  if (!top) {
    report(
      root,
      'content-missing',
      'There is no content here',
      'Set CONTENT_ROOT to a content folder, or make one with `npm run init -- DIR`.',
    )
    return listing
  }
  listTop(root, top, listing, report)
  for (const folder of FOLDERS) {
    if (top.some((item) => item.isDirectory() && item.name === folder))
      listFolder(root, folder, listing, report)
  }
  for (const file of listing.assets) {
    const problem = assetProblem(root, file)
    if (problem) report(file, problem.rule, problem.message, problem.hint)
  }
  return listing
}

function listTop(root: string, top: readonly Dirent[], { files, assets }: Listing, report: Report): void {
  const known: readonly string[] = [...FOLDERS, ...ASSET_FOLDERS, ...OTHER_FOLDERS]
  for (const item of top) {
    const file = path.join(root, item.name)
    if (item.isDirectory() && ASSET_FOLDERS.includes(item.name)) assets.push(...filesBelow(file, report))
    else if (item.isFile() && item.name === 'site.yaml')
      files.push({ collection: 'site', id: 'site', path: file })
    else if (!(item.isDirectory() && known.includes(item.name)) && !NO_ENTRIES.includes(item.name)) {
      const hint = /\.mdx?$/.test(item.name)
        ? 'Move it into issues/, runbooks/ or pipelines/.'
        : (didYouMean(item.name, [...known, 'site.yaml']) ?? `Known: ${known.join(', ')}, site.yaml.`)
      report(file, 'not-an-entry', `Nothing reads "${item.name}" in this place`, hint)
    }
  }
  if (!files.some(({ collection }) => collection === 'site')) {
    report(
      path.join(root, 'site.yaml'),
      'site-missing',
      'There is no site.yaml',
      'Name the site, its description and its default rota in it.',
    )
  }
}

function listFolder(root: string, folder: Folder, { files, assets }: Listing, report: Report): void {
  const endings = folders[folder].extensions.map((extension) => `.${extension}`)
  const seen = new Map<string, string>()
  for (const item of list(path.join(root, folder), report) ?? []) {
    const file = path.join(root, folder, item.name)
    if (!item.isDirectory() && IMAGE.test(item.name)) {
      assets.push(file)
      continue
    }
    const ending = path.extname(item.name)
    const name = path.basename(item.name, ending)
    // A file with a wrong name is read as what it will be: its other mistakes are told with the first.
    const id = folder === 'tables' && TABLE_ID.test(name) ? name : toId(name)
    const isEntry = !item.isDirectory() && endings.includes(ending)
    const isMeant = !item.isDirectory() && MEANT[kindOf(folder)].test(ending)
    const twin = seen.get(id)
    if (!isEntry) {
      report(
        file,
        'not-an-entry',
        `"${item.name}" is no entry of this folder and would be left out`,
        `${isMeant ? `Rename it to ${id}${endings[0] ?? ''}: entries` : 'Entries'} end in ${endings.join(' or ')}, and lie in the folder itself.`,
      )
    } else if (id !== name && !ID_PATTERN.test(name)) {
      report(
        file,
        'invalid-id',
        `"${name}" cannot be an id`,
        `Rename the file to ${id}${ending}: lower-case letters, digits and single hyphens.`,
      )
    } else if (idProblem(folder, id) !== undefined) {
      report(
        file,
        'invalid-id',
        `"${name}" cannot be an id: ${idProblem(folder, id) ?? ''}`,
        'Rename the file.',
      )
    } else if (twin !== undefined) {
      report(
        file,
        'duplicate-id',
        `${twin} has the same id`,
        'Rename one of them: the id is the file name without its ending.',
      )
    }
    if (twin === undefined && (isEntry || isMeant)) {
      seen.set(id, item.name)
      files.push({ collection: folder, id, path: file })
    }
  }
}

/** Why an id cannot be a part of an address and a folder of the site; `undefined` where it can. */
function idProblem(folder: Folder, id: string): string | undefined {
  if (folder === 'engineers' && /^\d{4}$/.test(id))
    return 'the calendar has a page of the year at its address'
  return pathProblem(id)
}

function filesBelow(folder: string, report: Report): string[] {
  return (list(folder, report) ?? []).flatMap((item) => {
    const file = path.join(folder, item.name)
    return item.isDirectory() ? filesBelow(file, report) : [file]
  })
}

/**
 * In order of name; hidden files are none of ours. `undefined` where there is no such folder. Links, devices and pipes are
 * reported and left out: nothing that they lead to is read.
 */
function list(folder: string, report: Report): Dirent[] | undefined {
  let items: Dirent[]
  try {
    items = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      report(folder, 'not-a-file', `The folder cannot be read (${code ?? 'unknown'})`, 'Allow it to be read.')
    return undefined
  }
  return items
    .filter((item) => {
      if (item.name.startsWith('.')) return false
      if (item.isFile() || item.isDirectory()) return true
      const { rule, message, hint } = notAFile(item.name, item.isSymbolicLink())
      report(path.join(folder, item.name), rule, message, hint)
      return false
    })
    .sort((a, b) => compareText(a.name, b.name))
}

/** The nearest id to a name: `Kafka Late_Data` becomes `kafka-late-data`. */
export function toId(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'entry' : id
}

/** How people are told of a file: relative to the working directory, with `/`. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/')
}
