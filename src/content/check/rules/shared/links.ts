import { existsSync } from 'node:fs'
import path from 'node:path'
import { addressesOf, pathOfFile, type Page } from '../../../facts/addresses.ts'
import type { Content, ContentDocument } from '../../../read/load.ts'
import { nodesOf, type Page as Body } from '../../../read/body.ts'

/** Relative links to files work in the forge unchanged, and the build turns them into the site's addresses. */
export interface Link {
  page: Body
  document: ContentDocument
  start: number
  /** As written. */
  url: string
  path: string
  anchor: string | undefined
}

export function* linksOf(pages: readonly Body[]): Generator<Link> {
  for (const { page, document, node, start } of nodesOf(pages, 'link', 'definition')) {
    if (node.type === 'definition' && isOfImagesOnly(page, node.identifier)) continue
    const [, address = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(node.url) ?? []
    yield { page, document, start, url: node.url, path: address, anchor }
  }
}

/** Whether images name this definition and no link does. */
function isOfImagesOnly(page: Body, identifier: string): boolean {
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

/** The entry whose page has an address of the site: `/issues/kafka-lag/`, `issues/kafka-lag`; a former one leads there too. */
export function entryAt(content: Content, address: string): ContentDocument | undefined {
  return addressesOf(content).at(address)?.document
}

/** The page of the entry or folder that a relative link names, in whatever letter case it is written. */
export function pageOfLink(content: Content, link: Link): Page | undefined {
  const target = targetOf(link)
  const address = pathOfFile(content.root, target)
  const page = address === undefined ? undefined : addressesOf(content).pageAt(address)
  if (!page) return undefined
  // On the forge, a file has its ending and a folder has none.
  const file = page.document?.path.toLowerCase()
  const isFolder = /(^|\/)(readme|_?index)\.mdx?$/i.test(file?.replaceAll('\\', '/') ?? '')
  if (file === target.toLowerCase()) return page
  return (file === undefined || isFolder) && existsSync(target) && !/\.mdx?$/i.test(target) ? page : undefined
}

export const ANY_LINK = 'Write the path of an entry’s file, such as ../issues/late-data.md.'
