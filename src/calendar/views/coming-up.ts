import type { Calendar } from '../calendars.ts'
import type { Shift } from '../../oncall/index.ts'
import { addDays, shortDate } from '../../text/dates.ts'

/** One line of what comes next for an engineer. */
export interface ComingUp {
  /** The date (`YYYY-MM-DD`) on which it begins. */
  date: string
  /** When it begins and ends by the rota's clock (`YYYY-MM-DDTHH:MM`); of a day off its date. */
  start: string
  end: string
  kind: 'duty' | 'second' | 'off'
  text: string
  /** First and last duty day of a turn that can be swapped. */
  turn?: { from: string; to: string }
}

const DAYS = 180

/** An engineer's shifts, times as second and days off from the week before `date` on; the page hides what has passed. */
export function comingUp(
  { calendar, years }: Calendar,
  engineer: string,
  date: string,
  name: (id: string) => string,
): ComingUp[] {
  const [from, until] = [addDays(date, -7), addDays(date, DAYS)]
  const mine = <Item extends { engineer: string }>(items: readonly Item[] = []) =>
    items.filter((item) => item.engineer === engineer)
  const items = years.flatMap((year): ComingUp[] => {
    const { shifts, seconds, daysOff } = calendar.year(year)
    const days = calendar.days(year)
    /** Duty days, which with an afternoon handoff begin on the evening before. */
    const turn = ({ start, end }: Shift) => ({
      from: days.find((day) => day.start === start)?.date ?? dateOf(start),
      to: days.find((day) => day.end === end)?.date ?? dateOf(end),
    })
    return [
      ...mine(shifts).map((shift) => ({
        ...span(shift),
        kind: 'duty' as const,
        text: `${dutyText(shift, name)} ${untilText(shift.end)}`,
        ...(isWholeDays(shift) && { turn: turn(shift) }),
      })),
      ...mine(seconds).map((second) => ({
        ...span(second),
        kind: 'second' as const,
        text: `Second on call ${untilText(second.end)}`,
      })),
      ...mine(daysOff).map((off) => ({
        date: off.date,
        start: off.date,
        end: off.date,
        kind: 'off' as const,
        text: `Day off for ${off.for.name}; ${name(off.cover)} covers`,
      })),
    ]
  })
  return items
    .filter((item) => item.end >= from && item.date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const dateOf = (instant: string) => instant.slice(0, 10)

const span = ({ start, end }: { start: string; end: string }) => ({
  date: dateOf(start),
  start: start.slice(0, 16),
  end: end.slice(0, 16),
})

const untilText = (end: string) => `until ${shortDate(dateOf(end))} ${end.slice(11, 16)}`

const isWholeDays = (shift: Shift) => shift.kind !== 'override' || shift.hours !== true

function dutyText(shift: Shift, name: (id: string) => string): string {
  if (shift.kind === 'cover') return `Covers ${name(shift.for)} (${shift.reason})`
  if (shift.kind === 'override') return `On call${shift.reason === undefined ? '' : ` (${shift.reason})`}`
  return 'On call'
}
