import { rm } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE } from '../../src/site/build/folders.ts'

/**
 * Removes the lists of modules and images of the entries that Astro keeps. It writes them only where an entry has changed or
 * they are not there, a moment after it has kept the entries: those of a build that was stopped, or of other content, would be
 * taken for these.
 */
export async function forgetModules(): Promise<void> {
  for (const name of ['content-modules.mjs', 'content-assets.mjs'])
    await rm(path.join(ENGINE, '.astro', name), { force: true })
}
