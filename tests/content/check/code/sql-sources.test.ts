import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

const TWO = 'Two tables are read together, and no condition says which rows belong together'

it.each([
  ['SELECT a FROM t JOIN u;', 'The JOIN has no condition'],
  ['SELECT a FROM t x LEFT JOIN u y WHERE x.a = y.a;', 'The JOIN has no condition'],
  ['SELECT a FROM t JOIN u JOIN v ON u.a = v.a;', 'The JOIN has no condition'],
  ['SELECT a FROM t JOIN (SELECT b FROM u) v;', 'The JOIN has no condition'],
  ['WITH x AS (SELECT a FROM t JOIN u) SELECT a FROM x;', 'The JOIN has no condition'],
  ['SELECT a FROM t JOIN u UNION ALL SELECT b FROM v;', 'The JOIN has no condition'],
  ['SELECT a FROM t, u;', TWO],
  ['SELECT COUNT(*) FROM s.t x, s.u AS y GROUP BY 1;'.replaceAll('s.', ''), TWO],
  ['SELECT a FROM t WHERE a IN (SELECT b FROM u, v);', TWO],
  ['SELECT a FROM t x y;', '"y" follows the table t and its other name "x"'],
  ['SELECT a FROM t AS x y WHERE a = 1;', '"y" follows the table t and its other name "x"'],
  ['SELECT a FROM t x JOIN u y z ON x.a = y.a;', '"z" follows the table u and its other name "y"'],
])('finds %j', (code, message) => {
  expect(codeProblems('sql', code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  'SELECT a FROM t JOIN u ON t.a = u.a LEFT JOIN v USING (b);',
  'SELECT a FROM t JOIN u JOIN v ON u.a = v.a ON t.a = u.a;',
  'SELECT a FROM t CROSS JOIN u NATURAL LEFT JOIN v;',
  'SELECT a FROM t JOIN UNNEST(t.items) AS x;',
  'SELECT a FROM t CROSS JOIN generate_series(1, 3) g;',
  'SELECT a FROM t, u WHERE t.a = u.a;',
  'SELECT a FROM t, t.items;',
  'SELECT a FROM t, UNNEST(items) AS x;',
  'SELECT a FROM t, (SELECT MAX(b) AS b FROM u) m;',
  'WITH params AS (SELECT 1 AS n) SELECT a FROM t, params;',
  'SELECT EXTRACT(day FROM a), b FROM t;',
  'SELECT a, b FROM t ORDER BY a, b;',
  'SELECT a FROM t x FOR UPDATE;',
  'SELECT a FROM t x USE INDEX (y) WHERE a = 1;',
  'SELECT a FROM t FINAL SETTINGS x = 1;',
  'SELECT a IS DISTINCT FROM b, c FROM t;',
  'DELETE FROM t USING u WHERE t.a = u.a;',
  'SELECT a FROM t LEFT SEMI JOIN u ON t.a = u.a;',
])('finds nothing in %j', (code) => {
  expect(codeProblems('sql', code)).toEqual([])
})
