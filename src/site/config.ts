import { existsSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { loadedContent } from '../content/read/loaded.ts'

const { site: entry, root } = loadedContent()
if (!entry) throw new Error('site.yaml cannot be read; `npm run check` says why')

/** What `site.yaml` says, with its defaults. */
export const site = { branch: 'main', index: false, ...entry.data }

/** The content's folder as its repository names it. */
export const contentPath = pathInRepository(root)

function pathInRepository(folder: string): string {
  for (let parent = folder; parent !== dirname(parent); parent = dirname(parent)) {
    if (existsSync(join(parent, '.git'))) return relative(parent, folder).replaceAll('\\', '/')
  }
  // An export without its history: the folder most probably lies at the top, as in this project.
  return basename(folder)
}

/** The rota that answers for some pipelines: the first that one of them names, else the site's own. */
export function rotaOf(pipelines: readonly { data: { rota?: string | undefined } }[]): string {
  return pipelines.find(({ data }) => data.rota !== undefined)?.data.rota ?? site.defaultRota
}
