import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

it.each([
  ['SELECT a FROM orders GROUP BY a WHERE b = 2;', 'WHERE comes after GROUP'],
  ['SELECT a FROM orders ORDER BY a GROUP BY a;', 'GROUP comes after ORDER'],
  ['SELECT a FROM orders LIMIT 1 ORDER BY a;', 'ORDER comes after LIMIT'],
  ['SELECT a FROM orders HAVING COUNT(*) > 1 GROUP BY a;', 'GROUP comes after HAVING'],
  ['SELECT a FROM orders WHERE a = 1 WHERE b = 2;', 'WHERE is there twice'],
  ['WITH x AS (SELECT a FROM t LIMIT 1 WHERE b) SELECT a FROM x;', 'WHERE comes after LIMIT'],
  ['SELECT a FROM orders WHERE a = NULL;', 'Nothing is ever = NULL'],
  ['UPDATE orders SET a = 1 WHERE b <> NULL;', 'Nothing is ever <> NULL'],
  ['SELECT a FROM orders WHERE a IS NUL;', 'NUL is no word of SQL'],
  ['SELECT a FROM orders WHERE a ! = 1;', 'The operator != has a blank in it'],
  ['SELECT a FROM orders WHERE a IN 1, 2;', 'The list after IN is in no brackets'],
  ['SELECT a FROM orders WHERE a BETWEEN 1, 2;', 'No AND follows BETWEEN'],
  [
    "SELECT a FROM orders WHERE d BETWEEN '2026-12-01' AND DATE '2026-11-01';",
    '2026-12-01 comes after 2026-11-01: nothing is between them',
  ],
  ["SELECT a FROM orders WHERE d = DATE '2026-02-30';", "'2026-02-30' is no day of the calendar"],
  ['SELECT CASE WHEN a = 1 THEN 2 FROM orders;', 'CASE has no END'],
  ['SELECT a AS AS b FROM orders;', 'AS is there twice'],
  ['DELETE * FROM orders WHERE a = 1;', 'DELETE takes rows, not columns'],
  ['DELETE FROM orders;', 'DELETE without WHERE changes every row of the table'],
  ['UPDATE orders SET a = 1;', 'UPDATE without WHERE changes every row of the table'],
  ['UPDATE orders a = 1 WHERE b = 2;', 'The UPDATE has no SET'],
  ['INSERT INTO orders (a, b) VALUES (1);', '2 columns have 1 values'],
  ['INSERT INTO orders (a, b) (1, 2);', 'The word VALUES is missing'],
])('finds %j', (code, message) => {
  expect(codeProblems('sql', code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  'SELECT a, ARRAY_AGG(b ORDER BY c) FROM t WHERE a IS NULL GROUP BY a HAVING COUNT(*) > 1 ORDER BY a LIMIT 5;',
  'SELECT a FROM t LIMIT 1 UNION ALL SELECT b FROM u WHERE b ORDER BY 1;',
  'SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x) FROM t WHERE x > 1;',
  'SELECT COUNT(*) FILTER (WHERE a > 1) FROM t WHERE b;',
  'SELECT SUM(x) OVER (PARTITION BY a ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t WHERE c;',
  'UPDATE t SET a = NULL, b = NULL WHERE c = 1;',
  'SELECT CASE WHEN a = 1 THEN NULL ELSE b END AS "end" FROM t WHERE a IS NOT NULL;',
  'SELECT t.case, t.end FROM t;',
  "SELECT POSITION('a' IN 'abc'), a BETWEEN b AND c OR d FROM t;",
  "SELECT a FROM t WHERE d BETWEEN DATE '2026-11-01' - 1 AND DATE '2026-10-01' + 60;",
  'INSERT INTO t (a, b) VALUES (1, f(2, 3)), (2, [1, 2]);',
  'INSERT INTO t (a, b) SELECT a, b FROM u;',
  'INSERT INTO t (a, b) (SELECT a, b FROM u);',
  'INSERT INTO t VALUES (1, 2, 3);',
  'DELETE FROM t USING u WHERE t.a = u.a;',
  'DELETE FROM t WHERE TRUE;',
  'UPDATE STATISTICS t;',
  'SELECT a FROM t FOR UPDATE;',
  'TRUNCATE t;',
  "FROM t SELECT a WHERE b = '2024-02-29';",
])('finds nothing in %j', (code) => {
  expect(codeProblems('sql', code)).toEqual([])
})
