import path from 'node:path'
import { draftsOf } from '../read/drafts.ts'
import { entryOfFile } from '../read/files.ts'
import type { Content, ContentDocument } from '../read/load.ts'
import {
  PAGE_COLLECTIONS,
  definitionOf,
  isCollection,
  type Collection,
  type Folder,
} from '../model/collections.ts'

/** A page of the site. */
export interface Page {
  /** Below the site's root, with `/` at its end: `issues/kafka-lag/`; empty for the home page. */
  path: string
  /** The entry that it shows; absent for pages that the site makes itself. */
  document?: ContentDocument
}

/** An address that leads on to a page: a former one, or that of an alert. */
export interface Forward {
  /** Below the site's root, without `/` at its end: `alerts/KafkaLag`. */
  path: string
  document: ContentDocument
  /** What it names. */
  alert?: string
}

/** Every address of a site. */
export interface Addresses {
  /** The page at an address below the root, however it is spelled; with former addresses and alerts, which lead on to it. */
  at: (address: string) => Page | undefined
  /** The page at an address itself, without those that lead on. */
  pageAt: (address: string) => Page | undefined
  /** What once had the id in a collection. */
  formerly: (collection: string, id: string) => ContentDocument | undefined
  /** All addresses that lead on, in order: alerts, then former ones. */
  forwards: readonly Forward[]
}

/** The first part of the addresses of pages that no entry makes; besides the home page. */
export const OWN_PAGES = [
  'search',
  'oncall',
  'contributing',
  'reviews',
  'teams',
  'severities',
  'api',
  'changes',
  'alerts',
  'tables',
  'to-confirm',
]

const known = new WeakMap<Content, Addresses>()

/** Every address of the site that a content makes. The rules, the links and the pages that lead on ask this table. */
export function addressesOf(content: Content): Addresses {
  const addresses = known.get(content) ?? compute(content)
  known.set(content, addresses)
  return addresses
}

/** The path below the site's root of an entry's page: `issues/warehouse/late/`. */
export function pathOf({ collection, id }: Pick<ContentDocument, 'collection' | 'id'>): string {
  return `${collection}/${id}/`
}

/**
 * The path below the site's root of the page that a file of the content makes, or a folder of entries; `undefined` where it
 * makes none.
 *
 * @param root absolute path of the content folder
 * @param file absolute
 */
export function pathOfFile(root: string, file: string): string | undefined {
  const entry = entryOfFile(root, file) ?? folderOf(root, file)
  if (!entry || !hasPages(entry.collection)) return undefined
  return entry.id === '' ? `${entry.collection}/` : pathOf(entry)
}

/** A link to a folder of entries means its page. */
function folderOf(root: string, file: string): { collection: Folder; id: string } | undefined {
  const [collection = '', ...names] = path.relative(root, file).split(path.sep)
  if (!isCollection(collection) || path.extname(file) !== '') return undefined
  return { collection, id: names.join('/').toLowerCase() }
}

/**
 * The path, below the site's root and without slashes at its ends, that an alias stands for: an id of the collection, or an
 * address from the root, which begins with `/` or with the name of a collection.
 */
export function formerPath(collection: string, alias: string): string {
  const address = alias.replace(/^\/|\/$/g, '')
  const [first = ''] = address.split('/')
  const isFromRoot = alias.startsWith('/') || (address !== first && isCollection(first))
  return isFromRoot ? address : `${collection}/${address}`
}

/** The ways in which the path of an alert or of a former page is typed: as it is written, and in lower case. */
export function spellings(address: string): string[] {
  return [...new Set([address, address.toLowerCase()])]
}

function hasPages(folder: Folder | 'site'): folder is Collection {
  return folder !== 'site' && definitionOf(folder).page !== undefined
}

function compute(content: Content): Addresses {
  const pages = new Map<string, Page>()
  const add = (path: string, document?: ContentDocument) => {
    pages.set(path, { path: path === '' ? '' : `${path}/`, ...(document && { document }) })
  }
  for (const path of ['', ...OWN_PAGES]) add(path)
  for (const id of content.tables.keys()) add(`tables/${id}`)
  for (const collection of PAGE_COLLECTIONS) {
    if (definitionOf(collection).page?.list) add(collection)
  }
  for (const document of content.documents.filter(({ collection }) => hasPages(collection))) {
    const { collection, id } = document
    const names = id.split('/')
    for (let depth = 1; depth < names.length; depth += 1) {
      const folder = `${collection}/${names.slice(0, depth).join('/')}`
      if (!pages.has(folder)) add(folder)
    }
    add(`${collection}/${id}`, document)
    if (collection === 'runbooks') add(`${collection}/${id}/onboarding`)
  }
  const forwards = forwardsOf(content)
  const leads = new Map<string, Forward>()
  for (const forward of forwards) {
    const path = forward.path.toLowerCase()
    if (!leads.has(path)) leads.set(path, forward)
  }
  const pageAt = (address: string): Page | undefined => {
    const path = plainPath(address)
    return pages.get(path) ?? (isOfRota(content, path) ? { path: `${path}/` } : undefined)
  }
  return {
    pageAt,
    at(address) {
      const forward = leads.get(plainPath(address))
      return pageAt(address) ?? (forward && { path: pathOf(forward.document), document: forward.document })
    },
    formerly: (collection, id) => leads.get(`${collection}/${id}`.toLowerCase())?.document,
    forwards,
  }
}

/** `/oncall/<rota>/<year>/`, an engineer's page, and the files beside them. */
function isOfRota({ ids }: Content, path: string): boolean {
  const [, rota = '', part, ...rest] = /^oncall\/(.*)$/.exec(path) ? path.split('/') : []
  if (rota === '' || rest.length > 0) return false
  if (part === undefined) return ids.rotas.includes(rota.replace(/\.ics$/, ''))
  const name = part.replace(/\.(json|ics)$/, '')
  return (
    ids.rotas.includes(rota) &&
    (/^\d{4}$/.test(name) || ids.engineers.includes(name) || ['change', 'holidays', 'second'].includes(name))
  )
}

function forwardsOf(content: Content): Forward[] {
  const drafts = draftsOf(content)
  const alerts = drafts.issues
    .flatMap((document) => (document.data.alerts ?? []).map((alert) => ({ alert, document })))
    .sort((a, b) => (a.alert < b.alert ? -1 : 1))
    .flatMap(({ alert, document }) =>
      spellings(alert).map((name) => ({ path: `alerts/${name}`, document, alert })),
    )
  const former = PAGE_COLLECTIONS.flatMap((collection) =>
    drafts[collection].flatMap((document) =>
      aliasesOf(document.data).flatMap((alias) =>
        spellings(formerPath(collection, alias)).map((path) => ({ path, document })),
      ),
    ),
  )
  return [...alerts, ...former]
}

function aliasesOf(data: object): readonly string[] {
  return 'aliases' in data && Array.isArray(data.aliases) ? data.aliases.map(String) : []
}

/** An address as a host of static files understands it: without slashes at its ends, `index.html` and `.html`. */
function plainPath(address: string): string {
  return address
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:^|\/)index\.html$/, '')
    .replace(/\.html$/, '')
}
