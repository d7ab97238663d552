import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from '../../src/content/read/content-hash.ts'
import { contentRevision } from '../../src/content/read/revision.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { buildDate } from '../../src/site/build-date.ts'
import { ENGINE, IS_PACKAGE, type Folders } from '../../src/site/build/folders.ts'

/** What a build that nothing has changed since leaves to say. */
export interface LastBuild {
  /** The hash of all that the site was made from. */
  inputs: string
  /** How many pages its search index holds. */
  indexed: number
  /** What the check reported: warnings are said again. */
  report: string
}

interface Note extends LastBuild {
  /** Every file that was built, as the disk describes it. */
  files: string
}

/** What decides how a site is built, from the folder of the engine. */
const CODE = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  // Of a package, the lock file of whoever installed it says which other packages it runs on.
  ...(IS_PACKAGE
    ? [path.resolve('package-lock.json')].filter((file) => existsSync(file))
    : ['package-lock.json', 'tsconfig.json']),
]

/** The hash of the code that builds. */
export function codeHash(): string {
  const hash = createHash('sha256')
  for (const place of CODE) {
    for (const file of filesOf(path.resolve(ENGINE, place))) {
      hash
        .update(`${path.relative(ENGINE, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * The hash of all that a site is made from: the code, the content, what git says of it, the address and the day. Whatever is
 * not known to be the same is another one.
 *
 * @param root the content folder, absolute
 * @returns `undefined` where something of it cannot be read
 */
export function inputsHash(root: string): string | undefined {
  try {
    return createHash('sha256').update(inputsOf(root).join('\0')).digest('hex')
  } catch {
    return undefined
  }
}

function inputsOf(root: string): string[] {
  return [
    process.version,
    process.platform,
    codeHash(),
    root,
    contentHash(root),
    String(contentRevision(root).getTime()),
    ...['rev-parse HEAD', 'rev-parse --show-toplevel --is-shallow-repository'].map((words) =>
      git(root, words),
    ),
    JSON.stringify(ADDRESS),
    buildDate,
  ]
}

/** What the last build left, where it was made from the same and nobody has touched its files. */
export function lastBuild(folders: Folders, inputs: string): LastBuild | undefined {
  try {
    const note = JSON.parse(readFileSync(noteFile(folders), 'utf8')) as Partial<Note>
    const { indexed, report } = note
    if (note.inputs !== inputs || typeof indexed !== 'number' || typeof report !== 'string') return undefined
    return note.files === filesHash(folders) ? { inputs, indexed, report } : undefined
  } catch {
    // No note, or one that was cut short.
    return undefined
  }
}

/** Before a build: from here on, nothing is known of the folders that it writes to. */
export function forgetBuild(folders: Folders): void {
  rmSync(noteFile(folders), { force: true })
}

/**
 * After a build. Where what it was made from is not as it was before, the site may be of both, and nothing is noted: somebody
 * may undo what they saved meanwhile. Where the note cannot be written, the next build makes everything once more too.
 *
 * @param build its `inputs` as they were before anything was read
 * @param root the content folder, absolute
 */
export function noteBuild(folders: Folders, build: LastBuild, root: string): void {
  if (inputsHash(root) !== build.inputs) return
  const file = noteFile(folders)
  try {
    const note: Note = { ...build, files: filesHash(folders) }
    // Whole or not at all.
    writeFileSync(`${file}.new`, JSON.stringify(note))
    renameSync(`${file}.new`, file)
  } catch {
    rmSync(file, { force: true })
  }
}

function noteFile({ work }: Folders): string {
  return path.join(work, 'last-build.json')
}

/** Changes with every file that is added, removed or written. Times count in full: a copy of the folder is not known. */
function filesHash({ site, hosting }: Folders): string {
  const hash = createHash('sha256')
  for (const folder of [site, hosting]) {
    for (const file of filesOf(folder)) {
      const { size, mtimeMs, ctimeMs, ino } = lstatSync(file)
      hash.update([path.relative(folder, file), size, mtimeMs, ctimeMs, ino].join('\0')).update('\0')
    }
  }
  return hash.digest('hex')
}

/** A file itself, or everything below a folder but folders, in order. */
function filesOf(place: string): string[] {
  if (!lstatSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => path.join(item.parentPath, item.name))
    .sort()
}

function git(folder: string, words: string): string {
  try {
    return execFileSync('git', ['-C', folder, ...words.split(' ')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
