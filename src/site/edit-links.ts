import path from 'node:path'
import { contentStore } from '../content/read/store.ts'
import { contentPath, siteConfig } from './config.ts'

/** What the addresses and words of a forge are. */
interface Forge {
  /** What a proposed change is called there. */
  request: string
  edit: (branch: string, file: string) => string
  /** The editor for a new file in a folder, and the names of what it is to begin with. */
  create: (branch: string, folder: string) => string
  draft: { name: string; text: string }
  show: (branch: string, place: string) => string
  /** What has changed in a file. */
  history: (branch: string, file: string) => string
  /** Where a mistake is reported. */
  report: string
}

const FORGES: Readonly<Record<'github' | 'gitlab', Forge>> = {
  github: {
    request: 'pull request',
    edit: (branch, file) => `edit/${branch}/${file}`,
    create: (branch, folder) => `new/${branch}/${folder}`,
    draft: { name: 'filename', text: 'value' },
    show: (branch, place) => `tree/${branch}/${place}`,
    history: (branch, file) => `commits/${branch}/${file}`,
    report: 'issues/new',
  },
  gitlab: {
    request: 'merge request',
    edit: (branch, file) => `-/edit/${branch}/${file}`,
    create: (branch, folder) => `-/new/${branch}/${folder}`,
    draft: { name: 'file_name', text: 'content' },
    show: (branch, place) => `-/tree/${branch}/${place}`,
    history: (branch, file) => `-/commits/${branch}/${file}`,
    report: '-/issues/new',
  },
}

/** The forge of the repository: as `site.yaml` says, else as its address does. */
export function forgeOf({ forge, repository = '' } = siteConfig()): Forge {
  const host = URL.parse(repository)?.hostname ?? ''
  return FORGES[forge ?? (/(?:^|\.)gitlab\./.test(host) ? 'gitlab' : 'github')]
}

/** What a proposed change is called on the forge of this site: `pull request` or `merge request`. */
export function changeRequest(): string {
  return forgeOf().request
}

/**
 * Where the forge edits an entry; nowhere if `site.yaml` names no repository.
 *
 * @param file absolute path of the entry's file
 */
export function editUrl(file: string): string | undefined {
  return inRepository((branch, forge) => forge.edit(branch, ofFile(file)))
}

/**
 * Where the forge lists what has changed in an entry's file; nowhere if `site.yaml` names no repository.
 *
 * @param file absolute
 */
export function historyUrl(file: string): string | undefined {
  return inRepository((branch, forge) => forge.history(branch, ofFile(file)))
}

/** Where the forge opens a new issue; nowhere if `site.yaml` names no repository. What it is about is added when it is opened. */
export function reportUrl(): string | undefined {
  return inRepository((_, forge) => forge.report)
}

/**
 * Where the forge's editor opens a new file among the entries of a collection; nowhere if `site.yaml` names no repository.
 *
 * @param draft what the editor is to begin with
 */
export function newEntryUrl(collection: string, draft?: { name: string; text: string }): string | undefined {
  return inRepository((branch, forge) => {
    const names = forge.draft
    const query = draft && new URLSearchParams({ [names.name]: draft.name, [names.text]: draft.text })
    return `${forge.create(branch, inContent(collection))}${query ? `?${query.toString()}` : ''}`
  })
}

/** Where the forge shows a file or folder of the content; nowhere if `site.yaml` names no repository. */
export function contentUrl(place: string): string | undefined {
  return forgeUrl(inContent(place))
}

/** Where the forge shows a file or folder of the repository; nowhere if `site.yaml` names no repository. */
export function forgeUrl(place: string): string | undefined {
  return inRepository((branch, forge) => forge.show(branch, place))
}

function inRepository(address: (branch: string, forge: Forge) => string): string | undefined {
  const site = siteConfig()
  if (site.repository === undefined) return undefined
  return `${site.repository.replace(/(?:\.git)?\/*$/, '')}/${address(encoded(site.branch), forgeOf(site))}`
}

function ofFile(file: string): string {
  return inContent(path.relative(contentStore().root, file).replaceAll('\\', '/'))
}

function inContent(...parts: string[]): string {
  return encoded([contentPath(), ...parts].filter((part) => part !== '').join('/'))
}

/** Each part of a path as an address needs it: a `#` in a branch is no anchor. */
function encoded(place: string): string {
  return place.split('/').map(encodeURIComponent).join('/')
}
