import { readdirSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { compareText, type Finding } from './findings.ts'
import { FOLDERS, NAME_PATTERN, definitionOf, kindOf, type Folder } from '../model/collections.ts'
import { pathProblem } from '../model/fields.ts'
import { didYouMean } from '../../text/suggest.ts'
import { assetProblem, notAFile } from './assets.ts'
import { MAX_READ } from './plain-file.ts'
import { plainLatin } from '../../text/latin.ts'

export interface ContentFile {
  collection: Folder | 'site'
  /** The names of its folders within the collection and its own, in lower case. */
  id: string
  /** The page of a folder: its README or index. */
  isIndex: boolean
  /** Absolute. */
  path: string
}

/** Folders for what entries show or link to; images may also lie beside the entries. */
const ASSET_FOLDERS = ['images', 'files']
/** What lies in other folders and files is read by the commands that it is for. */
const OTHERS = ['alerts', 'rehearsals', 'receipts', 'baseline.yaml', 'search-queries.yaml', 'README.md']
/** What files of entries are called by those who do not know how they are called here. */
const MEANT = { yaml: /^\.ya?ml$/i, markdown: /^\.(mdx?|markdown)$/i }
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
  const known: readonly string[] = [...FOLDERS, ...ASSET_FOLDERS]
  for (const item of top) {
    const file = path.join(root, item.name)
    if (item.isDirectory() && ASSET_FOLDERS.includes(item.name)) assets.push(...filesBelow(file, report))
    else if (item.isFile() && item.name === 'site.yaml')
      files.push({ collection: 'site', id: 'site', isIndex: false, path: file })
    else if (OTHERS.includes(item.name)) {
      // A name with an ending is that of a file, and one without is a folder's.
      const isAsNamed = item.isDirectory() !== item.name.includes('.')
      if (!isAsNamed && (item.isDirectory() || item.isFile()))
        report(
          file,
          'not-an-entry',
          `"${item.name}" is a ${item.isDirectory() ? 'folder' : 'file'}, and has to be a ${item.isDirectory() ? 'file' : 'folder'}`,
          'Give it another name, or remove it.',
        )
      if (item.isDirectory()) reportHuge(filesBelow(file, report), report)
    } else if (!(item.isDirectory() && known.includes(item.name))) {
      const hint = /\.mdx?$/i.test(item.name)
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
      'Name the site and describe it in a sentence.',
    )
  }
}

/** What a folder's own page is called in its repository. */
const INDEX = /^(readme|_?index)$/i

/** The entries of a collection, with those in its folders. */
function listFolder(root: string, collection: Folder, listing: Listing, report: Report): void {
  const { formats, page } = definitionOf(collection)
  const endings = formats.map((format) => `.${format}`)
  const isNested = page !== undefined && kindOf(collection) === 'markdown'
  const seen = new Map<string, string>()

  const listNames = (folder: string, names: readonly string[]): void => {
    for (const item of list(folder, report) ?? []) {
      const file = path.join(folder, item.name)
      if (item.isDirectory() && isNested) {
        if (!NAME_PATTERN.test(item.name.toLowerCase())) reportName(file, item.name, '')
        listNames(file, [...names, idPart(item.name)])
      } else if (!item.isDirectory() && IMAGE.test(item.name)) {
        listing.assets.push(file)
      } else {
        listFile(file, item, names)
      }
    }
  }

  const reportName = (file: string, name: string, ending: string): void => {
    report(
      file,
      'invalid-id',
      `"${name}" cannot be ${ending === '' ? 'part of an id' : 'an id'}`,
      `Rename the ${ending === '' ? 'folder' : 'file'} to ${idPart(name)}${ending}: letters, digits and single hyphens.`,
    )
  }

  const listFile = (file: string, item: Dirent, names: readonly string[]): void => {
    const ending = path.extname(item.name)
    const name = path.basename(item.name, ending)
    const small = ending.toLowerCase()
    // A module is found by the bundler, which knows it by small letters alone; all else is ours to read.
    const isEntry = !item.isDirectory() && endings.includes(small === '.mdx' ? ending : small)
    const isMeant = !item.isDirectory() && MEANT[kindOf(collection)].test(ending)
    const isIndex = isNested && INDEX.test(name)
    // A README beside the entries is for those who read the repository.
    if (isIndex && names.length === 0 && /^readme$/i.test(name)) return
    // A file with a wrong name is read as what it will be: its other mistakes are reported with the first.
    const id = (isIndex && names.length > 0 ? names : [...names, idPart(name)]).join('/')
    const twin = seen.get(id)
    if (!isEntry) {
      report(
        file,
        'not-an-entry',
        `"${item.name}" is no entry of this folder and would be left out`,
        `${isMeant ? `Rename it to ${idPart(name)}${endings.includes(small) ? small : (endings[0] ?? '')}: entries` : 'Entries'} end in ${endings.join(' or ')}${isNested ? '' : ', and lie in the folder itself'}.`,
      )
    } else if (!isIndex && !NAME_PATTERN.test(name.toLowerCase())) {
      reportName(file, name, ending)
    } else if (idProblem(collection, idPart(name)) !== undefined) {
      report(
        file,
        'invalid-id',
        `"${name}" cannot be an id: ${idProblem(collection, idPart(name)) ?? ''}`,
        'Rename the file.',
      )
    } else if (isIndex && names.length === 0) {
      report(
        file,
        'not-an-entry',
        `The site makes the page of ${collection}/ itself`,
        'Move the file into a folder of its own, or delete it.',
      )
      return
    } else if (twin !== undefined) {
      report(
        file,
        'duplicate-id',
        `${twin} has the same id`,
        'Rename one of them: the id is the file name without its ending, in lower case.',
      )
    }
    if (twin === undefined && (isEntry || isMeant)) {
      seen.set(id, item.name)
      listing.files.push({ collection, id, isIndex, path: file })
    }
  }

  listNames(path.join(root, collection), [])
}

/** A name as it is in an id: itself in lower case where that is possible, else the nearest. */
function idPart(name: string): string {
  const lower = name.toLowerCase()
  return NAME_PATTERN.test(lower) ? lower : toId(name)
}

/** Whether a file is Markdown and no module, in any letters: `Late.MD`. */
export function isMarkdown(file: string): boolean {
  return file.toLowerCase().endsWith('.md')
}

/**
 * Which entry a file of the content is, by its path alone.
 *
 * @param root absolute path of the content folder
 * @param file absolute
 */
export function entryOfFile(root: string, file: string): { collection: Folder; id: string } | undefined {
  const [collection = '', ...parts] = path.relative(root, file).split(path.sep)
  const folder = FOLDERS.find((each) => each === collection)
  const last = parts.at(-1)
  if (!folder || last === undefined) return undefined
  const ending = path.extname(last)
  if (!definitionOf(folder).formats.some((format) => `.${format}` === ending.toLowerCase())) return undefined
  const name = path.basename(last, ending)
  const names = parts.slice(0, -1).map(idPart)
  const isIndex = INDEX.test(name) && names.length > 0
  return { collection: folder, id: (isIndex ? names : [...names, idPart(name)]).join('/') }
}

/** Why an id cannot be a part of an address and a folder of the site; `undefined` where it can. */
export function idProblem(folder: Folder, id: string): string | undefined {
  if (folder === 'engineers' && /^\d{4}$/.test(id))
    return 'the calendar has a page of the year at its address'
  return pathProblem(id)
}

/** Files that the commands read as a whole. */
function reportHuge(files: readonly string[], report: Report): void {
  for (const file of files) {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= MAX_READ) continue
    report(
      file,
      'too-much',
      `The file is longer than ${String(MAX_READ / 1024 / 1024)} MB`,
      'Make it shorter: nothing that people write is as long, and what is behind that is not read.',
    )
  }
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
  const id = plainLatin(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'entry' : id
}

/** How a file is named to people: relative to the working directory, with `/`. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/')
}
