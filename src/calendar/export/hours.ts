import { zoneOffsets } from '../views/zone-offsets.ts'
import { csv } from './csv.ts'
import type { ExportSource } from './shifts.ts'

/** How an hour came about. */
const HOW = ['planned', 'cover', 'override'] as const
type How = (typeof HOW)[number]

/** Minutes of one engineer in one kind of hours. */
export interface HoursRow {
  engineer: string
  /** `holiday-3` (by weight), `weekend`, `night` or `weekday`. */
  kind: string
  minutes: Readonly<Record<How, number>>
}

interface Rules {
  /** `HH:MM` of the wall clock in the rota's zone; may go past midnight. */
  night: { from: string; to: string }
  /** The weight of the holiday that a date (`YYYY-MM-DD`) is for an engineer; `undefined` where it is none. */
  holiday: (engineer: string, date: string) => number | undefined
}

const DAY = 1440

/**
 * The minutes of a period by engineer and kind, each minute once, by the first kind that fits: a holiday of the engineer by
 * its weight, a weekend, a night, a weekday. Dates and times are those of the wall clock in the zone of the rota, so a day on
 * which the clocks change has 23 or 25 hours.
 */
export function hoursOf(
  { shifts, timeZone }: Pick<ExportSource, 'shifts' | 'timeZone'>,
  rules: Rules,
): HoursRow[] {
  const rows = new Map<string, { engineer: string; kind: string; minutes: Record<How, number> }>()
  const night = { from: minuteOf(rules.night.from), to: minuteOf(rules.night.to) }
  for (const shift of shifts) {
    const how = shift.kind === 'rotation' ? 'planned' : shift.kind
    for (const piece of piecesOf(timeZone, minutesOf(shift.start), minutesOf(shift.end), [
      night.from,
      night.to,
    ])) {
      const date = new Date(piece.day * DAY * 60_000)
      const weight = rules.holiday(shift.engineer, date.toISOString().slice(0, 10))
      const kind =
        weight !== undefined
          ? `holiday-${String(weight)}`
          : [0, 6].includes(date.getUTCDay())
            ? 'weekend'
            : isNight(piece.minute, night)
              ? 'night'
              : 'weekday'
      const key = `${shift.engineer} ${kind}`
      const row = rows.get(key) ?? {
        engineer: shift.engineer,
        kind,
        minutes: { planned: 0, cover: 0, override: 0 },
      }
      row.minutes[how] += piece.length
      rows.set(key, row)
    }
  }
  return [...rows.values()].sort((a, b) => compare(a.engineer, b.engineer) || rankOf(b.kind) - rankOf(a.kind))
}

/** The hours as CSV, with a line for the total; `minutes` is exact where hours are rounded. */
export function hoursCsv(rows: readonly HoursRow[], holder: ExportSource['holder']): string {
  const total = { planned: 0, cover: 0, override: 0 }
  for (const { minutes } of rows) for (const how of HOW) total[how] += minutes[how]
  const line = (minutes: Readonly<Record<How, number>>) => {
    const sum = minutes.planned + minutes.cover + minutes.override
    return [...HOW.map((how) => inHours(minutes[how])), inHours(sum), String(sum)]
  }
  return csv([
    ['engineer', 'login', 'name', 'kind', ...HOW, 'hours', 'minutes'],
    ...rows.map(({ engineer, kind, minutes }) => {
      const { login = '', name } = holder(engineer)
      return [engineer, login, name, kind, ...line(minutes)]
    }),
    ['total', '', '', '', ...line(total)],
  ])
}

/** A stretch of one local day whose minutes are all of one kind. */
interface Piece {
  /** The local date, as days since 1970. */
  day: number
  /** Its first minute of the wall clock. */
  minute: number
  /** In minutes. */
  length: number
}

/** Cuts a stretch of time (minutes since 1970, UTC) at local midnights, at times of the wall clock, and at clock changes. */
function* piecesOf(zone: string, start: number, end: number, cuts: readonly number[]): Generator<Piece> {
  const offsets = zoneOffsets(zone, start, end)
  for (const [index, [since, ahead]] of offsets.entries()) {
    // Between two changes the wall clock runs evenly.
    const until = Math.min(end, offsets[index + 1]?.[0] ?? end)
    let at = Math.max(start, since)
    while (at < until) {
      const local = at + ahead
      const day = Math.floor(local / DAY)
      const minute = local - day * DAY
      const next = [...cuts, DAY].filter((cut) => cut > minute).reduce((a, b) => Math.min(a, b), DAY)
      const length = Math.min(next - minute, until - at)
      yield { day, minute, length }
      at += length
    }
  }
}

function isNight(minute: number, { from, to }: { from: number; to: number }): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

function minutesOf(instant: string): number {
  return Date.parse(instant) / 60_000
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Hours with at most two decimals. */
function inHours(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100)
}

/** The order of kinds in the table: the heaviest holiday first, weekdays last. */
function rankOf(kind: string): number {
  if (kind.startsWith('holiday-')) return 10 + Number(kind.slice('holiday-'.length))
  return ['weekday', 'night', 'weekend'].indexOf(kind)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
