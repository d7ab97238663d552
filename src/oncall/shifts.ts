import type { Shift } from './contract.ts'
import type { HandoffClock } from './handoff.ts'
import type { Roster } from './roster.ts'
import { at } from './roster.ts'
import type { HeldDay } from './settlement.ts'

/** Days that follow each other with the same engineer, kind, `for` and `reason` are one shift. */
export function mergeShifts(roster: Roster, startOf: HandoffClock, days: readonly HeldDay[]): Shift[] {
  const runs: { first: number; last: number; bare: BareShift; key: string }[] = []
  for (const held of days) {
    const bare = toBareShift(roster, held)
    const key = JSON.stringify(bare)
    const run = runs.at(-1)
    if (run?.key === key) run.last = held.day
    else runs.push({ first: held.day, last: held.day, bare, key })
  }
  return runs.map(({ first, last, bare }) => ({
    start: startOf(first),
    end: startOf(last + 1),
    ...bare,
  }))
}

type Bare<Kind> = Kind extends Shift ? Omit<Kind, 'start' | 'end'> : never
/** A shift without its instants. */
type BareShift = Bare<Shift>

function toBareShift(roster: Roster, held: HeldDay): BareShift {
  const engineer = at(roster.ids, held.holder)
  if (typeof held.reason === 'object') {
    const { override } = held.reason
    return { engineer, kind: 'override', ...(override !== undefined && { reason: override }) }
  }
  if (held.reason === undefined) return { engineer, kind: 'rotation' }
  return { engineer, kind: 'cover', for: at(roster.ids, held.planned), reason: held.reason }
}
