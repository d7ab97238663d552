import { contentPath, siteConfig } from './config.ts'

/**
 * Where the forge edits an entry; nowhere if `site.yaml` names no repository.
 *
 * @param collection the folder of the content
 * @param file path of the entry's file, of which only the name matters
 */
export function editUrl(collection: string, file: string): string | undefined {
  const name = file.split(/[\\/]/).at(-1) ?? ''
  return inRepository((root, branch) => `${root}/edit/${branch}/${inContent(collection, name)}`)
}

/**
 * Where the forge's editor opens a new file among the entries of a collection; nowhere if `site.yaml` names no repository.
 *
 * @param draft what the editor is to begin with
 */
export function newEntryUrl(collection: string, draft?: { name: string; text: string }): string | undefined {
  const query = draft ? `?${new URLSearchParams({ filename: draft.name, value: draft.text }).toString()}` : ''
  return inRepository((root, branch) => `${root}/new/${branch}/${inContent(collection)}${query}`)
}

/** Where the forge shows a file or folder of the content; nowhere if `site.yaml` names no repository. */
export function contentUrl(path: string): string | undefined {
  return forgeUrl(inContent(path))
}

/** Where the forge shows a file or folder of the repository; nowhere if `site.yaml` names no repository. */
export function forgeUrl(path: string): string | undefined {
  return inRepository((root, branch) => `${root}/tree/${branch}/${path}`)
}

function inRepository(address: (root: string, branch: string) => string): string | undefined {
  const { repository, branch } = siteConfig()
  return repository === undefined ? undefined : address(repository.replace(/\/$/, ''), encoded(branch))
}

function inContent(...parts: string[]): string {
  return encoded([contentPath(), ...parts].filter((part) => part !== '').join('/'))
}

/** Each part of a path as an address needs it: a `#` in a branch is no anchor. */
function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
