import { DateTime } from 'luxon'
import type { LedgerRow, RotaCalendar } from '../../oncall/index.ts'

/** A stretch of time whose holder changes. Engineers are ids; `null` where a calendar has nobody then. */
export interface Move {
  /** ISO 8601 in the rota's zone. */
  start: string
  end: string
  before: string | null
  after: string | null
  /** Whole days from now to `start`; negative where it has begun. */
  noticeDays: number
  /** Whether the week was announced before the change. */
  published: boolean
}

/** A day off that comes, goes or moves; `null` where it is not booked (yet). */
export interface DayOffMove {
  engineer: string
  for: { date: string; name: string }
  before: string | null
  after: string | null
}

export interface LedgerMove {
  year: number
  engineer: string
  before: LedgerRow | null
  after: LedgerRow | null
}

/** What a change of content does to one rota. */
export interface CalendarDiff {
  moves: Move[]
  daysOff: DayOffMove[]
  ledger: LedgerMove[]
}

/**
 * Compares two calendars of one rota, instant by instant, so that a new handoff time or zone shows as what it is.
 *
 * @param years as far as both are compared: the years that the site shows
 * @param now for the notice that people get
 */
export function diffCalendars(
  before: RotaCalendar,
  after: RotaCalendar,
  { years, now }: { years: readonly number[]; now: Date },
): CalendarDiff {
  return {
    moves: moves(before, after, years, now),
    daysOff: daysOffMoves(before, after, years),
    ledger: ledgerMoves(before, after, years),
  }
}

interface Span {
  start: number
  end: number
}

interface Holding extends Span {
  engineer: string
}

function moves(before: RotaCalendar, after: RotaCalendar, years: readonly number[], now: Date): Move[] {
  const was = holdings(before, years)
  const is = holdings(after, years)
  const announced = publishedSpans(before, years)
  const cuts = [...new Set([...was, ...is, ...announced].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  )
  const instant = (time: number) =>
    DateTime.fromMillis(time, { zone: after.rota.timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
  const found: (Span & Pick<Move, 'before' | 'after' | 'published'>)[] = []
  const [heldBefore, heldAfter, isPublished] = [lookup(was), lookup(is), lookup(announced)]
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? start
    const move = {
      start,
      end,
      before: heldBefore(start)?.engineer ?? null,
      after: heldAfter(start)?.engineer ?? null,
      published: isPublished(start) !== undefined,
    }
    if (move.before === move.after) continue
    const last = found.at(-1)
    if (
      last?.end === start &&
      last.before === move.before &&
      last.after === move.after &&
      last.published === move.published
    ) {
      last.end = end
    } else found.push(move)
  }
  return found.map(({ start, end, ...who }) => ({
    start: instant(start),
    end: instant(end),
    ...who,
    noticeDays: Math.floor((start - now.getTime()) / 86_400_000),
  }))
}

function holdings(calendar: RotaCalendar, years: readonly number[]): Holding[] {
  return yearsOf(calendar, years)
    .flatMap((year) => calendar.year(year).shifts)
    .map(({ start, end, engineer }) => ({ start: Date.parse(start), end: Date.parse(end), engineer }))
}

function publishedSpans(calendar: RotaCalendar, years: readonly number[]): Span[] {
  return yearsOf(calendar, years).flatMap((year) => {
    const { weeks } = calendar.year(year)
    return calendar
      .days(year)
      .filter((day) => weeks[day.week]?.published)
      .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
  })
}

/** Finds the span that holds a time, for times that only grow. */
function lookup<T extends Span>(spans: readonly T[]): (time: number) => T | undefined {
  let next = 0
  return (time) => {
    while ((spans[next]?.end ?? Infinity) <= time) next++
    const span = spans[next]
    return span && span.start <= time ? span : undefined
  }
}

function daysOffMoves(before: RotaCalendar, after: RotaCalendar, years: readonly number[]): DayOffMove[] {
  const [was, is] = [before, after].map(
    (calendar) =>
      new Map(
        yearsOf(calendar, years)
          .flatMap((year) => calendar.year(year).daysOff)
          .map((dayOff) => [`${dayOff.for.date} ${dayOff.engineer}`, dayOff] as const),
      ),
  )
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort().flatMap((key) => {
    const [from, to] = [was?.get(key), is?.get(key)]
    const dayOff = to ?? from
    if (!dayOff || from?.date === to?.date) return []
    return { engineer: dayOff.engineer, for: dayOff.for, before: from?.date ?? null, after: to?.date ?? null }
  })
}

function ledgerMoves(before: RotaCalendar, after: RotaCalendar, years: readonly number[]): LedgerMove[] {
  return years.flatMap((year) => {
    const [was, is] = [before, after].map((calendar) =>
      yearsOf(calendar, [year]).flatMap((each) => calendar.year(each).ledger),
    )
    const engineers = new Set([...(is ?? []), ...(was ?? [])].map((row) => row.engineer))
    return [...engineers].flatMap((engineer) => {
      const [from, to] = [was, is].map((rows) => rows?.find((row) => row.engineer === engineer) ?? null)
      return JSON.stringify(from) === JSON.stringify(to)
        ? []
        : { year, engineer, before: from ?? null, after: to ?? null }
    })
  })
}

/** A calendar has no years before its rota starts. */
function yearsOf(calendar: RotaCalendar, years: readonly number[]): number[] {
  return years.filter((year) => year >= calendar.firstYear)
}
