import path from 'node:path'
import type { Content, ContentDocument } from '../../../read/load.ts'
import { nodesOf, type Page } from '../../../read/body.ts'

/** Relative links to files work in the forge as they stand, and the build turns them into the site's addresses. */
export interface Link {
  page: Page
  document: ContentDocument
  start: number
  /** As written. */
  url: string
  path: string
  anchor: string | undefined
}

export function* linksOf(pages: readonly Page[]): Generator<Link> {
  for (const { page, document, node, start } of nodesOf(pages, 'link', 'definition')) {
    if (node.type === 'definition' && isOfImagesOnly(page, node.identifier)) continue
    const [, address = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(node.url) ?? []
    yield { page, document, start, url: node.url, path: address, anchor }
  }
}

/** Whether images name this definition and no link does. */
function isOfImagesOnly(page: Page, identifier: string): boolean {
  const uses = (type: 'imageReference' | 'linkReference') =>
    [...nodesOf([page], type)].some(({ node }) => node.identifier === identifier)
  return uses('imageReference') && !uses('linkReference')
}

export function isElsewhere(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')
}

/** The file that a relative link means. */
export function targetOf(link: Link): string {
  return path.resolve(path.dirname(link.document.path), decode(link.path))
}

/** Percent signs that encode nothing stay. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A link from a folder to a file, as people write it. */
export function relativeLink(folder: string, file: string): string {
  const link = path.relative(folder, file).split(path.sep).join('/')
  return link.startsWith('.') ? link : `./${link}`
}

/** What to write instead of a link, so that it works in the forge as on the site. */
export function inPlaceOf(link: Link, target: ContentDocument): string {
  const anchor = link.anchor === undefined ? '' : `#${link.anchor}`
  return `${relativeLink(path.dirname(link.document.path), target.path)}${anchor}`
}

/** The entry whose page has an address of the site: `/issues/kafka-lag/`, `issues/kafka-lag`; a former id leads there too. */
export function entryAt(content: Content, address: string): ContentDocument | undefined {
  const [folder, id = ''] = address.split('/').filter((part) => part !== '')
  return (
    content.documents.find((document) => document.collection === folder && document.id === id) ??
    (folder === 'issues' ? renamedTo(content, id) : undefined)
  )
}

/** The issue that once had an id. */
export function renamedTo(content: Content, id: string): ContentDocument | undefined {
  return [...content.issues.values()].find(({ data }) => data.aliases?.includes(id))
}

export const ANY_LINK = 'Write the path of an entry’s file, such as ../issues/late-data.md.'
