import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { compareText } from '../../../read/findings.ts'

/** What an import reads: the pages asked for, and all of the project that they belong to, which their links lead into. */
export interface SourceTree {
  /** Absolute: the folder with the generator's configuration or the repository; paths are relative to it, with `/`. */
  top: string
  /** Where the project's repository is on a forge, and its branch, where it was cloned from one. */
  remote?: { repository: string; branch?: string } | undefined
  /** Pages to import, in order of path. */
  pages: readonly string[]
  /** Every file of the project, in order. */
  files: ReadonlySet<string>
  /** Files of the source that are no pages, those of a theme aside: ending → how many. */
  others: ReadonlyMap<string, number>
  read: (file: string) => string
  /** The bytes of a picture or document. */
  bytes: (file: string) => Buffer
}

/** What Markdown is called, with what site generators put before and after it. */
export const PAGE_ENDING = /(?:\.html)?\.(?:md|mdx|qmd|rmd|markdown|mdown|mdwn|mkdn?)(?:\.erb)?$/i

/** Folders of tools, which hold no pages and much else. */
const SKIPPED =
  /^(?:\.git|\.svn|\.hg|\.github|\.gitlab|\.vscode|\.idea|\.trash|\.docusaurus|node_modules|vendor|dist|target|build\/site|_site|site-packages|__pycache__)$/

/** Folders of what pages are drawn with, whose HTML nobody wrote to be read. */
const OF_A_THEME =
  /(?:^|\/)(?:_?layouts|_?includes|themes?|_theme|overrides|templates|partials|static|assets|public)\//

/** What marks the folder above which nothing belongs to the pages any more. */
const TOP_MARKS = [
  '.git',
  'mkdocs.yml',
  'mkdocs.yaml',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'config.toml',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'config/tech-docs.yml',
  'config/_default',
  '_config.yml',
  'book.toml',
  '.gitbook.yaml',
  '.obsidian',
]
const MAX_UP = 6
const MAX_FILES = 200_000

/**
 * Reads the names of a source.
 *
 * @param source a folder, or one file
 * @throws Error where there is no such folder or file
 */
export function readSourceTree(source: string): SourceTree {
  const start = path.resolve(source)
  const isFile = statSync(start).isFile()
  const top = topOf(isFile ? path.dirname(start) : start)
  const files = new Set<string>()
  walk(top, '', files)
  const inSource = (file: string) => {
    const absolute = path.join(top, file)
    return absolute === start || absolute.startsWith(`${start}${path.sep}`)
  }
  const own = [...files].filter(inSource)
  const pages = own.filter((file) => PAGE_ENDING.test(file) || (isFile && own.length === 1))
  const others = new Map<string, number>()
  for (const file of own.filter((each) => !PAGE_ENDING.test(each) && !OF_A_THEME.test(each))) {
    const ending = path.posix.extname(file).toLowerCase()
    others.set(ending, (others.get(ending) ?? 0) + 1)
  }
  const bytes = (file: string) => readFileSync(path.join(top, file))
  return { top, remote: remoteOf(top), pages, files, others, bytes, read: (file) => decode(bytes(file)) }
}

/** What git knows of the place that a project was cloned from; only forges whose addresses of files are known. */
function remoteOf(top: string): SourceTree['remote'] {
  const read = (name: string) => {
    try {
      return readFileSync(path.join(top, '.git', name), 'utf8')
    } catch {
      return ''
    }
  }
  const url =
    /^\[remote "origin"\]\s*\n(?:[ \t]+(?!url)[^\n]*\n)*[ \t]+url[ \t]*=[ \t]*(\S+)/m.exec(
      read('config'),
    )?.[1] ?? ''
  const [, host = '', name = ''] =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]*@)?([\w.-]+)(?::\d+\/|[:/])([\w./-]+?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? []
  if (!/^(?:[\w-]+\.)*(?:github|gitlab)(?:\.[\w-]+)+$/i.test(host) || !name.includes('/')) return undefined
  const branch = /^ref: refs\/heads\/(\S+)/.exec(read('HEAD'))?.[1]
  // A wiki has no addresses of files.
  if (name.endsWith('.wiki')) return undefined
  return { repository: `https://${host}/${name}`, ...(branch !== undefined && { branch }) }
}

function topOf(folder: string): string {
  // A source that brings its own configuration is complete.
  let at = folder
  for (let up = 0; up <= MAX_UP; up += 1) {
    if (TOP_MARKS.some((mark) => existsSync(path.join(at, mark)))) return at
    const parent = path.dirname(at)
    if (parent === at || isShared(parent)) break
    at = parent
  }
  return folder
}

/** Folders that belong to nobody: what lies in them is no part of a project. */
function isShared(folder: string): boolean {
  return (
    folder === path.parse(folder).root || /^\/(?:home|Users|tmp|var|opt|usr|root)(?:\/[^/]+)?$/.test(folder)
  )
}

function walk(top: string, folder: string, files: Set<string>): void {
  for (const item of list(path.join(top, folder))) {
    const file = folder === '' ? item.name : `${folder}/${item.name}`
    if (files.size >= MAX_FILES) return
    if (item.isDirectory() && !SKIPPED.test(item.name)) walk(top, file, files)
    else if (item.isFile() || (item.isSymbolicLink() && isFileWithin(top, file))) files.add(file)
  }
}

/** Whether a symbolic link leads to a file of the same project: nothing else of the machine is read. */
function isFileWithin(top: string, file: string): boolean {
  try {
    const target = realpathSync(path.join(top, file))
    return (
      target.startsWith(`${realpathSync(top)}${path.sep}`) &&
      statSync(target).isFile() &&
      !/[\\/]\.git[\\/]/.test(target)
    )
  } catch {
    return false
  }
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch {
    return []
  }
}

/** Whether a file is named like a page and holds something else: of a text, hardly a byte is a control character. */
export function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  const start = bytes.subarray(0, 8192)
  const controls = start.filter(
    (byte) => byte > 0 && byte < 32 && (byte < 9 || byte > 13) && byte !== 27,
  ).length
  return controls > start.length / 50
}

/** UTF-8, else what editors on Windows wrote: no page is lost for its encoding. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
