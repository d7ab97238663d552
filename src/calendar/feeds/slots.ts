import type { DutyDay, RotaCalendar } from '../../oncall/index.ts'

/** A duty day, or a part of one where somebody else is on call for some hours (R9). */
export interface Segment {
  /** The duty day that it is, or is a part of. */
  day: DutyDay
  /** Instants. */
  start: string
  end: string
  holder: string
  kind: DutyDay['kind']
  reason: string | undefined
  /** Whether it is an override of hours: the day stays with who holds it. */
  isHours: boolean
  /** The holiday that its engineer works: of a day in several parts, the first one of who holds the day has it. */
  holiday: string | undefined
}

/** One stretch of one week held by one person for one reason: a shift of the contract, cut where weeks meet. */
export interface Piece {
  segments: readonly [Segment, ...Segment[]]
  /** First day of the rotation week. */
  week: string
  published: boolean
  /** Instants. */
  start: string
  end: string
  /** The slot it fills, without rota and domain: see {@link piecesOf}. */
  slot: string
}

export interface Week {
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
 * - Any other piece is `<week>-<its first duty day>`, or where it begins within that day `<week>-<its instant>`.
 */
export function piecesOf(week: Week): Piece[] {
  const runs: [Segment, ...Segment[]][] = []
  for (const segment of week.days.flatMap(segmentsOf)) {
    const run = runs.at(-1)
    if (run && heldAlike(run[0], segment)) run.push(segment)
    else runs.push([segment])
  }
  const rotation = runs.filter(([first]) => first.kind === 'rotation')
  const own = longest(rotation.length > 0 ? rotation : runs)
  return runs.map((segments) => ({
    segments,
    week: week.start,
    published: week.published,
    ...spanOf(segments),
    slot: segments === own ? week.start : partSlot(week.start, segments[0]),
  }))
}

/** A day, cut where somebody takes over for some hours. */
function segmentsOf(day: DutyDay): Segment[] {
  const whole = { day, holder: day.holder, kind: day.kind, reason: day.reason, isHours: false }
  const segments: Segment[] = []
  let start = day.start
  let { holiday } = day
  const addOwn = (end: string) => {
    if (Date.parse(start) >= Date.parse(end)) return
    segments.push({ ...whole, start, end, holiday })
    holiday = undefined
  }
  for (const { start: from, end: to, engineer, reason } of day.hours) {
    addOwn(from)
    segments.push({
      day,
      start: from,
      end: to,
      holder: engineer,
      kind: 'override',
      reason,
      isHours: true,
      holiday: undefined,
    })
    start = to
  }
  addOwn(day.end)
  return segments
}

function partSlot(week: string, { day, start, kind }: Segment): string {
  if (start !== day.start) return `${week}-${instantSlot(start)}`
  if (kind === 'cover' && day.dayOff) return `day-off-${day.dayOff.date}-cover`
  return `${week}-${day.date}`
}

/** `20260304T2300Z`: an hour that the clock shows twice has two. */
export function instantSlot(instant: string): string {
  return new Date(instant)
    .toISOString()
    .replace(/:\d\d\.\d+/, '')
    .replaceAll(/[-:]/g, '')
}

function heldAlike(a: Segment, b: Segment): boolean {
  return (
    a.holder === b.holder &&
    a.kind === b.kind &&
    a.isHours === b.isHours &&
    (a.kind !== 'override' || a.reason === b.reason) &&
    (a.kind !== 'cover' || a.day.absence === b.day.absence)
  )
}

/** From the start of the first to the end of the last of some spans that follow each other. */
export function spanOf<Span extends { start: string; end: string }>(
  spans: readonly [Span, ...Span[]],
): { start: string; end: string } {
  return { start: spans[0].start, end: (spans.at(-1) ?? spans[0]).end }
}

function longest<Run extends readonly [Segment, ...Segment[]]>(runs: readonly Run[]): Run | undefined {
  const length = (run: Run) => {
    const { start, end } = spanOf(run)
    return Date.parse(end) - Date.parse(start)
  }
  return runs.reduce<Run | undefined>(
    (best, run) => (best && length(best) >= length(run) ? best : run),
    undefined,
  )
}
