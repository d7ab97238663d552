import { plannedRotas } from '../../facts/rota-input.ts'
import type { Published } from '../../model/published.ts'
import type { Mistake, Rule } from './rule.ts'

export const publishedSense: Rule = {
  id: 'published-sense',
  severity: 'warning',
  reason:
    'Announced weeks are what the plan goes on from. A name that was changed by hand takes a turn from one person and gives it to another.',
  fix: 'Run `npm run oncall -- publish --amend`, or put the former name back; a swap is an override.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const document = content.published.get(rota)
      if (!document) continue
      for (const { path, ...mistake } of [
        ...coversOfOneself(document.data),
        ...turnsTwice(document.data),
        ...strangeCycles(document.data),
      ])
        yield { document, at: { path }, ...mistake }
    }
  },
}

type Problem = Omit<Mistake, 'document' | 'at'> & { path: (string | number)[] }

function* coversOfOneself(weeks: Published): Generator<Problem> {
  for (const [index, week] of weeks.entries())
    for (const list of ['daysOff', 'absences'] as const)
      for (const [position, { cover, date }] of week[list].entries())
        if (cover === week.engineer)
          yield {
            path: [index, list, position, 'cover'],
            message: `${cover} covers a day of their own week, ${date}`,
            hint: 'Name who holds the day instead.',
          }
}

/** R3: each member serves exactly one week of a cycle. */
function* turnsTwice(weeks: Published): Generator<Problem> {
  for (const [cycle, turns] of Map.groupBy(weeks.entries(), ([, week]) => week.cycle)) {
    const seen = new Map<string, string>()
    for (const [index, { engineer, start }] of turns) {
      const other = seen.get(engineer)
      // A week that is there twice is a finding of its own.
      if (other !== undefined && other !== start)
        yield {
          path: [index, 'engineer'],
          message: `${engineer} has two weeks in one cycle, those of ${other} and ${start}`,
        }
      seen.set(engineer, start)
    }
    const [first] = turns
    const missing = [...seen.keys()].find((name) => first?.[1].members?.includes(name) === false)
    if (first && missing !== undefined)
      yield {
        path: [first[0], 'members'],
        message: `${missing} has a week in the cycle of ${cycle} and is not among its members`,
      }
  }
}

/** A cycle goes on from the week before, or begins with this one. */
function* strangeCycles(weeks: Published): Generator<Problem> {
  for (const [index, { start, cycle }] of weeks.entries()) {
    const before = weeks[index - 1]
    // One that cannot be at all has a finding of its own.
    if (before === undefined || cycle > start || cycle < (weeks[0]?.start ?? '')) continue
    if (cycle === start || cycle === before.cycle) continue
    yield {
      path: [index, 'cycle'],
      message: `The week of ${start} is in the cycle of ${cycle}, and the one before it in that of ${before.cycle}`,
      hint: `Write ${before.cycle} if the cycle goes on, or ${start} if one begins.`,
    }
    return
  }
}
