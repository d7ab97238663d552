import { addDays, dateSpan, shortDate } from '../../text/dates.ts'
import type { DutyDay } from '../../oncall/index.ts'
import type { Person } from '../people.ts'
import { describeDay, type DayDescription } from '../describe-day.ts'
import { holidayText, hoursNote } from './day-notes.ts'
import type { WeekView } from './year-view.ts'

export interface WeekNote {
  kind: 'holiday' | 'off' | 'absence' | 'override' | 'month-end' | 'moved' | 'second'
  text: string
  /** Of the first day that it speaks of. */
  date?: string
}

/** What a week's line says besides whose week it is: holidays, days off with their covers, absence, overrides. */
export function weekNotes(week: WeekView, people: ReadonlyMap<string, Person>): WeekNote[] {
  const name = (id: string) => people.get(id)?.name ?? id
  const notes: WeekNote[] = []
  for (const [place, day] of week.days.entries()) {
    const description = describeDay(day)
    for (const holiday of description.holidays) {
      notes.push({ kind: 'holiday', date: day.date, text: holidayText(holiday, people) })
    }
    for (const hours of description.hours) {
      notes.push({ kind: 'override', date: day.date, text: hoursNote(hours, name) })
    }
    if (!description.instead || isSameAs(week.days[place - 1], day)) continue
    const last = runEnd(week.days, place)
    const until = last === place ? '' : `, ${String(last - place + 1)} days`
    notes.push({ ...change(description.instead, description.off, name, until), date: day.date })
  }
  if (week.monthEnd) notes.push({ kind: 'month-end', text: 'Month-end watch' })
  if (week.plain !== week.engineer)
    notes.push({ kind: 'moved', text: `Moved: ${name(week.plain)} in the plain plan` })
  const seconds = secondsOf(week.days, name)
  if (seconds !== undefined) notes.push({ kind: 'second', text: `Second: ${seconds}` })
  return notes
}

/** `Engineer B`, or where it changes within the week `Engineer C on Mon 7 Dec, else Engineer B`; nothing without a second. */
function secondsOf(days: readonly DutyDay[], name: (id: string) => string): string | undefined {
  const byPerson = Map.groupBy(days, ({ second }) => second)
  const [most, ...others] = [...byPerson].sort(([, a], [, b]) => b.length - a.length)
  if (!most || (most[0] === undefined && others.length === 0)) return undefined
  const who = (id: string | undefined) => (id === undefined ? 'nobody' : name(id))
  return [
    ...others.map(([id, held]) => `${who(id)} ${dates(held)}`),
    others.length > 0 ? `else ${who(most[0])}` : who(most[0]),
  ].join(', ')
}

function dates(days: readonly DutyDay[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  const isRun = days.every(({ date }, place) => date === addDays(first.date, place))
  if (days.length === 1) return `on ${shortDate(first.date)}`
  return isRun
    ? `on ${dateSpan(first.date, last.date)}`
    : `on ${days.map(({ date }) => shortDate(date)).join(' and ')}`
}

function change(
  instead: NonNullable<DayDescription['instead']>,
  off: DayDescription['off'],
  name: (id: string) => string,
  until: string,
): Omit<WeekNote, 'date'> {
  const who = name(instead.engineer)
  if (instead.by === 'override' || !off) {
    const reason = instead.reason === undefined ? '' : `: ${instead.reason}`
    return { kind: 'override', text: `${who} takes over${until}${reason}` }
  }
  return off.why === 'day off'
    ? { kind: 'off', text: `Day off${until} for ${off.holiday.name}; ${who} covers` }
    : { kind: 'absence', text: `${name(off.engineer)} is away${until}; ${who} covers` }
}

/** Days that one line can describe together. */
function isSameAs(before: DutyDay | undefined, day: DutyDay): boolean {
  return (
    before?.kind === day.kind &&
    before.holder === day.holder &&
    before.reason === day.reason &&
    before.dayOff?.date === day.dayOff?.date
  )
}

function runEnd(days: readonly DutyDay[], start: number): number {
  let end = start
  for (let next = days[end + 1]; next !== undefined && isSameAs(days[end], next); next = days[end + 1])
    end += 1
  return end
}
