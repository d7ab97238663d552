import { contentPath, site } from './config.ts'

/**
 * Where the forge edits an entry; nowhere if `site.yaml` names no repository.
 *
 * @param collection the folder of the content
 * @param file path of the entry's file, of which only the name matters
 */
export function editUrl(collection: string, file: string | undefined): string | undefined {
  const name = file?.split(/[\\/]/).at(-1)
  if (site.repository === undefined || name === undefined) return undefined
  const path = [contentPath, collection, name].filter((part) => part !== '').join('/')
  return `${site.repository.replace(/\/$/, '')}/edit/${site.branch}/${path}`
}

/**
 * Where the forge's editor opens a new file among the entries of a collection; nowhere if `site.yaml` names no repository.
 *
 * @param draft what the editor is to begin with
 */
export function newEntryUrl(collection: string, draft?: { name: string; text: string }): string | undefined {
  if (site.repository === undefined) return undefined
  const path = [contentPath, collection].filter((part) => part !== '').join('/')
  const query = draft ? `?${new URLSearchParams({ filename: draft.name, value: draft.text }).toString()}` : ''
  return `${site.repository.replace(/\/$/, '')}/new/${site.branch}/${path}${query}`
}

/** Where the forge shows a file or folder of the repository; nowhere if `site.yaml` names no repository. */
export function forgeUrl(path: string): string | undefined {
  if (site.repository === undefined) return undefined
  return `${site.repository.replace(/\/$/, '')}/tree/${site.branch}/${path}`
}
