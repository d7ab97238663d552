import type { RotaProblem } from '../errors.ts'
import type { PublishedWeek } from '../types.ts'

/**
 * R11: history is not rewritten. A published week that has begun may differ from what it was in nothing but `holidays`:
 * an override says what really happened.
 *
 * @param base the weeks as they were, in the revision that is compared with
 * @param weeks the weeks as they are
 * @param today `YYYY-MM-DD`: weeks that start on it or before have begun
 */
export function historyProblems(
  base: readonly PublishedWeek[],
  weeks: readonly PublishedWeek[],
  today: string,
): RotaProblem[] {
  const now = new Map(weeks.map((week, index) => [week.start, { week, index }]))
  return base
    .filter((before) => before.start <= today)
    .flatMap((before): RotaProblem[] => {
      const found = now.get(before.start)
      const differing = found ? differences(before, found.week) : ['the whole week']
      if (differing.length === 0) return []
      const what = found
        ? `differs from what was published (${differing.join(', ')})`
        : 'is no longer published'
      return [
        {
          rule: 'published-history',
          severity: 'error',
          message: `The week of ${before.start} has begun, and ${what}`,
          hint: 'Put it back as it was, and write down what really happened as an override.',
          date: before.start,
          engineer: before.engineer,
          ...(found && { published: found.index }),
        },
      ]
    })
}

function differences(before: PublishedWeek, after: PublishedWeek): string[] {
  const one = comparable(before)
  const other = comparable(after)
  return Object.keys(one).filter((key) => one[key] !== other[key])
}

/** Every part of a week but its holidays, as text; in an order that does not depend on how it was written. */
function comparable(week: PublishedWeek): Record<string, string> {
  const daysOff = week.daysOff.map(({ date, cover, for: earned, name }) => [date, cover, earned, name ?? ''])
  return {
    engineer: week.engineer,
    cycle: week.cycle,
    members: (week.members ?? []).join(' '),
    plain: week.plain,
    daysOff: JSON.stringify(daysOff.sort()),
    absences: JSON.stringify(week.absences.map(({ date, cover }) => [date, cover]).sort()),
  }
}
