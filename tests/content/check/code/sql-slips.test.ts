import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

const query = (from: string, to: string) =>
  "SELECT day, COUNT(*) FROM events WHERE event_time >= DATE '<FROM_DAY>' GROUP BY day;".replace(
    from,
    () => to,
  )

it.each([
  [
    query("'<FROM_DAY>'", '"<FROM_DAY>"'),
    '"<FROM_DAY>" is the name of a column: only single quotes make a text',
  ],
  [
    query("'<FROM_DAY>'", '`<FROM_DAY>`'),
    '`<FROM_DAY>` is the name of a column: only single quotes make a text',
  ],
  [
    'SELECT a FROM t WHERE day = "2026-01-01";',
    '"2026-01-01" is the name of a column: only single quotes make a text',
  ],
  [query("'<FROM_DAY>'", '<FROM_DAY>'), '<FROM_DAY> is in no quotes behind DATE'],
  [query("'<FROM_DAY>'", "'<FROM_DAY'"), "The place to fill in '<FROM_DAY' has one bracket"],
  [query("'<FROM_DAY>'", "'FROM_DAY>'"), "The place to fill in 'FROM_DAY>' has one bracket"],
  [query('COUNT', 'CUONT'), 'There is no function CUONT'],
  [query('COUNT', 'COUN'), 'There is no function COUN'],
  [query('COUNT(*)', 'COUNT *'), 'The brackets of COUNT are missing'],
  [query('day, COUNT', 'day COUNT'), 'A comma is missing before COUNT'],
  [query('GROUP BY', 'GROUPBY'), 'GROUPBY is no word of SQL'],
  [query('GROUP BY', 'GROUP'), 'BY is missing behind GROUP'],
  [query('GROUP BY', 'ORDER'), 'BY is missing behind ORDER'],
  [query('>=', '=>'), 'No engine compares with =>'],
  [query('>=', '> ='), 'The operator >= has a blank in it'],
  [query('>=', '≥'), 'No engine reads ≥'],
  [query('>=', '!=='), 'No engine reads !=='],
  [query('>=', '&gt;='), '&gt; is a sign of HTML'],
  [query('WHERE event_time', 'WHERE event_time event_time'), 'Nothing is between event_time and event_time'],
  [query('WHERE', 'WHERE a = 1 AND OR'), 'No condition follows AND'],
  [query('GROUP', 'AND GROUP'), 'No condition follows AND'],
  [query('FROM events', 'FROM events AS'), 'No name follows AS'],
  ["SELECT a FROM t WHERE kind IN ('click' 'view');", 'A comma is missing in the list after IN'],
  ['SELECT a FROM t WHERE kind IN ();', 'The list after IN is empty'],
  ['SELECT 1 FROM a LEFT JION b ON a.x = b.x;', 'JION is no word of SQL'],
  ['CREATE VEIW x AS SELECT 1;', 'VEIW is no word of SQL'],
  ['CREATE TABEL x (a INT);', 'TABEL is no word of SQL'],
  ['DROP TABLE IF EXIST x;', 'EXIST is no word of SQL'],
  ['WITH a AS (SELECT 1) b AS (SELECT 2) SELECT * FROM a;', 'A comma is missing before b'],
  ['WITH a AS (SELECT 1), SELECT * FROM a;', 'There is a comma before SELECT'],
])('says of %s: %s', (code, message) => {
  expect(codeProblems('sql', code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  query('x', 'x'),
  'SELECT a FROM t WHERE a BETWEEN 1 AND 2 AND b = 1;',
  'SELECT "day" FROM t WHERE "day" = \'2026-01-01\';',
  'SELECT MAKE_INTERVAL(days => 3);',
  "SELECT a FROM t WHERE f(x => 1) > 2 AND b IN ('a', 'b');",
  'SELECT DISTINCT COUNT(*) OVER (PARTITION BY a) FROM t;',
  'SELECT count * 2 FROM t;',
  'SELECT COUNTIF(a) FROM t ORDER BY a;',
  'SELECT CASE WHEN a THEN MAX(b) ELSE MIN(c) END FROM t;',
  'SELECT o.id FROM orders o LEFT JOIN "group" g ON g.id = o.group_id;',
])('finds nothing in %s', (code) => {
  expect(codeProblems('sql', code)).toEqual([])
})
