import { toDate } from './dates.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { at, weekStart } from './roster.ts'
import type { SettledWeek } from './settlement.ts'
import type { PublishedWeek } from './types.ts'

/** Date → name of the holidays of a week by the calendars of those who hold its days, whatever was published. */
export function declaredHolidays(roster: Roster, { days }: SettledWeek): Record<string, string> {
  return Object.fromEntries(
    days.flatMap(({ holder, day }) => {
      const name = roster.holiday(holder, day)
      return name === undefined ? [] : [[toDate(day), name]]
    }),
  )
}

export function toPublished(
  roster: Roster,
  planner: Planner,
  plain: string,
  week: number,
  settledWeek: SettledWeek,
): PublishedWeek {
  const id = (engineer: number) => at(roster.ids, engineer)
  const cycle = planner.cycleOf(week)
  return {
    start: toDate(weekStart(roster, week)),
    engineer: id(planner.holder(week)),
    cycle: toDate(weekStart(roster, cycle.firstWeek)),
    ...(cycle.firstWeek === week && { members: cycle.members.map(id) }),
    plain,
    holidays: Object.fromEntries(settledWeek.earned.map(({ day, name }) => [toDate(day), name])),
    daysOff: settledWeek.daysOff.map((dayOff) => ({
      date: toDate(dayOff.day),
      cover: id(dayOff.cover),
      for: toDate(dayOff.for.day),
      name: dayOff.for.name,
    })),
    absences: settledWeek.days
      .filter((held) => held.reason === 'absence')
      .map((held) => ({ date: toDate(held.day), cover: id(held.holder) })),
  }
}
