import { isRealDate, toDate, toDay } from '../dates.ts'
import { unknownEngineer, type RotaProblem } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import type { Roster } from '../roster.ts'
import { DAYS_PER_WEEK, createRoster, daysOfWeek, firstDutyDay, weekOf, weekStart } from '../roster.ts'
import type { PublishedWeek, RotaInput } from '../types.ts'

/** Weeks that a team should know ahead. */
const WEEKS_AHEAD = 8

/** R11: what makes the published weeks no history to go on from. */
export function publishedProblems(rota: RotaInput): RotaProblem[] {
  const start = firstDutyDay(rota)
  return rota.published.flatMap((week, index): RotaProblem[] => {
    const where = { published: index, date: week.start }
    const error = (rule: string, message: string, hint: string): RotaProblem => ({
      rule,
      severity: 'error',
      message,
      hint,
      ...where,
    })
    const problems: RotaProblem[] = []
    const expected = toDate(start + index * DAYS_PER_WEEK)
    if (rota.published.slice(0, index).some((other) => other.start === week.start)) {
      problems.push(
        error(
          'published-duplicate',
          `The week of ${week.start} is published twice`,
          'Remove one of the two.',
        ),
      )
    } else if (week.start !== expected) {
      const before = rota.published[index - 1]
      // One gap is one mistake: the weeks after it are not wrong as well.
      const follows = before ? toDate(toDay(before.start) + DAYS_PER_WEEK) : toDate(start)
      if (week.start !== follows) {
        problems.push(
          error(
            'published-gap',
            `The week of ${week.start} does not follow: expected ${follows}`,
            'The file starts with the first week of the rota and leaves none out.',
          ),
        )
      }
    }
    const cycle = isRealDate(week.cycle) ? toDay(week.cycle) : NaN
    if (!(cycle <= toDay(week.start)) || cycle < start || (cycle - start) % DAYS_PER_WEEK !== 0) {
      problems.push(
        error(
          'published-cycle',
          `The cycle of the week of ${week.start} cannot start on ${week.cycle}`,
          'It is the first day of the first week of the cycle.',
        ),
      )
    }
    const names = [
      week.engineer,
      week.plain,
      ...(week.members ?? []),
      ...week.daysOff.map((day) => day.cover),
      ...week.absences.map((day) => day.cover),
    ]
    for (const name of new Set(names)) {
      if (!rota.engineers[name]) problems.push(unknownEngineer(rota, name, where))
    }
    for (const { date } of [
      ...week.daysOff,
      ...week.absences,
      ...Object.keys(week.holidays).map((date) => ({ date })),
    ]) {
      const offset = isRealDate(date) ? toDay(date) - toDay(week.start) : -1
      if (offset < 0 || offset >= DAYS_PER_WEEK) {
        problems.push(
          error(
            'published-outside',
            `${date} is not a day of the week of ${week.start}`,
            'Move it to its week.',
          ),
        )
      }
    }
    return problems
  })
}

/** R11: where published weeks and the rest of the content disagree. The plan goes on from them all the same. */
export function disagreements(rota: RotaInput, source: HolidaySource, today: string): RotaProblem[] {
  const roster = createRoster(rota, source)
  const weeks = rota.published.flatMap((week, index) => [
    ...missingPeople(roster, week, index),
    ...holidayDifferences(roster, week, index),
    ...daysOffOnHolidays(roster, week, index),
  ])
  return [...weeks, ...runningOut(rota, roster, today)]
}

function missingPeople(roster: Roster, week: PublishedWeek, index: number): RotaProblem[] {
  const found = new Map<string, RotaProblem>()
  for (const day of daysOfWeek(roster, index)) {
    if (roster.override(day)) continue
    const holder = holderOf(week, day)
    const engineer = roster.indexOf(holder)
    const isActive = roster.isActive(engineer, day)
    if (isActive && !roster.isUnavailable(engineer, day)) continue
    const state = isActive ? 'unavailable' : 'not active'
    const task = holder === week.engineer ? 'on duty' : 'covering'
    if (found.has(`${holder} ${state}`)) continue
    found.set(`${holder} ${state}`, {
      rule: isActive ? 'published-unavailable' : 'published-inactive',
      severity: 'error',
      message: `${holder} is ${task} on ${toDate(day)} in a published week, and ${state} then`,
      hint: `Add an override for those days, or re-plan with \`npm run oncall -- publish --from ${toDate(day)}\`.`,
      date: toDate(day),
      engineer: holder,
      published: index,
    })
  }
  return [...found.values()]
}

/** Who holds the day by the published week alone. */
function holderOf(week: PublishedWeek, day: number): string {
  const date = toDate(day)
  return [...week.daysOff, ...week.absences].find((covered) => covered.date === date)?.cover ?? week.engineer
}

function holidayDifferences(roster: Roster, week: PublishedWeek, index: number): RotaProblem[] {
  return daysOfWeek(roster, index).flatMap((day): RotaProblem[] => {
    // What an override gives to somebody is read in that person's calendar, whatever the file says.
    if (roster.override(day)) return []
    const declared = roster.holiday(roster.indexOf(holderOf(week, day)), day)
    const published = week.holidays[toDate(day)]
    if (declared === published) return []
    const message =
      declared === undefined
        ? `${toDate(day)} is published as ${published ?? ''}, and the calendar has no holiday then`
        : published === undefined
          ? `${toDate(day)} is ${declared}, and the published week lacks it`
          : `${toDate(day)} is ${declared}, and published as ${published}`
    return [
      {
        rule: 'published-holiday',
        severity: 'warning',
        message,
        hint: 'Run `npm run oncall -- publish --amend` so that credits follow.',
        date: toDate(day),
        published: index,
      },
    ]
  })
}

/** R11: a day off on a day that has since become a holiday of the one who is off: it counts for their balance. */
function daysOffOnHolidays(roster: Roster, week: PublishedWeek, index: number): RotaProblem[] {
  return week.daysOff.flatMap(({ date }): RotaProblem[] => {
    const name = roster.holiday(roster.indexOf(week.engineer), toDay(date))
    if (name === undefined || roster.override(toDay(date))) return []
    return [
      {
        rule: 'published-day-off-holiday',
        severity: 'warning',
        message: `${week.engineer} has a published day off on ${date}, which is ${name} for them`,
        hint: `Re-plan with \`npm run oncall -- publish --from ${date}\`, or agree on another day by an override.`,
        date,
        engineer: week.engineer,
        published: index,
      },
    ]
  })
}

function runningOut(rota: RotaInput, roster: Roster, today: string): RotaProblem[] {
  const current = weekOf(roster, toDay(today))
  const through = toDate(weekStart(roster, current + WEEKS_AHEAD))
  const hint = `Run \`npm run oncall -- publish --through ${through}\`.`
  const last = rota.published.length - 1
  // A rota in its first week is just being set up.
  if (last < current && current > 0) {
    const begun = current - last
    const weeks = begun === 1 ? '1 week that has' : `${String(begun)} weeks that have`
    const which = last < 0 ? {} : { published: last }
    return [
      {
        rule: 'published-begun',
        severity: 'warning',
        message: `${weeks} begun by ${today} ${begun === 1 ? 'is' : 'are'} not published, so any change can move ${begun === 1 ? 'it' : 'them'}`,
        hint,
        ...which,
        field: ['start'],
      },
    ]
  }
  const ahead = last - current
  if (last < 0 || current < 0 || ahead >= WEEKS_AHEAD) return []
  return [
    {
      rule: 'published-running-out',
      severity: 'warning',
      message: `${String(ahead)} published weeks are ahead of ${today}; a team should know ${String(WEEKS_AHEAD)}`,
      hint,
      published: last,
    },
  ]
}
