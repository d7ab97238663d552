import type { RotaCalendar } from '../../oncall/index.ts'
import type { Week } from './slots.ts'
import { instantSlot } from './slots.ts'

/** A stretch of one week with one second (R12). */
export interface SecondPiece {
  engineer: string
  /** Instants. */
  start: string
  end: string
  /** First duty day of the week. */
  week: string
  slot: string
}

/** The seconds of the contract, cut where weeks meet. The longest of a week is `<week>-second`, whoever it is. */
export function secondPieces(
  calendar: RotaCalendar,
  years: readonly number[],
  weeks: readonly Week[],
): SecondPiece[] {
  const seconds = years.flatMap((year) => calendar.year(year).seconds ?? [])
  const millis = (instant: string) => Date.parse(instant)
  return weeks.flatMap(({ start: week, days }) => {
    const [from, to] = [days[0]?.start, days.at(-1)?.end]
    if (from === undefined || to === undefined) return []
    const pieces = seconds
      .filter(({ start, end }) => millis(start) < millis(to) && millis(from) < millis(end))
      .map(({ engineer, start, end }) => ({
        engineer,
        start: millis(start) < millis(from) ? from : start,
        end: millis(to) < millis(end) ? to : end,
      }))
    const length = (piece: { start: string; end: string }) => millis(piece.end) - millis(piece.start)
    const main = pieces.toSorted((a, b) => length(b) - length(a))[0]
    return pieces.map((piece) => ({
      ...piece,
      week,
      slot: piece === main ? `${week}-second` : `${week}-second-${instantSlot(piece.start)}`,
    }))
  })
}
