import type { Facts } from './entries.ts'
import { reviewDue } from './reviews.ts'

/** Every page that someone owns: what `/api/pages.json` lists and the page of reviews is made from. */
export interface OwnedPage {
  kind: 'pipeline' | 'runbook' | 'issue'
  title: string
  url: string
  /** The team that keeps the page right: the primary owner of its pipeline, or of its runbook's first pipeline. */
  owner?: string
  reviewed?: string
  reviewDue?: string
}

/** Where the pages of entries are. */
export type PageLinks = Record<OwnedPage['kind'], (id: string) => string>

export function ownedPages(content: Facts, links: PageLinks): OwnedPage[] {
  const ownerOf = (runbook: string) => content.pipelinesOfRunbook(runbook)[0]?.data.primaryOwner
  const reviews = (data: { reviewed: string; reviewEvery?: string | undefined }) => {
    const due = reviewDue(data.reviewed, data.reviewEvery)
    return { reviewed: data.reviewed, ...(due !== undefined && { reviewDue: due }) }
  }
  const owned = (owner: string | undefined) => (owner === undefined ? {} : { owner })
  return [
    ...content.pipelines.all.map(({ id, data }) => ({
      kind: 'pipeline' as const,
      title: data.title,
      url: links.pipeline(id),
      owner: data.primaryOwner,
    })),
    ...content.runbooks.all.map(({ id, data }) => ({
      kind: 'runbook' as const,
      title: data.title,
      url: links.runbook(id),
      ...owned(ownerOf(id)),
      ...reviews(data),
    })),
    ...content.issues.all.map(({ id, data }) => {
      const pipeline = data.pipelines?.[0]
      const owner =
        pipeline === undefined ? ownerOf(data.runbook) : content.pipelines.get(pipeline).data.primaryOwner
      return {
        kind: 'issue' as const,
        title: data.title,
        url: links.issue(id),
        ...owned(owner),
        ...reviews(data),
      }
    }),
  ]
}
