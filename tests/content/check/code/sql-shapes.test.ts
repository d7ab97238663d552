import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

it.each([
  ['SELECT a, b FROM t UNION SELECT a FROM u;', 25, 'This query has 1 column, and the one before it 2'],
  ['SELECT a FROM t UNION ALL SELECT a, b FROM u;', 26, 'This query has 2 columns, and the one before it 1'],
  ['INSERT INTO t (a, b) VALUES (1, 2), (3);', 36, '2 columns have 1 values'],
  ['INSERT INTO t (a, b) SELECT a FROM u;', 21, '2 columns get what a query with 1 column selects'],
  ['SELECT MAX(SUM(a)) FROM t;', 11, 'SUM is inside of another sum, which no engine adds up'],
  ['SELECT CAST(a INT) FROM t;', 7, 'CAST says no type'],
  ['SELECT CASE a = 1 THEN 2 END FROM t;', 18, 'WHEN is missing behind CASE'],
  ['SELECT CASE WHEN a = 1 ELSE 2 END FROM t;', 12, 'THEN is missing behind WHEN'],
  ['DELETE orders WHERE a = 1;', 0, 'FROM is missing behind DELETE'],
  ['DELETE FROM WHERE a = 1;', 7, 'Nothing is between FROM and WHERE'],
  ['UPDATE t SET WHERE b = 2;', 9, 'Nothing is between SET and WHERE'],
  ['SELECT a FROM t ORDER BY a DSC;', 27, 'DSC is no word of SQL'],
  ['SELECT a FROM t INNER u ON t.a = u.a;', 16, 'JOIN is missing behind INNER'],
  ["SELECT a FROM t WHERE b = 'x' OR 'y';", 33, "'y' is compared with nothing"],
  ['SELECT a, ROW_NUMBER() OVER PARTITION BY a FROM t;', 23, 'OVER takes brackets'],
])('finds the slip in %s', (code, offset, message) => {
  expect(codeProblems('sql', code)).toMatchObject([{ offset, message }])
})

it.each([
  'SELECT SUM(SUM(a)) OVER (PARTITION BY b) FROM t GROUP BY b;',
  'SELECT MAX(COUNT(*), 1) FROM t;',
  'SELECT MAX((SELECT SUM(a) FROM u)) FROM t;',
  'SELECT SUM(a) FILTER (WHERE b > 1) FROM t;',
  'SELECT * FROM t UNION ALL SELECT a, b FROM u;',
  'SELECT t.*, 1 FROM t UNION SELECT a, b FROM u;',
  'SELECT a FROM t UNION ALL BY NAME SELECT a, b FROM u;',
  "SELECT COALESCE(a, 'x'), (b + 1) FROM t UNION SELECT c, d FROM u;",
  'SELECT a FROM t WHERE b IN (SELECT c, d FROM u) UNION SELECT e FROM v;',
  'WITH x AS (SELECT a, b FROM t) SELECT a FROM x UNION SELECT c FROM y;',
  'INSERT INTO t (a, b) SELECT * FROM u;',
  'INSERT INTO t (a, b) SELECT a, b FROM u ON CONFLICT (a) DO UPDATE SET b = 1;',
  'INSERT INTO t (a, b) VALUES (1, 2), (3, (4)), (5, f(6, 7));',
  'INSERT INTO t SELECT a, b FROM u;',
  'SELECT a FROM t WHERE a IS DISTINCT FROM b;',
  "SELECT CAST(a AS DECIMAL(10, 2)), TRY_CAST(b AS DATE), CAST(c, 'Int32') FROM t;",
  'SELECT CASE a WHEN 1 THEN 2 WHEN 3 THEN CASE WHEN b THEN 4 END ELSE 5 END FROM t;',
  'SELECT a FROM t LEFT OUTER JOIN u ON t.a = u.a CROSS JOIN v;',
  "SELECT a FROM t WHERE b = 'x' OR 'y' = c;",
  'SELECT a FROM t ORDER BY a DESC NULLS LAST, b ASC;',
  'SELECT ROW_NUMBER() OVER (ORDER BY a), SUM(b) OVER w FROM t WINDOW w AS (PARTITION BY c);',
  'DELETE FROM t WHERE a = 1;',
  "delete t where a < SYSTIMESTAMP - INTERVAL '1' DAY;",
])('finds nothing in %s', (code) => {
  expect(codeProblems('sql', code)).toEqual([])
})

it.each([
  'IFS= read -r line',
  'LC_ALL= sort x',
  'http_proxy= curl https://example.com',
  'kubectl delete \\\n  pod x',
  'docker exec -it loader \\\n  ls',
  'cp -r "$HOME/a" b',
  'mv a b',
  'sleep infinity',
  'sleep 5m && ls',
  'ls | grep -c x',
  "sed -i 's/a/b/' file",
  "curl -X POST -H 'Accept: text/plain' https://example.com",
  'kubectl get pods -n a -l app=x -o json',
  'kafka-topics.sh --bootstrap-server b:9092 --describe --topics-with-overrides',
])('a shell is given %s rightly', (code) => {
  expect(codeProblems('bash', code)).toEqual([])
})

it.each([
  '- alert: Late\n  expr: up == 0\n  annotations:\n    summary: x',
  '- alert: Late\n  annotations:\n    summary: x',
  'groups:\n  - name: a\n    rules:\n      - alert: Late',
  'apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\nstringData: {}',
])('a part of a file is no file with mistakes: %j', (code) => {
  expect(codeProblems('yaml', code)).toEqual([])
})

it('a mistyped field of an alert rule is told at its place', () => {
  const code = '# the rule\n- alert: Late\n  expr: up == 0\n  annotatons:\n    summary: x'
  expect(codeProblems('yaml', code)).toEqual([
    {
      offset: code.indexOf('annotatons'),
      message: 'Unknown field "annotatons"',
      hint: 'Did you mean "annotations"?',
    },
  ])
})
