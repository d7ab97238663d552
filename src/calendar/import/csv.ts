import { DateTime } from 'luxon'
import type { Schedule, Turn } from './schedule.ts'
import { ScheduleError, WEEK_SECONDS } from './schedule.ts'

const HINT =
  'A table has a line for each turn: start,person[,second], where start is 2026-03-02 or 2026-03-02T09:00.'

/**
 * Turns in a table: `start,person[,second]`, with or without a line of names above. Each turn ends where the next one
 * begins; the last one lasts as long as the one before.
 *
 * @param zone of times without an offset
 * @param handoff `HH:MM`, of turns that begin on a date
 */
export function readCsv(text: string, zone: string | undefined, handoff: string): Schedule {
  const separator = (text.match(/;/g) ?? []).length > (text.match(/,/g) ?? []).length ? ';' : ','
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = rows[0]
  const body = first && !/\d/.test(first.cells[0] ?? '') ? rows.slice(1) : rows
  const starts = body.map(({ number, cells: [start = '', person = ''] }) => {
    const instant = startOf(start, zone ?? 'utc', handoff)
    if (instant === undefined) throw new ScheduleError(`Line ${String(number)}: "${start}" is no date.`, HINT)
    if (person === '') throw new ScheduleError(`Line ${String(number)} names nobody.`, HINT)
    return instant
  })
  if (starts.length === 0) throw new ScheduleError('The table has no turns.', HINT)
  const wrong = starts.findIndex((start, index) => index > 0 && start <= (starts[index - 1] ?? 0))
  if (wrong > 0) {
    throw new ScheduleError(
      `Line ${String(body[wrong]?.number ?? 0)} does not start after the line before it.`,
      'Put the lines in order of time, with each start once.',
    )
  }
  const turns = body.map(({ cells: [, person = '', second = ''] }, index): Turn => {
    const start = starts[index] ?? 0
    const length = index > 0 ? start - (starts[index - 1] ?? start) : WEEK_SECONDS * 1000
    return {
      start,
      end: starts[index + 1] ?? start + length,
      person: { name: person },
      ...(second !== '' && { second }),
    }
  })
  return { tool: 'a table', ...(zone !== undefined && { timeZone: zone }), turns, overrides: [], notes: [] }
}

function startOf(text: string, zone: string, handoff: string): number | undefined {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text)
  const found = DateTime.fromISO(isDate ? `${text}T${handoff}` : text.replace(' ', 'T'), { zone })
  return /^\d{4}-\d\d-\d\d/.test(text) && found.isValid ? found.toMillis() : undefined
}

function cellsOf(line: string, separator: string): string[] {
  const cell = new RegExp(`(?:^|${separator})\\s*(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g')
  return [...line.matchAll(cell)].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  )
}
