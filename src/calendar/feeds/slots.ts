import type { DutyDay, RotaCalendar } from '../../oncall/index.ts'

/** One stretch of one week held by one person for one reason: a shift of the contract, cut where weeks meet. */
export interface Piece {
  days: readonly [DutyDay, ...DutyDay[]]
  /** First day of the rotation week. */
  week: string
  published: boolean
  /** Instants. */
  start: string
  end: string
  /** The slot it fills, without rota and domain: see {@link piecesOf}. */
  slot: string
}

interface Week {
  start: string
  published: boolean
  days: DutyDay[]
}

/** The weeks of these years with their duty days, in order of date. */
export function weeksOf(calendar: RotaCalendar, years: readonly number[]): Week[] {
  return years.flatMap((year) => {
    const days = calendar.days(year)
    return calendar.year(year).weeks.map(({ start, published }, index) => ({
      start,
      published,
      days: days.filter((day) => day.week === index),
    }))
  })
}

/**
 * A week's pieces, each with a slot that stays the same when the people change. A calendar application knows an event by its
 * UID: made from the slot, it keeps the event (with its color and notes) through swaps, covers and days off.
 *
 * - The week's own turn is `<week>`: the longest stretch of the planned engineer, else (all overridden) the longest stretch.
 * - The cover of a day off is `day-off-<holiday>-cover`: what it pays back is the same wherever the day off moves.
 * - Any other piece is `<week>-<its first duty day>`.
 */
export function piecesOf(week: Week): Piece[] {
  const runs: [DutyDay, ...DutyDay[]][] = []
  for (const day of week.days) {
    const run = runs.at(-1)
    if (run && heldAlike(run[0], day)) run.push(day)
    else runs.push([day])
  }
  const rotation = runs.filter(([first]) => first.kind === 'rotation')
  const own = longest(rotation.length > 0 ? rotation : runs)
  return runs.map((days) => ({
    days,
    week: week.start,
    published: week.published,
    start: days[0].start,
    end: (days.at(-1) ?? days[0]).end,
    slot: days === own ? week.start : partSlot(week.start, days[0]),
  }))
}

function partSlot(week: string, first: DutyDay): string {
  if (first.kind === 'cover' && first.dayOff) return `day-off-${first.dayOff.date}-cover`
  return `${week}-${first.date}`
}

function heldAlike(a: DutyDay, b: DutyDay): boolean {
  return (
    a.holder === b.holder &&
    a.kind === b.kind &&
    (a.kind !== 'override' || a.reason === b.reason) &&
    (a.kind !== 'cover' || a.absence === b.absence)
  )
}

function longest<T extends readonly unknown[]>(runs: readonly T[]): T | undefined {
  return runs.reduce<T | undefined>(
    (best, run) => (best && best.length >= run.length ? best : run),
    undefined,
  )
}
