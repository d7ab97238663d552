import { DateTime } from 'luxon'
import { turnsBetween } from './expand.ts'
import { inOrder, keyOf, type Schedule, type Turn } from './schedule.ts'
import type { WeeklyOrder } from './weekly.ts'

/**
 * What was or is agreed otherwise than the plain order. Over the time that the file lists turns for, the turns say it: in
 * weeks that have begun, and in all weeks where the file has nothing else. Elsewhere it is the overrides of the tool.
 */
export function deviations(
  schedule: Schedule,
  weekly: WeeklyOrder,
  { start, begun, first }: { start: DateTime; begun: number; first: number },
  zone: string,
): Turn[] {
  const [from, known] = [start.toMillis(), start.plus({ weeks: begun }).toMillis()]
  const last = Math.max(from, ...schedule.turns.map(({ end }) => end))
  const listedFrom = Math.max(from, schedule.turns[0]?.start ?? from)
  const listedUntil = schedule.weekly ? Math.min(known, last) : last
  const found: Turn[] = []
  for (let week = 0; schedule.turns.length > 0; week++) {
    const [monday, next] = [week, week + 1].map((weeks) => start.plus({ weeks }).toMillis())
    if (monday === undefined || next === undefined || monday >= listedUntil) break
    const expected = weekly.people[(first + week) % weekly.people.length]
    for (const turn of turnsBetween(schedule, zone, monday, Math.min(next, listedUntil))) {
      if (expected && keyOf(turn.person) === keyOf(expected)) continue
      found.push(turn)
    }
  }
  const parts = schedule.overrides.flatMap((turn) =>
    schedule.turns.length === 0
      ? [{ ...turn, start: Math.max(turn.start, from) }]
      : [
          { ...turn, start: Math.max(turn.start, from), end: Math.min(turn.end, listedFrom) },
          { ...turn, start: Math.max(turn.start, from, listedUntil) },
        ],
  )
  return joined([...found, ...parts.filter((turn) => turn.start < turn.end)], schedule, start)
}

/** Parts that follow each other are one, but for the weeks of a person that the file itself has apart. */
function joined(parts: readonly Turn[], schedule: Schedule, start: DateTime): Turn[] {
  const found: Turn[] = []
  for (const part of inOrder(parts)) {
    const before = found.at(-1)
    const at = DateTime.fromMillis(part.start, { zone: start.zone })
    const isWeek = at.diff(start, 'weeks').weeks % 1 === 0
    const isWhole = [...schedule.turns, ...schedule.overrides].some(
      (turn) => turn.start < part.start && part.start < turn.end && keyOf(turn.person) === keyOf(part.person),
    )
    if (before?.end === part.start && keyOf(before.person) === keyOf(part.person) && (!isWeek || isWhole))
      found[found.length - 1] = { ...before, end: part.end }
    else found.push(part)
  }
  return found
}

/** Time within the shifts of the file in which nobody is on call: a rota has no such time. */
export function gaps({ turns }: Schedule, from: number, zone: string): string[] {
  const found: string[] = []
  let until = Math.max(from, turns[0]?.start ?? from)
  for (const { start, end } of turns) {
    if (start > until) {
      const [since, to] = [until, start].map((at) =>
        DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm'),
      )
      found.push(
        `From ${since ?? ''} to ${to ?? ''} the file has nobody on call; in the rota, whoever has the week is.`,
      )
    }
    until = Math.max(until, end)
  }
  return found
}
