import { Duration } from 'luxon'
import type { Site } from '../../../model/site.ts'
import type { SettingProblem } from './setting-problem.ts'

/** The longest time in which somebody answers, or after which people are informed again. */
const MAX_DAYS = 14

/** What contradicts itself in the list of severities: it goes from the worst to the mildest. */
export function* severityProblems({ severities = [] }: Site): Generator<SettingProblem> {
  for (const [index, severity] of severities.entries())
    for (const field of ['answerWithin', 'notifyEvery'] as const) {
      const value = severity[field]
      if (value !== undefined && daysOf(value) > MAX_DAYS)
        yield {
          path: ['severities', index, field],
          message: `${value} is more than ${String(MAX_DAYS)} days`,
          hint: 'Minutes and hours have a T: PT15M is 15 minutes, P15M is 15 months.',
          severity: 'warning',
        }
    }
  for (const [index, { notify, notifyEvery }] of severities.entries())
    if (notifyEvery !== undefined && notify === undefined)
      yield {
        path: ['severities', index, 'notifyEvery'],
        part: 'key',
        message: 'It says how often to inform somebody, and not whom',
        hint: 'Name them in `notify`, or delete the line.',
        severity: 'warning',
      }
  yield* slowerForWorse(severities)
  yield* inOtherOrder(severities.map(({ id }) => id))
}

const daysOf = (duration: string): number => Duration.fromISO(duration).as('days')

function* slowerForWorse(severities: NonNullable<Site['severities']>): Generator<SettingProblem> {
  for (const [index, { id, answerWithin }] of severities.entries()) {
    if (answerWithin === undefined) continue
    const milder = severities
      .slice(index + 1)
      .find((other) => other.answerWithin !== undefined && daysOf(other.answerWithin) < daysOf(answerWithin))
    if (milder === undefined) continue
    yield {
      path: ['severities', index, 'answerWithin'],
      message: `${id} is answered within ${answerWithin}, and ${milder.id}, which is less bad, within ${milder.answerWithin ?? ''}`,
      hint: 'Swap the two times, or the order: the list begins with the worst.',
      severity: 'warning',
    }
  }
}

/** Numbers of ids go up, or in some teams down; one that breaks the row is mistyped, or in another place than was meant. */
function* inOtherOrder(ids: readonly string[]): Generator<SettingProblem> {
  const parts = ids.map((id) => /^(.*?)(\d+)$/.exec(id))
  if (ids.length < 3 || parts.some((part) => part === null || part[1] !== parts[0]?.[1])) return
  const numbers = parts.map((part) => Number(part?.[2]))
  const breaks = (isNext: (before: number, after: number) => boolean) =>
    numbers.flatMap((number, index) => (index > 0 && !isNext(numbers[index - 1] ?? 0, number) ? [index] : []))
  const up = breaks((before, after) => before < after)
  const down = breaks((before, after) => before > after)
  const [index = 0] = up.length <= down.length ? up : down
  if (up.length === 0 || down.length === 0) return
  yield {
    path: ['severities', index, 'id'],
    message: `"${ids[index] ?? ''}" comes after "${ids[index - 1] ?? ''}"`,
    hint: 'Write the severities in order, worst first.',
    severity: 'warning',
  }
}
