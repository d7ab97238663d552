import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { digest, Kept, kept, keepIn } from '../../src/content/read/kept.ts'
import { FOLDERS, type Folders } from '../../src/site/build/folders.ts'
import { codeHash } from './last-build.ts'

/** Content folders of which something is kept: those that were looked at last. */
const MAX_FOLDERS = 20

/**
 * Does some work with what earlier processes have found in this content folder, and keeps what is new for later ones. Where nobody
 * knows which code this is, nothing is kept.
 */
export async function keeping<T>(root: string, work: () => Promise<T>, folders?: Folders): Promise<T> {
  beginToKeep(root, folders)
  try {
    return await work()
  } finally {
    endKeeping()
  }
}

/**
 * The same for a process that saves when it likes.
 *
 * @param code the hash of the code that it runs, where that is known: it takes reading all of it
 */
export function beginToKeep(root: string, { kept: folder }: Folders = FOLDERS, code = codeHash): void {
  removeOld(folder)
  try {
    const file = path.join(folder, digest(root))
    keepIn(new Kept(file, () => versionOf(codeHash()), false, versionOf(code())))
  } catch {
    // Nobody knows which code this is.
  }
}

export function endKeeping(): void {
  kept()?.save()
  keepIn(undefined)
}

/** What decides beside the files of a content folder: the code, the packages, and what Node knows of letters and time zones. */
function versionOf(code: string): string {
  return digest(JSON.stringify(process.versions), process.platform, code)
}

function removeOld(folder: string): void {
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name))
    if (files.length <= MAX_FOLDERS) return
    const times = new Map(
      files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
    )
    files.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
    for (const file of files.slice(MAX_FOLDERS)) rmSync(file, { force: true })
  } catch {
    // It is not there yet, or nobody may write there.
  }
}
