import { createRequire } from 'node:module'

/** Bundled pages are another instance of this module, in a folder that may have no packages; the command came first. */
const shared = globalThis as { watchbookRequire?: NodeJS.Require }
const load = (shared.watchbookRequire ??= createRequire(import.meta.url))

/**
 * A package that is loaded when somebody needs it. Loading modules is most of what a command does before its first answer, and
 * what an earlier process has kept needs no parser and no calendar.
 *
 * @returns what `require` gives: of a package in CommonJS what it exports, of one in ES modules all of its names
 */
export function lazyPackage<Package>(name: string): () => Package {
  let loaded: Package | undefined
  return () => (loaded ??= load(name) as Package)
}
