import { PAGE_COLLECTIONS, definitionOf, type PageCollection } from '../model/collections.ts'
import type { Content, Entry } from '../read/load.ts'
import type { Facts } from './entries.ts'
import { reviewDue } from './reviews.ts'

/** What an entry of any collection with pages may say of itself. */
export interface PageFields {
  title?: string | undefined
  name?: string | undefined
  summary?: string | undefined
  owner?: string | undefined
  primaryOwner?: string | undefined
  secondaryOwner?: string | undefined
  runbook?: string | undefined
  pipelines?: readonly string[] | undefined
  severity?: string | undefined
  components?: readonly string[] | undefined
  signatures?: readonly string[] | undefined
  keywords?: readonly string[] | undefined
  families?: readonly string[] | undefined
  alerts?: readonly string[] | undefined
  aliases?: readonly string[] | undefined
  boost?: number | undefined
  reviewed?: string | undefined
  reviewEvery?: string | undefined
}

export type PageEntry = Entry<PageFields>

/** Every page of an entry: what `/api/pages.json` lists and the page of reviews is made from. */
export interface ListedPage {
  collection: PageCollection
  /** What one entry of its collection is called: `issue`. */
  kind: string
  id: string
  title: string
  summary: string
  url: string
  /** The team that is asked first. */
  owner?: string
  /** All teams that are asked, the first ones first. */
  owners: string[]
  /** Ids of the pipelines that it has to do with. */
  pipelines: string[]
  severity?: string
  components: readonly string[]
  alerts: readonly string[]
  aliases: readonly string[]
  reviewed?: string
  reviewDue?: string
}

/** As the table has them, but teams last. */
const ORDER: readonly PageCollection[] = [
  ...PAGE_COLLECTIONS.filter((name) => name !== 'teams').toReversed(),
  'teams',
]

/** The pages of a collection, whatever its fields. */
export function pagesIn(content: Content, collection: PageCollection): readonly PageEntry[] {
  // The schemas of these collections have fields of these types, or have none of that name.
  return [...(content[collection] as ReadonlyMap<string, PageEntry>).values()]
}

/** How a page is called in lists. */
export const pageTitle = ({ id, data }: PageEntry): string => data.title ?? data.name ?? id

/** @param url the address of an entry's page */
export function listPages(facts: Facts, url: (collection: string, id: string) => string): ListedPage[] {
  return ORDER.flatMap((collection) =>
    pagesIn(facts.content, collection)
      .filter(({ isIndex }) => !isIndex)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((entry) => ({
        collection,
        kind: definitionOf(collection).singular,
        url: url(collection, entry.id),
        ...listed(facts, entry),
      })),
  )
}

function listed(facts: Facts, entry: PageEntry) {
  const { id, data } = entry
  const { primary, secondary } = facts.ownersOf(entry)
  const due = reviewDue(data.reviewed, data.reviewEvery)
  return {
    id,
    title: pageTitle(entry),
    summary: data.summary ?? '',
    ...(primary[0] && { owner: primary[0].id }),
    owners: [...new Set([...primary, ...secondary].map((team) => team.id))],
    pipelines: facts.pipelinesOf(entry).map((pipeline) => pipeline.id),
    ...(data.severity !== undefined && { severity: data.severity }),
    components: data.components ?? [],
    alerts: data.alerts ?? [],
    aliases: data.aliases ?? [],
    ...(data.reviewed !== undefined && { reviewed: data.reviewed }),
    ...(due !== undefined && { reviewDue: due }),
  }
}
