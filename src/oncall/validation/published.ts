import { isRealDate, toDate, toDay } from '../dates.ts'
import type { RotaProblem } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import type { Roster } from '../roster.ts'
import { DAYS_PER_WEEK, createRoster, daysOfWeek, weekOf, weekStart } from '../roster.ts'
import type { PublishedWeek, RotaInput } from '../types.ts'
import { unknownEngineer } from './problems.ts'

/** Weeks that a team should know ahead. */
const WEEKS_AHEAD = 8

/** R11: what makes the published weeks no history to go on from. */
export function publishedProblems(rota: RotaInput): RotaProblem[] {
  const start = toDay(rota.start)
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
      const follows = before ? toDate(toDay(before.start) + DAYS_PER_WEEK) : rota.start
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
    const holder = roster.override(day)?.engineer ?? roster.indexOf(holderOf(week, day))
    const declared = roster.holiday(holder, day)
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

function runningOut(rota: RotaInput, roster: Roster, today: string): RotaProblem[] {
  if (rota.published.length === 0) return []
  const ahead = rota.published.length - 1 - weekOf(roster, toDay(today))
  if (ahead >= WEEKS_AHEAD) return []
  const through = toDate(weekStart(roster, weekOf(roster, toDay(today)) + WEEKS_AHEAD))
  return [
    {
      rule: 'published-running-out',
      severity: 'warning',
      message: `${String(Math.max(0, ahead))} published weeks are ahead of ${today}; a team should know ${String(WEEKS_AHEAD)}`,
      hint: `Run \`npm run oncall -- publish --through ${through}\`.`,
      published: rota.published.length - 1,
    },
  ]
}
