import { Duration } from 'luxon'
import type { Calendar } from '../calendars.ts'
import type { Content, Entry } from '../../content/read/load.ts'
import type { Runbook } from '../../content/model/collections.ts'
import type { FeedSource } from './ical.ts'
import { contentRevision } from '../../content/read/revision.ts'
import { toId } from '../../content/read/files.ts'
import { contentStore } from '../../content/read/store.ts'
import { links } from '../../site/site-links.ts'
import { factsOf } from '../../content/facts/entries.ts'
import { hasOnboarding } from '../../content/facts/onboarding-section.ts'

/** A rota's calendar with what its runbooks ask of who is on call, as the feeds want it. */
export function feedSource({ id, name, calendar, years }: Calendar, origin: URL | undefined): FeedSource {
  const content = contentStore().read()
  const served = new Set(
    [...content.pipelines.values()]
      .filter((pipeline) => factsOf(content).rotaOf([pipeline]) === id)
      .map((pipeline) => pipeline.data.runbook),
  )
  const runbooks = [...content.runbooks.values()].filter((entry) => served.has(entry.id))
  // Without SITE_URL the site is at localhost, which a calendar application cannot open.
  const address =
    origin && origin.hostname !== 'localhost' ? (path: string) => new URL(path, origin).href : undefined
  return {
    name,
    site: siteId(content),
    calendar,
    years,
    onboarding: onboarding(runbooks, address),
    monthEnd: monthEnd(runbooks),
    revision: revisionOf(content),
    pageUrl: address && ((year) => address(links.year(id, year))),
  }
}

/** What no other team's site is called: where its content is kept, else its name. */
function siteId({ site }: Content): string {
  const { repository, name = 'watchbook' } = site?.data ?? {}
  return toId(repository?.replace(/^\w+:\/\//, '').replace(/(?:\.git)?\/*$/, '') ?? name)
}

const revisions = new WeakMap<Content, Date>()

function revisionOf(content: Content): Date {
  const revision = revisions.get(content) ?? contentRevision(content.root)
  revisions.set(content, revision)
  return revision
}

type RunbookEntry = Pick<Entry<Runbook>, 'id' | 'data' | 'body'>

/** One session at each handoff, as long as the longest that a runbook asks for; it leads to the first that is a page. */
function onboarding(
  runbooks: readonly RunbookEntry[],
  address: ((path: string) => string) | undefined,
): FeedSource['onboarding'] {
  const asking = runbooks.flatMap((entry) => {
    const { title, onCall } = entry.data
    return onCall?.onboarding === undefined
      ? []
      : [{ entry, title, minutes: Duration.fromISO(onCall.onboarding).as('minutes') }]
  })
  if (asking.length === 0) return undefined
  const withPage = asking.find(({ entry }) => hasOnboarding(entry))
  return {
    minutes: Math.max(...asking.map(({ minutes }) => minutes)),
    runbooks: asking.map(({ title }) => title),
    url: withPage && address?.(links.onboarding(withPage.entry.id)),
  }
}

function monthEnd(runbooks: readonly RunbookEntry[]): FeedSource['monthEnd'] {
  const watched = runbooks.filter(({ data }) => data.onCall?.coverage === 'month-end')
  return watched.length === 0 ? undefined : { runbooks: watched.map(({ data }) => data.title) }
}
