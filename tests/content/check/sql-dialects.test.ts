import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../src/content/check/code/sql-tokens.ts'
import { sqlProblems } from '../../../src/content/check/code/sql.ts'
import { runRule } from '../../../src/content/check/rules/rule.ts'
import { unknownColumn } from '../../../src/content/check/rules/unknown-column.ts'
import { parsePage } from '../../../src/content/read/body.ts'
import { draftsOf } from '../../../src/content/read/drafts.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { TODAY, withContent } from './broken-content.ts'

/** Statements that an engine reads: PostgreSQL, MySQL, SQL Server, Oracle, BigQuery, Snowflake, Spark, DuckDB, ClickHouse. */
const VALID = readFileSync('tests/fixtures/sql/dialects.txt', 'utf8').trim().split('\n---\n')

const TABLES = {
  orders: 'order_id status amount created_at customer_id payload tags items address',
  customers: 'customer_id name created_at',
}

/** What the rule says of statements, each on a page of its own. */
function saidOf(statements: readonly string[]): string[][] {
  return withContent((root) => {
    mkdirSync(path.join(root, 'tables'), { recursive: true })
    for (const [name, columns] of Object.entries(TABLES))
      writeFileSync(
        path.join(root, `tables/${name}.yaml`),
        `title: ${name}\nsummary: A table.\nrow: one\ncolumns:\n${columns
          .split(' ')
          .map((column) => `  - { name: ${column}, type: text, summary: A column }\n`)
          .join('')}`,
      )
    const names = statements.map((sql, index) => {
      const name = `issues/sql-${String(index)}.md`
      writeFileSync(path.join(root, name), `---\ntitle: X\n---\n\n~~~sql\n${sql}\n~~~\n`)
      return name
    })
    const content = loadContent(root)
    expect(content.tables.size).toBe(2)
    return names.map((name) => {
      const document = content.documents.find((each) => each.path === path.join(root, name))
      const documents = document ? [document] : []
      const pages = documents.map(parsePage)
      expect(pages.length, name).toBe(1)
      const context = { content: { ...content, documents }, drafts: draftsOf(content), today: TODAY, pages }
      return runRule(unknownColumn, context).map(({ severity, message }) => `${severity}: ${message}`)
    })
  })
}

it(`no statement of ${String(VALID.length)} that are right in some dialect is an error`, () => {
  const said = saidOf(VALID)
  const wrong = VALID.flatMap((sql, index) => {
    const problems = [
      ...sqlProblems(sql).flatMap(({ message, isDoubtful }) => (isDoubtful === true ? [] : [message])),
      ...(said[index] ?? []),
    ]
    return problems.map((problem) => `${problem}: ${sql}`)
  })
  expect(wrong).toEqual([])
})

it.each(
  [
    'SELECT status, count(*) FROM orders GROUP BY status ORDER BY count DESC',
    'SELECT status, pg_catalog.sum(amount) FROM orders GROUP BY status ORDER BY sum',
    'SELECT max FROM (SELECT max(created_at) FROM orders) t',
    'SELECT DISTINCT ON (status) bit_length(status) FROM orders ORDER BY bit_length',
    'CREATE VIEW v AS SELECT status, avg(amount) FROM orders GROUP BY 1; SELECT avg FROM v',
    'SELECT order_id, rank() OVER (ORDER BY amount) FROM orders ORDER BY rank',
    'SELECT generate_series, status FROM generate_series(1, 3) CROSS JOIN orders',
  ].map((sql) => [sql, saidOf([sql])] as const),
)('a column has the name of its function: %s', (_, said) => {
  expect(said).toEqual([[]])
})

describe('a column that no table has is found', () => {
  const wrong = [
    ['SELECT order_id, ordr_status FROM orders', 'ordr_status'],
    ['SELECT o.stauts FROM orders o', 'stauts'],
    ['SELECT order_id FROM orders WHERE craeted_at > now() FOR UPDATE SKIP LOCKED', 'craeted_at'],
    ['EXPLAIN (ANALYZE, BUFFERS) SELECT sum(amont) FROM orders', 'amont'],
    ['SELECT TOP 5 o.amont FROM orders o WITH (NOLOCK)', 'amont'],
    ["UPDATE orders SET stauts = 'x' WHERE order_id = 1", 'stauts'],
    ['INSERT INTO orders (order_id, stauts) VALUES (1, 2)', 'stauts'],
    ['DELETE FROM orders WHERE stauts IS NULL', 'stauts'],
    ['WITH x AS (SELECT order_id, stauts FROM orders) SELECT order_id FROM x', 'stauts'],
    [
      'SELECT o.order_id FROM orders o JOIN customers c ON c.custmer_id = o.customer_id GROUP BY 1',
      'custmer_id',
    ],
    ['CREATE TABLE copy AS SELECT stauts FROM orders', 'stauts'],
    ['SELECT status, count(*) FROM orders GROUP BY stauts QUALIFY count(*) > 1', 'stauts'],
  ] as const

  it.each(
    saidOf(wrong.map(([sql]) => sql)).map((said, index) => [wrong[index]?.[0], wrong[index]?.[1], said]),
  )('%s', (_, column, said) => {
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(`^error: .* has no column "${String(column)}"|^error: No .* "${String(column)}"`),
      ),
    ])
  })
})

it('a table of another schema may have other columns', () => {
  expect(saidOf(['SELECT stauts FROM raw.orders'])).toEqual([[expect.stringMatching(/^warning: /)]])
})

describe('a slip in SQL is found in every dialect', () => {
  it.each([
    ['SELCT a FROM t', 'SELCT is no word of SQL'],
    ['DELETE FORM t', 'FORM is no word of SQL'],
    ['SELECT a FROM t WHERE b = 1 GRUOP BY a', 'GRUOP is no word of SQL'],
    ['SELECT a FROM t ODER BY a', 'ODER is no word of SQL'],
    ["SELECT 'C:\\', a FROM t", undefined],
    ["SELECT a FROM t WHERE b = 'x", "The quote ' is not closed"],
    ['SELECT a FROM t WHERE b = "x', 'The quote " is not closed'],
    ['SELECT (a FROM t', 'The bracket ( is not closed'],
    ['SELECT a FROM t WHERE', 'The statement ends after WHERE'],
    ['SELECT a FROM t /* why', 'The comment is not closed'],
  ])('%s', (sql, message) => {
    expect(sqlProblems(sql).map((problem) => problem.message)).toEqual(message === undefined ? [] : [message])
  })
})

describe('a text between dollars', () => {
  it.each([
    ['SELECT $$a; b$$, c', ['SELECT', '$$a; b$$', ',', 'c']],
    ['DO $x$ a $$ b $y$ $x$ c', ['DO', '$x$ a $$ b $y$ $x$', 'c']],
    ['$a$b$a$', ['$a$b$a$']],
    ['$a$b$c$', ['$', 'a$b$c$']],
    ['$a$ $1 $$', ['$', 'a$', '$', '1', '$', '$']],
  ])('ends with the sign that opened it: %s', (code, texts) => {
    expect(tokensOf(code).tokens.map(({ text }) => text)).toEqual(texts)
  })

  it('costs no more where thousands of signs close nothing than where they do', () => {
    const tags = Array.from({ length: 20_000 }, (_, at) => `t${String(at)}`)
    const timeOf = (code: string) => {
      const begin = performance.now()
      tokensOf(code)
      return performance.now() - begin
    }
    const closed = tags.map((tag) => `$${tag}$ $${tag}$ 'x'`).join('\n')
    const open = tags.map((tag) => `$${tag}$ a 'x'`).join('\n')
    timeOf(closed)
    expect(timeOf(open)).toBeLessThan(20 * timeOf(closed))
  })
})
