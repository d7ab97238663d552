import { expect, it } from 'vitest'
import { Touched } from '../../../src/content/prove/engines/touched.ts'

/** What a database was told, and the tables of which somebody has to look at the rows again. */
const CASES: readonly [string, string, boolean][] = [
  ['a query', 'SELECT * FROM events', false],
  ['a query with another table in a comment that writes', 'SELECT 1 -- DELETE FROM events', false],
  ['an update', 'UPDATE events SET a = 1', true],
  ['an update in capital letters', 'DELETE FROM EVENTS', true],
  ['a quoted name', 'DROP TABLE "events"', true],
  [
    'a query in which a part deletes',
    'WITH gone AS (DELETE FROM events RETURNING *) SELECT * FROM gone',
    true,
  ],
  ['a query with INTO', 'SELECT 1 AS a INTO events', true],
  ['a statement on another table', 'UPDATE events_daily SET a = 1', false],
]

it.each(CASES)('of one table after %s', (_, sql, isTouched) => {
  const touched = new Touched()
  touched.note(sql)
  expect(touched.has('events')).toBe(isTouched)
})

it('takes every table for touched once it has lost track, until it is cleared', () => {
  const touched = new Touched()
  touched.loseTrack()
  expect(touched.has('events') && touched.isTarget('events')).toBe(true)
  touched.clear()
  expect(touched.has('events') || touched.isTarget('events')).toBe(false)
})

it('knows through which view rows were written, and which were only read', () => {
  const touched = new Touched()
  touched.note('INSERT INTO daily SELECT * FROM seen_view')
  expect([touched.isTarget('daily'), touched.isTarget('seen_view')]).toEqual([true, false])
})
