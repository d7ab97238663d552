import { DateTime } from 'luxon'
import type { Shift } from '../../oncall/index.ts'

const MONDAY = 1

/** What decides whether there is something new to say of a rota. */
export interface Watched {
  /** In order. */
  shifts: readonly Shift[]
  timeZone: string
  /** The time of day at which a Monday begins: `HH:MM`. */
  handoffTime: string
}

/**
 * Why a chat hears of a rota again after an instant: somebody took over by another instant (that one included), nobody is known
 * to be on call any more, or a Monday's handoff time came. `undefined` where nothing happened.
 *
 * @param since ISO 8601 with an offset
 * @param at ISO 8601 with an offset
 */
export function reasonToPost(
  { shifts, timeZone, handoffTime }: Watched,
  since: string,
  at: string,
): 'handoff' | 'gap' | 'monday' | undefined {
  const isBetween = (instant: string) =>
    Date.parse(since) < Date.parse(instant) && Date.parse(instant) <= Date.parse(at)
  // The calendar of another tool can have gaps: who is on call again behind one takes over.
  const follows = (shift: Shift, before: Shift | undefined) => before?.end === shift.start
  const isHandoff = (shift: Shift, index: number) => {
    const before = shifts[index - 1]
    return isBetween(shift.start) && !(follows(shift, before) && before?.engineer === shift.engineer)
  }
  if (shifts.some(isHandoff)) return 'handoff'
  const endsInGap = (shift: Shift, index: number) => {
    const after = shifts[index + 1]
    return isBetween(shift.end) && !(after && follows(after, shift))
  }
  if (shifts.some(endsInGap)) return 'gap'
  const [hour = 9, minute = 0] = handoffTime.split(':').map(Number)
  const now = DateTime.fromISO(at, { zone: timeZone })
  const monday = now.set({ weekday: MONDAY, hour, minute, second: 0, millisecond: 0 })
  const last = monday > now ? monday.minus({ weeks: 1 }) : monday
  return isBetween(last.toISO() ?? '') ? 'monday' : undefined
}
