import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Folders {
  /** Where the site goes. What was there stays until the new one is complete. */
  site: string
  /** Where it is made meanwhile: on the same disk, so that the swap is a rename. */
  work: string
  /** Astro's cache of rendered content. */
  cache: string
  /** Configuration of hosts, which is no part of the site. */
  hosting: string
}

const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Where `npm run build` works, as absolute paths. `BUILD_ROOT` moves all of it, so that tests leave `dist/` alone. */
export const FOLDERS: Folders = foldersIn(process.env['BUILD_ROOT'])

/** Held by who builds in this checkout, wherever the site goes: Astro keeps the modules of entries in `.astro/`. */
export const BUILD_LOCK = inProject('.cache/build.lock')

function foldersIn(given: string | undefined): Folders {
  // An empty name is a variable that was not filled in, not the root of the disk.
  const root = given === undefined || given === '' ? undefined : path.resolve(given)
  return {
    site: root === undefined ? inProject('dist') : `${root}/dist`,
    work: root === undefined ? inProject('.cache/build') : `${root}/build`,
    cache: root === undefined ? inProject('.cache/astro') : `${root}/astro`,
    hosting: root === undefined ? inProject('hosting') : `${root}/hosting`,
  }
}
