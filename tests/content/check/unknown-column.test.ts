import { describe, expect, it } from 'vitest'
import { sqlNames } from '../../../src/content/check/code/sql-names.ts'

/** The columns that a statement uses, each as `relation.column` where it says so. */
function columnsOf(code: string): string[] {
  return sqlNames(code).flatMap(({ columns }) =>
    columns.map(({ column, of }) => (of === undefined ? column.text : `${of}.${column.text}`)),
  )
}

function relationsOf(code: string): string[] {
  return sqlNames(code).flatMap(({ relations }) =>
    relations.map(({ name, alias }) => `${name.text} as ${alias}`),
  )
}

describe('the names in SQL', () => {
  it.each([
    ['SELECT a FROM t', ['t as t']],
    ['SELECT a FROM wh.public.t AS x JOIN u ON u.a = x.a', ['t as x', 'u as u']],
    ['SELECT a FROM t x, u y WHERE x.a = y.a', ['t as x', 'u as y']],
    ['DELETE FROM t WHERE a = 1; INSERT INTO u (a) SELECT a FROM t', ['t as t', 'u as u', 't as t']],
    ['UPDATE t SET a = 1', ['t as t']],
    ["SELECT EXTRACT(EPOCH FROM a), TRIM(BOTH ' ' FROM b) FROM t", ['t as t']],
    ['SELECT a FROM t WHERE a IS DISTINCT FROM b', ['t as t']],
    ["SELECT 'FROM x' -- FROM y\nFROM t", ['t as t']],
  ])('finds the tables of %s', (code, expected) => {
    expect(relationsOf(code)).toEqual(expected)
  })

  it.each([
    ['SELECT a, t.b AS c, SUM(d) e FROM t ORDER BY c, e', ['a', 't.b', 'd', 'c', 'e']],
    ['INSERT INTO t (a, b) VALUES (1, 2)', ['t.a', 't.b']],
    [
      "SELECT a FROM t WHERE b > CURRENT_DATE - INTERVAL '1' DAY AND c = $INCIDENT AND d = :day",
      ['a', 'b', 'c', 'd'],
    ],
    [
      "select a from t where b > current_date - interval '1' day group by a having count(*) > 1",
      ['a', 'b', 'a'],
    ],
    ['SELECT CASE WHEN a IS NULL THEN 1 ELSE 2 END FROM t', ['a']],
  ])('finds the columns of %s', (code, expected) => {
    expect(columnsOf(code)).toEqual(expected)
  })

  it('knows what a statement names itself', () => {
    const [names] = sqlNames('WITH x (p, q) AS (SELECT 1, 2), y AS (SELECT p AS r FROM x) SELECT r FROM y')
    expect(names?.made).toEqual(expect.arrayContaining(['x', 'y']))
    expect(names?.given).toEqual(expect.arrayContaining(['p', 'q', 'r']))
  })

  it.each(["SELECT a FROM read_csv('f')", "SELECT a FROM 'f.csv'", "SELECT a FROM {{ ref('m') }}"])(
    'claims nothing of a source that only an engine knows: %s',
    (code) => {
      expect(sqlNames(code).map(({ isOpaque }) => isOpaque)).toEqual([true])
    },
  )
})
