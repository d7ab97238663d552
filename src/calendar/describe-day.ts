import type { DutyDay } from '../oncall/index.ts'

/** What is special about a duty day, as data: each reader puts it into words of its own. Engineers are ids. */
export interface DayDescription {
  /** Holidays in the calendars of the rotation, and whose they are. */
  holidays: DutyDay['holidays']
  /** Why whom the plan has does not work, where that is so. */
  off?: { engineer: string } & (
    { why: 'day off'; holiday: { date: string; name: string } } | { why: 'absence' }
  )
  /** Who holds the day in place of whom the plan has. */
  instead?: { engineer: string; by: 'cover' | 'override'; reason?: string }
  /** Who is on call for a part of the day, in order. */
  hours: DutyDay['hours']
  /** R12: who is called next. */
  second?: string
}

/** What there is to say of a duty day beyond whose week it is in. */
export function describeDay(day: DutyDay): DayDescription {
  const { planned, holder, dayOff, reason } = day
  return {
    holidays: day.holidays,
    ...(dayOff
      ? { off: { engineer: planned, why: 'day off', holiday: dayOff } }
      : day.absence && { off: { engineer: planned, why: 'absence' } }),
    ...(day.kind === 'cover' && { instead: { engineer: holder, by: 'cover' } }),
    ...(day.kind === 'override' && {
      instead: { engineer: holder, by: 'override', ...(reason !== undefined && { reason }) },
    }),
    hours: day.hours,
    ...(day.second !== undefined && { second: day.second }),
  }
}

/** Why somebody is on call: by the plan, as a cover, or by an override. A shift of the JSON has it too. */
export type Why =
  | { kind: 'rotation' }
  | { kind: 'cover'; for: string; reason: 'day off' | 'absence' }
  | { kind: 'override'; reason?: string | undefined }

/** What follows the name of who is on call: `, covering Engineer B (day off)`, ` (dentist)`; nothing where the plan has them. */
export function whyText(why: Why, name: (id: string) => string): string {
  if (why.kind === 'cover') return `, covering ${name(why.for)} (${why.reason})`
  return why.kind === 'override' ? ` (${reasonOf(why)})` : ''
}

/** Why there is an override, by its file. */
export function reasonOf({ reason }: { reason?: string | undefined }): string {
  return reason ?? 'override'
}
