import { DateTime } from 'luxon'
import { inOrder, type Schedule, type Turn } from './schedule.ts'

/** Who is on call from one instant to another: the turns that the file lists, else its rotation with its overrides on top. */
export function turnsBetween(schedule: Schedule, zone: string, from: number, until: number): Turn[] {
  const listed = schedule.turns.length > 0 ? schedule.turns : rotated(schedule, zone, from, until)
  const base =
    schedule.turns.length > 0 ? listed : listed.flatMap((turn) => without(turn, schedule.overrides))
  const all = schedule.turns.length > 0 ? base : inOrder([...base, ...schedule.overrides])
  return all
    .map((turn) => ({ ...turn, start: Math.max(turn.start, from), end: Math.min(turn.end, until) }))
    .filter(({ start, end }) => start < end)
}

function rotated({ weekly }: Schedule, zone: string, from: number, until: number): Turn[] {
  if (!weekly) return []
  const anchor = DateTime.fromMillis(weekly.anchor, { zone })
  const first = Math.max(0, Math.floor(DateTime.fromMillis(from, { zone }).diff(anchor, 'weeks').weeks))
  const turns: Turn[] = []
  for (let week = first; ; week++) {
    const start = anchor.plus({ weeks: week }).toMillis()
    const person = weekly.people[week % weekly.people.length]
    if (start >= until || !person) return turns
    turns.push({ start, end: anchor.plus({ weeks: week + 1 }).toMillis(), person })
  }
}

/** What is left of a turn beside others. */
function without(turn: Turn, others: readonly Turn[]): Turn[] {
  let left = [turn]
  for (const { start, end } of others) {
    left = left.flatMap((part) => [
      ...(part.start < start ? [{ ...part, end: Math.min(part.end, start) }] : []),
      ...(part.end > end ? [{ ...part, start: Math.max(part.start, end) }] : []),
    ])
  }
  return left.filter((part) => part.start < part.end)
}
