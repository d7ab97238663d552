import type { Entry } from '../read/load.ts'
import type { Issue, Pipeline, Runbook } from '../model/collections.ts'
import type { Facts } from './entries.ts'
import { reviewDue } from './reviews.ts'

/** Every page that someone owns: what `/api/pages.json` lists and the page of reviews is made from. */
export interface OwnedPage {
  kind: 'pipeline' | 'runbook' | 'issue'
  title: string
  url: string
  /** The team that is asked first. */
  owner?: string
  /** All teams that are asked, the first ones first. */
  owners: string[]
  reviewed?: string
  reviewDue?: string
}

/** @param url the address of an entry's page */
export function ownedPages(facts: Facts, url: (collection: string, id: string) => string): OwnedPage[] {
  const page = (
    kind: OwnedPage['kind'],
    entry: Entry<Issue> | Entry<Pipeline> | Entry<Runbook>,
  ): OwnedPage => {
    const { title, reviewed, reviewEvery } = entry.data
    const { primary, secondary } = facts.ownersOf(entry)
    const owners = [...new Set([...primary, ...secondary].map(({ id }) => id))]
    const due = reviewDue(reviewed, reviewEvery)
    return {
      kind,
      title,
      url: url(entry.collection, entry.id),
      ...(primary[0] && { owner: primary[0].id }),
      owners,
      ...(reviewed !== undefined && { reviewed }),
      ...(due !== undefined && { reviewDue: due }),
    }
  }
  return [
    ...facts.pipelines.all.map((entry) => page('pipeline', entry)),
    ...facts.runbooks.all.map((entry) => page('runbook', entry)),
    ...facts.issues.all.map((entry) => page('issue', entry)),
  ]
}
