import type { Shift } from './contract.ts'
import { dutyDayStart, toInstant } from './handoff.ts'
import type { Roster } from './roster.ts'
import { at } from './roster.ts'
import type { HeldDay } from './settlement.ts'
import type { RotaInput } from './types.ts'

/** Days that follow each other with the same engineer, kind, `for` and `reason` are one shift. */
export function mergeShifts(roster: Roster, rota: RotaInput, days: readonly HeldDay[]): Shift[] {
  const runs: { first: number; last: number; bare: BareShift; key: string }[] = []
  for (const held of days) {
    const bare = toBareShift(roster, held)
    const key = JSON.stringify(bare)
    const run = runs.at(-1)
    if (run?.key === key) run.last = held.day
    else runs.push({ first: held.day, last: held.day, bare, key })
  }
  return runs.map(({ first, last, bare }) => ({
    start: dutyDaySpan(rota, first).start,
    end: dutyDaySpan(rota, last).end,
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

/** The instants between which a duty day lies (R1). */
export function dutyDaySpan(rota: RotaInput, day: number): { start: string; end: string } {
  const instant = (each: number) =>
    toInstant(dutyDayStart(each, rota.timeZone, rota.handoffTime), rota.timeZone)
  return { start: instant(day), end: instant(day + 1) }
}
