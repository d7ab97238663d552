import type { Content, ContentDocument } from '../read/load.ts'
import { parsePage } from '../read/body.ts'
import { formerPath, pathOf } from '../facts/addresses.ts'
import { definitionOf } from '../model/collections.ts'
import { reviewDue } from '../facts/reviews.ts'

/** A page of the site that comes from one file. */
export interface PageName {
  /** `/issues/kafka-late-data/` */
  address: string
  title: string
  file: string
}

/** What a change of content does to pages and to the addresses that people have kept. */
export interface PageChanges {
  added: PageName[]
  changed: PageName[]
  removed: PageName[]
  renamed: { from: string; to: PageName }[]
  /** Addresses, with anchors, that lead nowhere after the change. */
  broken: { address: string; reason: string }[]
  /** Changed or added pages that somebody should read as a whole. */
  reviews: { page: PageName; reason: string }[]
}

/**
 * Compares the pages of two states of the content.
 *
 * @param before absent where there was no content
 * @param today `YYYY-MM-DD`, for reviews that are overdue
 */
export function pageChanges(before: Content | undefined, after: Content, today: string): PageChanges {
  const old = pagesOf(before)
  const now = pagesOf(after)
  const pairs = [...now].map(([address, document]) => ({
    document,
    was: old.get(address) ?? formerOf(document, old),
  }))
  const renamed = pairs.filter(({ document, was }) => was !== undefined && was.id !== document.id)
  const changed = pairs.filter(({ document, was }) => was !== undefined && was.text !== document.text)
  const kept = new Set(renamed.map(({ was }) => was))
  return {
    added: pairs.filter(({ was }) => was === undefined).map(({ document }) => nameOf(document)),
    changed: changed.filter((pair) => !renamed.includes(pair)).map(({ document }) => nameOf(document)),
    removed: [...old]
      .filter(([address, was]) => !now.has(address) && !kept.has(was))
      .map(([, was]) => nameOf(was)),
    renamed: renamed.map(({ document, was }) => ({ from: was ? addressOf(was) : '', to: nameOf(document) })),
    broken: [...lostAddresses(old, now, kept), ...lostAlerts(before, after), ...changed.flatMap(lostAnchors)],
    reviews: pairs.flatMap(({ document, was }) => {
      const reason = document.text === was?.text ? undefined : reviewReason(document, was, today)
      return reason === undefined ? [] : [{ page: nameOf(document), reason }]
    }),
  }
}

function pagesOf(content: Content | undefined): Map<string, ContentDocument> {
  const documents = content?.documents.filter(isPage) ?? []
  return new Map(documents.map((document) => [addressOf(document), document]))
}

const addressOf = (document: ContentDocument) => `/${pathOf(document)}`

function isPage({ collection }: ContentDocument): boolean {
  return collection !== 'site' && definitionOf(collection).page !== undefined
}

function nameOf(document: ContentDocument): PageName {
  const title = field(document, 'title') ?? field(document, 'name')
  return {
    address: addressOf(document),
    title: typeof title === 'string' ? title : document.id,
    file: document.file,
  }
}

function field({ data }: ContentDocument, name: string): unknown {
  return typeof data === 'object' && data !== null ? new Map(Object.entries(data)).get(name) : undefined
}

/** The addresses that lead to a page from where it once was. */
function formerAddresses(document: ContentDocument): string[] {
  const aliases = field(document, 'aliases')
  if (!Array.isArray(aliases)) return []
  return aliases.map((alias) => `/${formerPath(document.collection, String(alias))}/`)
}

/** The page that an entry was before it got another id: it keeps the old one as an alias. */
function formerOf(
  document: ContentDocument,
  old: ReadonlyMap<string, ContentDocument>,
): ContentDocument | undefined {
  return formerAddresses(document)
    .map((address) => old.get(address))
    .find((was) => was !== undefined)
}

function lostAddresses(
  old: ReadonlyMap<string, ContentDocument>,
  now: ReadonlyMap<string, ContentDocument>,
  kept: ReadonlySet<ContentDocument | undefined>,
): PageChanges['broken'] {
  const aliases = (documents: ReadonlyMap<string, ContentDocument>) =>
    new Set([...documents.values()].flatMap(formerAddresses))
  const leads = aliases(now)
  const pages = [...old].filter(
    ([address, was]) => !now.has(address) && !kept.has(was) && !leads.has(address),
  )
  const former = [...aliases(old)].filter((address) => !now.has(address) && !leads.has(address))
  return [
    ...pages.map(([address]) => ({
      address,
      reason: 'the page is removed; an alias would lead on',
    })),
    ...former.map((address) => ({ address, reason: 'the alias is removed' })),
  ]
}

function lostAlerts(before: Content | undefined, after: Content): PageChanges['broken'] {
  const alerts = (content: Content | undefined) =>
    [...(content?.issues.values() ?? [])].flatMap(({ data }) => data.alerts ?? [])
  const known = new Set(alerts(after).map((alert) => alert.toLowerCase()))
  return alerts(before)
    .filter((alert) => !known.has(alert.toLowerCase()))
    .map((alert) => ({ address: `/alerts/${alert}/`, reason: 'no issue names the alert any more' }))
}

function lostAnchors({ document, was }: { document: ContentDocument; was: ContentDocument | undefined }) {
  if (!was || was.kind === 'yaml') return []
  const { anchors, failure } = parsePage(document)
  if (failure) return []
  return [...parsePage(was).anchors]
    .filter((anchor) => !anchors.has(anchor))
    .map((anchor) => ({
      address: `${addressOf(document)}#${anchor}`,
      reason: 'the heading is gone or has other words',
    }))
}

function reviewReason(
  document: ContentDocument,
  was: ContentDocument | undefined,
  today: string,
): string | undefined {
  const reviewed = field(document, 'reviewed')
  const every = field(document, 'reviewEvery')
  if (typeof reviewed !== 'string') return undefined
  if (typeof every === 'string') {
    const due = reviewDue(reviewed, every)
    if (due !== undefined && due < today) return `its review was due on ${due}`
  }
  if (was !== undefined && was.body !== document.body && field(was, 'reviewed') === reviewed) {
    return `its text changes and \`reviewed\` stays at ${reviewed}`
  }
  return undefined
}
