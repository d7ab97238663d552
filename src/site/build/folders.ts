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
  /** A note of the contents that have passed the check. */
  passed: string
  /** What was found in pages and planned for rotas, a file for each content folder. */
  kept: string
}

const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The folder of the engine: the checkout, or what a package holds of it. */
export const ENGINE = inProject('')

/** Whether the engine was installed as a package, so that the folder it is called in is the team's own. */
export const IS_PACKAGE = /[/\\]node_modules[/\\]/.test(ENGINE)

/** Where `npm run build` works, as absolute paths. `BUILD_ROOT` moves all of it, so that tests leave `dist/` alone. */
export const FOLDERS: Folders = foldersIn(process.env['BUILD_ROOT'])

/** Held by who builds in this checkout, wherever the site goes: Astro keeps the modules of entries in `.astro/`. */
export const BUILD_LOCK = inProject('.cache/build.lock')

/**
 * What renders pages, kept for every content that the same code renders. Its modules import the packages of the engine: it lies
 * where these are found.
 */
export const BUNDLES = IS_PACKAGE ? path.resolve('.cache/bundles') : inProject('.cache/bundles')

/** The modules of a command joined into few files, for every content: they load in less than half of the time. */
export const JOINED = IS_PACKAGE ? path.resolve('.cache/joined') : inProject('.cache/joined')

function foldersIn(given: string | undefined): Folders {
  // An empty name is a variable that was not filled in, not the root of the disk.
  const root = given === undefined || given === '' ? undefined : path.resolve(given)
  if (root !== undefined)
    return {
      site: `${root}/dist`,
      work: `${root}/build`,
      cache: `${root}/astro`,
      hosting: `${root}/hosting`,
      passed: `${root}/passed-checks`,
      kept: `${root}/kept`,
    }
  const inTeam = IS_PACKAGE ? (name: string) => path.resolve(name) : inProject
  return {
    site: inTeam('dist'),
    work: inTeam('.cache/build'),
    cache: inTeam('.cache/astro'),
    hosting: inTeam('hosting'),
    passed: inTeam('.cache/passed-checks'),
    kept: inTeam('.cache/kept'),
  }
}
