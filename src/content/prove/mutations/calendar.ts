import type { Column, WarehouseTable } from '../../model/table.ts'
import type { Session } from '../engines/engine.ts'
import { MOMENT } from '../clock.ts'
import { literal } from '../tables.ts'
import { toZoned, valuesOf, type Change, type Ground, type Kind } from './ground.ts'

/** The same data and the same question on other days: an answer that changes hangs on the calendar. */

/** A day on which date arithmetic goes wrong. All of them are past: a block may refuse what has not happened yet. */
interface Special {
  kind: string
  what: string
  day: string
  session?: Session
  /** Only with times that have a zone: without one, nothing differs from the days of other sessions. */
  isZonedOnly?: boolean
}

const SPECIAL: readonly Special[] = [
  { kind: 'leap-day', what: 'a leap day', day: '2024-02-29' },
  { kind: 'month-end', what: 'the last day of a month', day: '2026-05-31' },
  { kind: 'year-end', what: 'the last day of a year', day: '2025-12-31' },
  { kind: 'year-start', what: 'the first day of a year', day: '2026-01-01' },
  {
    kind: 'clock-change',
    what: 'a day of 23 hours in New York',
    day: '2026-03-08',
    session: { zone: 'America/New_York' },
  },
  {
    kind: 'clock-change',
    what: 'a day of 25 hours in Berlin',
    day: '2026-10-25',
    session: { zone: 'Europe/Berlin' },
  },
  {
    kind: 'clock-change',
    what: 'a day of 23 and a half hours on Lord Howe Island',
    day: '2025-10-05',
    session: { zone: 'Australia/Lord_Howe' },
    isZonedOnly: true,
  },
  {
    kind: 'clock-change',
    what: 'a day that begins at 01:00 in São Paulo',
    day: '2018-11-04',
    session: { zone: 'America/Sao_Paulo' },
    isZonedOnly: true,
  },
]

type Shift = { days: number } | { months: number }

/** Every date of the data, and every date that the blocks are asked about, moved so that such a day is among them. */
export const specialDays: Kind = (ground) =>
  SPECIAL.flatMap((special): Change[] => {
    const shift = shiftTo(special.day, ground)
    const sql = shift && ground.tables.flatMap((table) => moved(table, shift, ground))
    if (!shift || !sql || sql.length === 0) return []
    const base = {
      kind: special.kind,
      tables: ground.tables.map(({ name }) => name),
      values: {
        ...Object.fromEntries(
          Object.entries(ground.values ?? {}).map(([name, value]) => [name, movedText(value, shift)]),
        ),
        ...(ground.now !== undefined && { [MOMENT]: later(ground.now, movedText(ground.now, shift)) }),
      },
      ...(special.session && { session: special.session }),
    }
    const plain: Change = {
      ...base,
      what: `the days have ${special.what} among them`,
      sql,
      meaning: { same: true, or: ['cannot tell'] },
    }
    const zoned = special.session ? ground.tables.flatMap(withZone) : []
    if (zoned.length === 0) return special.isZonedOnly === true ? [] : [plain]
    const what = `${plain.what}, and all times are TIMESTAMPTZ`
    // A comparison with a time that has no zone is then the session's to read; an error is loud enough.
    const withZones: Change = {
      ...plain,
      what,
      sql: [...sql, ...zoned],
      meaning: { same: true, or: ['cannot tell', 'error'] },
    }
    return special.isZonedOnly === true ? [withZones] : [plain, withZones]
  })

/** How far to move. `undefined`: there is no period, or a date would not exist there, as 31 June. */
function shiftTo(day: string, ground: Ground): Shift | undefined {
  const { period } = ground
  if (!period) return undefined
  const from = period.from.slice(0, 10)
  if (!isMonthly(ground)) {
    const end = daysBetween(from, period.until.slice(0, 10))
    // On the same day of the week where the period has it: some data have no weekends.
    const same = (((daysBetween(from, day) % 7) + 7) % 7) % 7
    return { days: daysBetween(from, day) - (same < end ? same : end - 1) }
  }
  const months = monthOf(day) - monthOf(from)
  const texts = [...allDates(ground), ...Object.values(ground.values ?? {})]
  const isWhole = texts.every(
    (text) => !DAY.test(text) || movedText(text, { months }).slice(8, 10) === text.slice(8, 10),
  )
  return isWhole && months !== 0 ? { months } : undefined
}

const DAY = /^\d{4}-\d\d-\d\d/
const MONTH = /^\d{4}-\d\d$/

/** Whether the data are asked for by the month. */
function isMonthly({ tables, rows, values = {} }: Ground): boolean {
  return (
    Object.values(values).some((value) => MONTH.test(value)) ||
    tables.some((table) =>
      table.columns.some(
        ({ name, type }) =>
          type === 'text' && valuesOf(rows.get(table.name) ?? [], name).some((value) => MONTH.test(value)),
      ),
    )
  )
}

function allDates({ tables, rows }: Ground): string[] {
  return tables.flatMap((table) =>
    table.columns.filter(isDated).flatMap(({ name }) => valuesOf(rows.get(table.name) ?? [], name)),
  )
}

const isDated = ({ type }: Column): boolean => /^(date|timestamp)/.test(type)

function moved(table: WarehouseTable, shift: Shift, { rows }: Ground): string[] {
  const own = rows.get(table.name) ?? []
  if (own.length === 0) return []
  const set = table.columns.flatMap((column): string[] => {
    const { name, type } = column
    if (isDated(column)) {
      const later = `${name} + INTERVAL '${'days' in shift ? `${String(shift.days * 24)} hours` : `${String(shift.months)} months`}'`
      return [`${name} = ${type === 'date' ? `CAST(${later} AS DATE)` : later}`]
    }
    if (type !== 'text') return []
    const found = valuesOf(own, name).filter((value) => movedText(value, shift) !== value)
    if (found.length === 0) return []
    const cases = found.map(
      (value) => `WHEN ${literal(value, column)} THEN ${literal(movedText(value, shift), column)}`,
    )
    return [`${name} = CASE ${name} ${cases.join(' ')} ELSE ${name} END`]
  })
  return set.length === 0 ? [] : [`UPDATE ${table.name} SET ${set.join(', ')}`]
}

function withZone({ name, columns }: WarehouseTable): string[] {
  return columns.filter(({ type }) => type === 'timestamp').map((column) => toZoned(name, column.name))
}

/** A text with every date and month in it moved. By days, a month alone stays: nobody knows which day of it is meant. */
function movedText(text: string, shift: Shift): string {
  return text.replace(/\b(\d{4}-\d\d)(-\d\d)?(?!\d)/g, (whole, month: string, day: string | undefined) => {
    if ('days' in shift) return day === undefined ? whole : dayAfter(whole, shift.days)
    const later = monthAfter(month, shift.months)
    if (day === undefined) return later
    const last = new Date(Date.UTC(Number(later.slice(0, 4)), Number(later.slice(5)), 0)).getUTCDate()
    return `${later}-${String(Math.min(last, Number(day.slice(1)))).padStart(2, '0')}`
  })
}

/** What happened long ago may be asked about today; what has not happened yet may not. */
const later = (one: string, other: string): string => (one > other ? one : other)

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthAfter = (month: string, months: number): string => {
  const all = monthOf(month) + months
  return `${String(Math.floor(all / 12))}-${String((all % 12) + 1).padStart(2, '0')}`
}
