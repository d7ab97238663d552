import { existsSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Content } from '../content/read/load.ts'
import { contentStore } from '../content/read/store.ts'
import type { Site } from '../content/model/collections.ts'

/** What `site.yaml` says, with its defaults. */
export interface SiteConfig extends Site {
  branch: string
  index: boolean
}

/**
 * What the site is called and where its repository is, as `site.yaml` says now.
 *
 * @throws Error where `site.yaml` has a mistake: the check runs before every build and names it
 */
export function siteConfig({ site }: Content = contentStore().read()): SiteConfig {
  if (!site) throw new Error('site.yaml cannot be read; `npm run check` says why')
  const { branch = 'main', index = false } = site.data
  return { ...site.data, branch, index }
}

let found: { root: string; path: string } | undefined

/** The content's folder as its repository names it. */
export function contentPath(root: string = contentStore().root): string {
  if (found?.root !== root) found = { root, path: pathInRepository(root) }
  return found.path
}

function pathInRepository(folder: string): string {
  for (let parent = folder; parent !== dirname(parent); parent = dirname(parent)) {
    if (existsSync(join(parent, '.git'))) return relative(parent, folder).replaceAll('\\', '/')
  }
  // An export without its history: the folder most probably lies at the top, as in this project.
  return basename(folder)
}
