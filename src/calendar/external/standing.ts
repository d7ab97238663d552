import type { Shift } from '../../oncall/index.ts'
import { list } from '../../text/wording.ts'
import { certainParts, certainStretch, type CertainShift } from '../certain-shifts.ts'
import type { ExternalCalendar, ExternalShift } from './calendar.ts'
import { standingAt, type ShiftSource, type Standing } from '../standing.ts'

/** Who is meant by a shift of another tool: the id of an engineer of the content, else the name as the calendar has it. */
export const holderOf = ({ engineer, name }: ExternalShift): string => engineer ?? name

/** The calendar of another tool in the form of ours: the times at which one person alone is on call. */
export function externalSource(rota: string, { zone, shifts, isUncertain }: ExternalCalendar): ShiftSource {
  const certain = isUncertain ? [] : toShifts(certainParts(shifts), shifts)
  return {
    rota: { id: rota, timeZone: zone },
    year: () => ({ shifts: certain, weeks: [] }),
    days: () => [],
  }
}

/** The first stretch that reaches past an instant in which one person alone is on call at every time. */
export function certainShifts(shifts: readonly ExternalShift[], instant: number): Shift[] {
  return toShifts(certainStretch(shifts, instant), shifts)
}

function toShifts(parts: readonly CertainShift<ExternalShift>[], shifts: readonly ExternalShift[]): Shift[] {
  // A part begins and ends where some shift does: as that writes the instant, with the offset of the zone.
  const written = new Map(
    shifts.flatMap(({ start, end }) => [start, end].map((instant) => [Date.parse(instant), instant])),
  )
  return parts.map(({ start, end, shift }) => ({
    start: written.get(start) ?? '',
    end: written.get(end) ?? '',
    engineer: holderOf(shift),
    kind: 'rotation',
  }))
}

/** An external calendar has no years: all its shifts are in this one. */
export const EXTERNAL_YEARS = [0]

/**
 * Who is on call at an instant by the calendar of another tool. Where that is not certain nobody is named as on call, and
 * `unclear` says why in a sentence.
 *
 * @param at ISO 8601 with an offset
 */
export function externalStanding(rota: string, calendar: ExternalCalendar, at: string): Standing {
  const { file, shifts, notes, isUncertain, problem } = calendar
  const found = standingAt(externalSource(rota, calendar), at, EXTERNAL_YEARS)
  const ends = shifts.map(({ end }) => end)
  const data = {
    from: shifts[0]?.start ?? '',
    until: ends.reduce((last, end) => (Date.parse(end) > Date.parse(last) ? end : last), ends[0] ?? ''),
  }
  const time = Date.parse(at)
  const holders = new Set(
    shifts.filter(({ start, end }) => Date.parse(start) <= time && time < Date.parse(end)).map(holderOf),
  )
  const names = [...new Set(shifts.filter((each) => holders.has(holderOf(each))).map(({ name }) => name))]
  const unclear =
    problem !== undefined
      ? `${file}: ${problem}`
      : isUncertain
        ? `${file} does not say for certain who is on call. ${notes.join(' ')}`
        : names.length > 1
          ? `${list(names)} are in ${file} at this time, and it does not say which of them is on call.`
          : names.length === 0 &&
              data.from !== '' &&
              time >= Date.parse(data.from) &&
              time < Date.parse(data.until)
            ? `${file} has nobody on call at this time.`
            : undefined
  return { ...found, data, ...(found.shift === null && unclear !== undefined && { unclear }) }
}
