import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkContent } from '../../../src/content/check/check.ts'
import type { Finding } from '../../../src/content/read/findings.ts'
import { initContent } from '../../../src/content/edit/init.ts'
import { loadContent } from '../../../src/content/read/load.ts'

export const TODAY = '2026-11-23'

/** Calls `work` with a content folder that passes the check, and removes it afterwards. */
export function withContent<T>(work: (root: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'))
  const remove = () => {
    rmSync(folder, { recursive: true })
  }
  let isWaiting = false
  try {
    const root = path.join(folder, 'content')
    initContent(root, { name: 'Team', today: TODAY })
    const result = work(root)
    if (!(result instanceof Promise)) return result
    isWaiting = true
    // The same promise, as far as its type can tell.
    return result.finally(remove) as T
  } finally {
    if (!isWaiting) remove()
  }
}

/** What the check finds in a folder, with files named from there. */
export function findingsIn(root: string): Finding[] {
  const outside = path.relative(process.cwd(), path.dirname(root)).split(path.sep).join('/')
  return checkContent(loadContent(root), { today: TODAY }).map((finding) => ({
    ...finding,
    file: finding.file.replace(`${outside}/`, ''),
    message: finding.message.replace(`${outside}/`, ''),
  }))
}

/** Puts a fixture's files over a sound content, and takes away those that its `delete.txt` names. */
export function breakContent(root: string, fixture: string): void {
  const files = path.join(fixture, 'content')
  if (existsSync(files)) cpSync(files, root, { recursive: true })
  const list = path.join(fixture, 'delete.txt')
  if (!existsSync(list)) return
  for (const file of readFileSync(list, 'utf8').trim().split('\n')) rmSync(path.join(root, file))
}
