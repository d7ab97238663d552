import { stretches } from './split-sql.ts'

/** The name of the moment among the values of a data set that was moved to other days; parameters have capital letters. */
export const MOMENT = 'now'

/** What asks for the present moment or day, on either engine. */
const CLOCK =
  /\b(?:(current_date|today\s*\(\s*\))|(localtimestamp)|(?:current_timestamp|(?:now|transaction_timestamp|statement_timestamp|clock_timestamp)\s*\(\s*\)))(?![\w(])/gi

/** Whether a block asks the clock. */
export const asksTheClock = (sql: string): boolean => atMoment(sql, '') !== sql

/**
 * SQL that is asked at a moment of the past: its clock stands still there, in whatever zone the session is. Otherwise the
 * answer on the same data would be another one next year.
 *
 * @param moment ISO 8601, in UTC
 */
export function atMoment(sql: string, moment: string): string {
  const now = `TIMESTAMPTZ '${moment}'`
  return stretches(sql)
    .map(({ kind, start, end }) => {
      const text = sql.slice(start, end)
      if (kind !== 'code') return text
      return text.replace(CLOCK, (_, day: string | undefined, local: string | undefined) => {
        if (day !== undefined) return `CAST(${now} AS DATE)`
        return local === undefined ? now : `CAST(${now} AS TIMESTAMP)`
      })
    })
    .join('')
}
