import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'
import { sqlNames } from '../../../../src/content/check/code/sql-names.ts'
import { assignedIn, usedIn } from '../../../../src/content/check/code/variables.ts'

/** What opens something that ends later, by the reader of the language: a bracket, a quote, a block, a clause. */
const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  python: [
    ...['spark.sql("""', 'spark.sql("', '"""', "'''", '"', "'", '"\\', 'f"{', 'f"""{', '(', '[', '{', 'x['],
    ...[
      'a.b("x").',
      'a("b") + ',
      'a["b"] ',
      'x.',
      '-',
      'not ',
      'lambda: ',
      'lambda x: ',
      'await ',
      '*',
      'x = ',
    ],
    ...[
      'a and ',
      'a if b else ',
      'x: ',
      'if x:\n ',
      'try:\n',
      'else:\n',
      'def f(',
      'class A(',
      '[x for x in ',
    ],
    ...[
      'with a as b, ',
      'from . import (',
      'match x:\n case ',
      'return (',
      'print ',
      '@',
      '\\\n',
      '#',
      '{{',
      '<A ',
    ],
  ],
  sql: [
    ...[
      '(',
      'SELECT (',
      'SELECT ',
      'CASE ',
      'CASE WHEN ',
      'WITH a AS (',
      'FROM (',
      'FROM a, ',
      'JOIN (',
      'x IN (',
    ],
    ...[
      "'",
      '"',
      '`',
      "q'[",
      "e'",
      "E'\\",
      "'''",
      '"""',
      '/*',
      '/*/*',
      '--',
      '$$',
      '$a$',
      '$',
      '{{',
      '{%',
      '[',
      '@',
    ],
    ...[
      'a.',
      'NOT ',
      'a AND ',
      'a = ',
      ', ',
      ';',
      'UNION SELECT ',
      'a OVER (',
      'BETWEEN ',
      'EXPLAIN ',
      'COUNT(',
    ],
    ...['INSERT INTO t (', 'VALUES (', 'EXISTS (SELECT ', 'MAX(SUM(', 'DELETE FROM ', '&gt', '#', '\\', '<A'],
  ],
  bash: [
    ...[
      '(',
      '$(',
      '$((',
      '${',
      '${a:-',
      '`',
      '"',
      "'",
      "$'",
      '"$(',
      '"\\',
      '<(',
      '{ ',
      '[ ',
      '[[ ',
      '| ',
      '&& ',
    ],
    ...[
      '<<EOF\n',
      "<<'EOF'\n\n",
      '<<-E\n',
      'if true; then ',
      'for a in b; do ',
      'while x; do ',
      'case x in ',
      'x) ',
    ],
    ...[
      'function f() {',
      'sudo ',
      'a=',
      'export ',
      'rm -r ',
      'chmod -R ',
      'find . ',
      'read a ',
      'printf -v ',
    ],
    ...[
      'kubectl ',
      'kafka-topics.sh --',
      "awk '",
      "curl -d '{",
      'psql -c "',
      '--a ',
      '\\\n',
      '#',
      '<A',
      '{{',
    ],
  ],
  yaml: [
    ...[
      '[',
      '{',
      '- ',
      '? ',
      'a: ',
      'a: [',
      '{a: ',
      '- [',
      '- {a: ',
      '- - ',
      'a:\n ',
      '- a: ',
      '"',
      "'",
      '"\\',
    ],
    ...['|', '>', '&a ', '*a ', '[&a [', '!!str ', '!<', '<<: ', '---\n', '...\n', '%', '#', '{{', '<A'],
  ],
  json: ['[', '{', '{"a":', '[{"a":', '{"a":{},"a":', '"', '"\\', '{{', '-', ',', '[[],', '[]\n', '<A'],
  toml: [
    '[',
    '[[',
    'a = [',
    'a = {',
    'a = {b = ',
    'a = [[',
    '[a.',
    'a.',
    '"',
    "'",
    '"""',
    "'''",
    '{',
    '\n[a]\n',
  ],
  ini: ['[', 'a=', '\\', '\\\n', '${', '"', '='],
  promql: [
    ...[
      '(',
      'sum(',
      'sum by (',
      'a{',
      'a{b="',
      'a[',
      'rate(a[',
      '{',
      '[',
      '"',
      "'",
      '`',
      '-',
      'a + ',
      'a and ',
    ],
    ...['a == ', 'a @ ', 'offset ', ',', '#'],
  ],
}
/** No page is longer. */
const MAX_LENGTH = 256 * 1024
/** Of the processor, for one block: nothing that people write takes a hundredth. */
const MAX_SECONDS = 5

it.each(Object.entries(OPENINGS))(
  'no reader stops or runs on at 2,000 or 10,000 openings of %s that nothing closes',
  (language, openings) => {
    const slow = openings.flatMap((opening) =>
      [2000, 10_000].flatMap((times) => {
        const code = `${opening.repeat(times).slice(0, MAX_LENGTH)}x`
        const before = process.cpuUsage()
        for (const { offset } of codeProblems(language, code)) {
          expect(offset, opening).toBeGreaterThanOrEqual(0)
          expect(offset, opening).toBeLessThanOrEqual(code.length)
        }
        usedIn(language, code)
        assignedIn(language, code)
        if (language === 'sql') sqlNames(code)
        const seconds = process.cpuUsage(before).user / 1e6
        return seconds > MAX_SECONDS ? [`${opening} ${String(times)} times: ${seconds.toFixed(1)} s`] : []
      }),
    )
    expect(slow).toEqual([])
  },
  110_000,
)

it('what is nested further than the parser of Python keeps is told at its place, and long code is read', () => {
  const [deep] = codeProblems('python', `x = 1\n${'spark.sql("""'.repeat(5000)}`)
  expect(deep?.message).toBe('Brackets, signs or blocks are in each other too many times to be read')
  expect(deep?.offset).toBeGreaterThan(6)
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `    ("row ${String(at)}", [${String(at)} + 1, f(2)]),`,
  )
  expect(codeProblems('python', `rows = [\n${rows.join('\n')}\n]`)).toEqual([])
  const texts = Array.from({ length: 2000 }, (_, at) => `    "part ${String(at)}"`)
  expect(codeProblems('python', `text = (\n${texts.join('\n')}\n)`)).toEqual([])
  expect(codeProblems('python', 'if x:\n    f(1)\n\n'.repeat(5000))).toEqual([])
})
