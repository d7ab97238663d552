import { Duration } from 'luxon'
import type { Calendar } from '../calendars.ts'
import type { Entry } from '../../content/read/load.ts'
import type { Runbook } from '../../content/model/collections.ts'
import type { FeedSource } from './ical.ts'
import { contentRevision } from '../../content/read/revision.ts'
import { loadedContent } from '../../content/read/loaded.ts'
import { links } from '../../site/site-links.ts'
import { hasOnboarding } from '../../content/facts/onboarding-section.ts'

let revision: Date | undefined

/** A rota's calendar with what its runbooks ask of who is on call, as the feeds want it. */
export function feedSource({ id, name, calendar, years }: Calendar, origin: URL | undefined): FeedSource {
  const content = loadedContent()
  revision ??= contentRevision(content.root)
  const served = new Set(
    [...content.pipelines.values()]
      .filter((pipeline) => (pipeline.data.rota ?? content.site?.data.defaultRota) === id)
      .map((pipeline) => pipeline.data.runbook),
  )
  const runbooks = [...content.runbooks.values()].filter((entry) => served.has(entry.id))
  // Without SITE_URL the site is at localhost, which a calendar application cannot open.
  const address =
    origin && origin.hostname !== 'localhost' ? (path: string) => new URL(path, origin).href : undefined
  return {
    name,
    calendar,
    years,
    onboarding: onboarding(runbooks, address),
    monthEnd: monthEnd(runbooks),
    revision,
    pageUrl: address && ((year) => address(links.year(id, year))),
  }
}

type RunbookEntry = Pick<Entry<Runbook>, 'id' | 'data'>

/** One session at each handoff, as long as the longest that a runbook asks for; it leads to the first that is a page. */
function onboarding(
  runbooks: readonly RunbookEntry[],
  address: ((path: string) => string) | undefined,
): FeedSource['onboarding'] {
  const asking = runbooks.flatMap(({ id, data: { title, onCall } }) =>
    onCall.onboarding === undefined
      ? []
      : [{ id, title, minutes: Duration.fromISO(onCall.onboarding).as('minutes') }],
  )
  if (asking.length === 0) return undefined
  const withPage = asking.find(({ id }) => hasOnboarding(id))
  return {
    minutes: Math.max(...asking.map(({ minutes }) => minutes)),
    runbooks: asking.map(({ title }) => title),
    url: withPage && address?.(links.onboarding(withPage.id)),
  }
}

function monthEnd(runbooks: readonly RunbookEntry[]): FeedSource['monthEnd'] {
  const watched = runbooks.filter(({ data }) => data.onCall.coverage === 'month-end')
  return watched.length === 0 ? undefined : { runbooks: watched.map(({ data }) => data.title) }
}
