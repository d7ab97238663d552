import type { Watch } from '../calendar/views/on-call-now.ts'
import { SHIFT_KINDS } from '../calendar/views/packed-shift.ts'

/** Who is on duty at an instant, read from the data in the page. */
export interface OnDuty {
  person: Watch['people'][number]
  kind: (typeof SHIFT_KINDS)[number]
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
  let start = watch.start
  const shifts = watch.shifts.map(([hours, person, kind = 0, planned = -1, reason]) => ({
    start,
    end: (start += hours * 60),
    person: watch.people[person],
    kind: SHIFT_KINDS[kind] ?? 'rotation',
    planned: watch.people[planned],
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

/** Who is called at `now` when the first does not answer, and until when; nobody where the rota has no second then. */
export function secondAt(
  { seconds = [], start, people }: Watch,
  now: number,
): { person: Watch['people'][number] | undefined; end: number } | undefined {
  let end = start
  for (const [hours, person] of seconds) {
    end += hours * 60
    if (now < end * 60_000) return { person: people[person], end: end * 60_000 }
  }
  return undefined
}

/** The first instant that the data knows, and the first that it does not. */
export function span(watch: Watch): { start: number; end: number } {
  return { start: watch.start * 60_000, end: watch.end * 60_000 }
}
