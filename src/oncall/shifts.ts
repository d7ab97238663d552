import type { Shift } from './contract.ts'
import type { HandoffClock } from './handoff.ts'
import { toInstant } from './handoff.ts'
import type { HoursOverride } from './overrides.ts'
import type { Roster } from './roster.ts'
import { at } from './roster.ts'
import type { HeldDay } from './settlement.ts'

type Bare<Kind> = Kind extends Shift ? Omit<Kind, 'start' | 'end'> : never
/** A shift without its instants. */
type BareShift = Bare<Shift>

interface Span {
  start: number
  end: number
  bare: BareShift
}

/**
 * Days that follow each other with the same engineer, kind, `for` and `reason` are one shift. Overrides of hours go on
 * top (R9), cut where the days end.
 */
export function mergeShifts(
  roster: Roster,
  timeZone: string,
  startOf: HandoffClock,
  days: readonly HeldDay[],
  windows: readonly HoursOverride[],
): Shift[] {
  const spans = days.map((held): Span => ({
    start: startOf(held.day),
    end: startOf(held.day + 1),
    bare: toBareShift(roster, held),
  }))
  return joined(withWindows(spans, windows)).map(({ start, end, bare }) => ({
    start: toInstant(start, timeZone),
    end: toInstant(end, timeZone),
    ...bare,
  }))
}

function withWindows(spans: readonly Span[], windows: readonly HoursOverride[]): Span[] {
  return spans.flatMap((span) => {
    const parts: Span[] = []
    let start = span.start
    for (const window of windows) {
      if (window.end <= span.start || span.end <= window.start) continue
      const from = Math.max(window.start, span.start)
      const to = Math.min(window.end, span.end)
      if (start < from) parts.push({ start, end: from, bare: span.bare })
      const { engineer, reason } = window
      parts.push({
        start: from,
        end: to,
        bare: { engineer, kind: 'override', ...(reason !== undefined && { reason }), hours: true },
      })
      start = to
    }
    if (start < span.end) parts.push({ start, end: span.end, bare: span.bare })
    return parts
  })
}

function joined(spans: readonly Span[]): Span[] {
  const runs: { span: Span; key: string }[] = []
  for (const span of spans) {
    const key = JSON.stringify(span.bare)
    const run = runs.at(-1)
    if (run?.key === key) run.span.end = span.end
    else runs.push({ span: { ...span }, key })
  }
  return runs.map(({ span }) => span)
}

function toBareShift(roster: Roster, held: HeldDay): BareShift {
  const engineer = at(roster.ids, held.holder)
  if (typeof held.reason === 'object') {
    const { override } = held.reason
    return { engineer, kind: 'override', ...(override !== undefined && { reason: override }) }
  }
  if (held.reason === undefined) return { engineer, kind: 'rotation' }
  return { engineer, kind: 'cover', for: at(roster.ids, held.planned), reason: held.reason }
}
