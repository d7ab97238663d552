import type { CalendarYear, DutyDay, RotaInput, Second, Shift } from '../oncall/index.ts'

/** What a calendar must say for the questions of now and next: ours does, and that of another tool in our form. */
export interface ShiftSource {
  rota: Pick<RotaInput, 'id' | 'timeZone' | 'monthEnd'>
  year: (year: number) => Pick<CalendarYear, 'shifts' | 'seconds' | 'weeks'>
  days: (year: number) => readonly DutyDay[]
}

/** Who holds the pager at an instant, as far as the calendar is known. */
export interface Standing {
  rota: string
  timeZone: string
  at: string
  /** `null` before the rota starts and after its data end. */
  shift: Shift | null
  /** When that person hands over, were it after several shifts. */
  until: string | null
  /** The next person's first shift; `null` where the data end first. */
  next: Shift | null
  /** Who is called when the first does not answer; `null` where nobody is, absent where the rota has no second. */
  second?: Second | null
  /** Whether the week was announced; a week that was not may still move. */
  published: boolean
  /** Why it is not certain who is on call, in a sentence; only of the calendar of another tool. */
  unclear?: string
  data: { from: string; until: string }
}

/**
 * Who is on call at an instant, until when, and who is next.
 *
 * @param at ISO 8601 with an offset
 * @param years those that are known, in order
 */
export function standingAt(calendar: ShiftSource, at: string, years: readonly number[]): Standing {
  const known = years.map((year) => calendar.year(year))
  const shifts = known.flatMap((year) => year.shifts)
  const time = Date.parse(at)
  const holds = ({ start, end }: { start: string; end: string }) =>
    Date.parse(start) <= time && time < Date.parse(end)
  const index = shifts.findIndex(holds)
  const shift = shifts[index] ?? null
  const later = shift ? shifts.slice(index + 1) : shifts.filter(({ start }) => Date.parse(start) > time)
  const next = later.find((each) => each.engineer !== shift?.engineer) ?? null
  const dataEnd = shifts.at(-1)?.end ?? ''
  const hasSeconds = known.some((year) => year.seconds !== undefined)
  return {
    rota: calendar.rota.id,
    timeZone: calendar.rota.timeZone,
    at,
    shift,
    until: shift && endOfStretch(shifts, index),
    next,
    ...(hasSeconds && { second: known.flatMap((year) => year.seconds ?? []).find(holds) ?? null }),
    published: isPublished(calendar, years, holds),
    data: { from: shifts[0]?.start ?? '', until: dataEnd },
  }
}

/** Where the stretch of one person ends: at another's shift, or at a gap, which the calendars of other tools can have. */
function endOfStretch(shifts: readonly Shift[], index: number): string {
  let last = index
  for (;;) {
    const [shift, after] = [shifts[last], shifts[last + 1]]
    if (after?.engineer !== shift?.engineer || after?.start !== shift?.end) return shift?.end ?? ''
    last += 1
  }
}

function isPublished(
  calendar: ShiftSource,
  years: readonly number[],
  holds: (span: { start: string; end: string }) => boolean,
): boolean {
  return years.some((year) => {
    const day = calendar.days(year).find(holds)
    return day !== undefined && calendar.year(year).weeks[day.week]?.published === true
  })
}
