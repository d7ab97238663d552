import type { Watch } from '../calendar/views/on-call-now.ts'

/** Who is on duty at an instant, read from the data in the page. */
export interface OnDuty {
  person: Watch['people'][number]
  kind: Watch['shifts'][number][2]
  /** Whose place it is, for a cover. */
  planned?: Watch['people'][number] | undefined
  reason?: string | undefined
  /** Milliseconds since 1970. */
  start: number
  end: number
}

/** The shift at `now` (milliseconds since 1970) and those after it; none where the data has not begun or has ended. */
export function dutyFrom(watch: Watch, now: number): OnDuty[] {
  const minute = now / 60_000
  const shifts = watch.shifts.map(([start, person, kind, planned, reason], place) => ({
    start,
    end: watch.shifts[place + 1]?.[0] ?? watch.end,
    person: watch.people[person],
    kind,
    planned: planned === undefined ? undefined : watch.people[planned],
    reason,
  }))
  const first = shifts.findIndex(({ start, end }) => start <= minute && minute < end)
  if (first < 0) return []
  return shifts
    .slice(first)
    .flatMap(({ person, start, end, ...rest }) =>
      person ? [{ person, start: start * 60_000, end: end * 60_000, ...rest }] : [],
    )
}

/** The first instant that the data knows, and the first that it does not. */
export function span(watch: Watch): { start: number; end: number } {
  return { start: (watch.shifts[0]?.[0] ?? watch.end) * 60_000, end: watch.end * 60_000 }
}
