import { Duration } from 'luxon'
import type { Calendar } from '../content/calendars.ts'
import type { Runbook } from '../content/schemas/index.ts'
import type { FeedSource } from '../feeds/feed.ts'
import { contentRevision } from '../feeds/revision.ts'
import { loadedContent } from './loaded.ts'
import { links } from './links.ts'

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
  const runbooks = [...content.runbooks.values()].flatMap((entry) =>
    served.has(entry.id) ? [entry.data] : [],
  )
  return {
    name,
    calendar,
    years,
    onboarding: onboarding(runbooks),
    monthEnd: monthEnd(runbooks),
    revision,
    // Without SITE_URL the site is at localhost, which a calendar application cannot open.
    pageUrl:
      origin && origin.hostname !== 'localhost'
        ? (year) => new URL(links.year(id, year), origin).href
        : undefined,
  }
}

/** One session at each handoff, as long as the longest that a runbook asks for. */
function onboarding(runbooks: readonly Runbook[]): FeedSource['onboarding'] {
  const asking = runbooks.flatMap(({ title, onCall }) =>
    onCall.onboarding === undefined
      ? []
      : [{ title, minutes: Duration.fromISO(onCall.onboarding).as('minutes') }],
  )
  if (asking.length === 0) return undefined
  return {
    minutes: Math.max(...asking.map(({ minutes }) => minutes)),
    runbooks: asking.map(({ title }) => title),
  }
}

function monthEnd(runbooks: readonly Runbook[]): FeedSource['monthEnd'] {
  const watched = runbooks.filter(({ onCall }) => onCall.coverage === 'month-end')
  return watched.length === 0 ? undefined : { runbooks: watched.map(({ title }) => title) }
}
