import { DateTime, Duration } from 'luxon'

/** The date by which a page must be read again; none where it was never read, or no interval is asked for. */
export function reviewDue(reviewed: string | undefined, reviewEvery: string | undefined): string | undefined {
  if (reviewed === undefined || reviewEvery === undefined) return undefined
  return (
    DateTime.fromISO(reviewed, { zone: 'utc' }).plus(Duration.fromISO(reviewEvery)).toISODate() ?? undefined
  )
}
