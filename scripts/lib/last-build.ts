import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from '../../src/content/read/content-hash.ts'
import { contentRevision } from '../../src/content/read/revision.ts'
import { ADDRESS, type Address } from '../../src/site/address.ts'
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

/** What decides how a site is built beside the content. Given by tests; a build has that of its process. */
export interface Surroundings {
  /** The folder of the engine. */
  engine: string
  isPackage: boolean
  address: Address
  /** The day of the build. */
  day: string
}

const OWN: Surroundings = { engine: ENGINE, isPackage: IS_PACKAGE, address: ADDRESS, day: buildDate }

/** The files and folders of the engine that decide how a site is built. */
function codeOf({ engine, isPackage }: Surroundings): string[] {
  const code = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json']
  const files = isPackage ? code : [...code, 'package-lock.json', 'tsconfig.json']
  return files.map((file) => path.join(engine, file)).filter((file) => existsSync(file))
}

/** What programs that install packages write beside them: npm, pnpm and Yarn. It names each package with its version. */
const INSTALLED = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-state.yml', '.yarn-integrity']

/**
 * What was installed, in every folder that the engine may take packages from, whatever a lock file says.
 *
 * @throws Error where nothing says it
 */
function installedFor(engine: string): string[] {
  const found: string[] = []
  for (let folder = path.resolve(engine); ; folder = path.dirname(folder)) {
    const names =
      path.basename(folder) === 'node_modules' ? INSTALLED : INSTALLED.map((name) => `node_modules/${name}`)
    found.push(...names.map((name) => path.join(folder, name)).filter((file) => existsSync(file)))
    if (folder === path.dirname(folder)) break
  }
  if (found.length === 0) throw new Error('Nothing says which packages are installed.')
  return found
}

/**
 * The hash of the code that builds and of the packages that it runs on.
 *
 * @throws Error where something of it cannot be read
 */
export function codeHash(surroundings: Surroundings = OWN): string {
  const { engine } = surroundings
  const hash = createHash('sha256')
  for (const file of installedFor(engine)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  for (const place of codeOf(surroundings)) {
    for (const file of filesOf(place)) {
      hash
        .update(`${path.relative(engine, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * The hash of all that a site is made from: the code, the packages that are installed, the content, what git says of it, the
 * address and the day. Whatever is not known to be the same is another one.
 *
 * @param root the content folder, absolute
 * @returns `undefined` where something of it cannot be read
 */
export function inputsHash(root: string, surroundings: Surroundings = OWN): string | undefined {
  try {
    return createHash('sha256').update(inputsOf(root, surroundings).join('\0')).digest('hex')
  } catch {
    return undefined
  }
}

function inputsOf(root: string, surroundings: Surroundings): string[] {
  const { address, day } = surroundings
  return [
    process.version,
    process.platform,
    codeHash(surroundings),
    root,
    contentHash(root),
    String(contentRevision(root).getTime()),
    ...['rev-parse HEAD', 'rev-parse --show-toplevel --is-shallow-repository'].map((words) =>
      git(root, words),
    ),
    JSON.stringify(address),
    day,
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
