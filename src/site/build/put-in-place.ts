import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Folders } from './folders.ts'

/** Where the last site lies while the new one takes its place, which is an instant, or until the next build. */
const lastSite = ({ work }: Folders) => `${work}/old`

/**
 * Puts the new site where the last one is, and the last one where the new one was. Where that fails half-way, the last one is
 * back in its place; where the process is killed half-way, `putBack` does it.
 *
 * @param next the folder of the new site, on the same disk
 */
export function putInPlace(next: string, folders: Folders): void {
  const { site } = folders
  const old = lastSite(folders)
  const hadSite = existsSync(site)
  if (hadSite) renameSync(site, old)
  try {
    renameSync(next, site)
  } catch (error) {
    if (hadSite) renameSync(old, site)
    throw error
  }
  if (hadSite) renameSync(old, next)
}

/**
 * Before a build, by who holds its lock: a build that was killed while the two changed places has left the last site aside, and
 * perhaps nothing in its place.
 */
export function putBack(folders: Folders): void {
  const old = lastSite(folders)
  if (!existsSync(old)) return
  if (existsSync(folders.site)) rmSync(old, { recursive: true })
  else renameSync(old, folders.site)
}
