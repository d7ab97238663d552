import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/content/check/check.ts'
import { sqlNames } from '../../../src/content/check/code/sql-names.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { TODAY, withContent } from './broken-content.ts'

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
    ["INSERT INTO TABLE t PARTITION (ds = 'x') SELECT a FROM u", ['t as t', 'u as u']],
    ["SELECT EXTRACT(EPOCH FROM a), TRIM(BOTH ' ' FROM b) FROM t", ['t as t']],
    ['SELECT a FROM t WHERE a IS DISTINCT FROM b', ['t as t']],
    ["SELECT 'FROM x' -- FROM y\nFROM t", ['t as t']],
  ])('finds the tables of %s', (code, expected) => {
    expect(relationsOf(code)).toEqual(expected)
  })

  it.each([
    ['SELECT a, t.b AS c, SUM(d) e FROM t ORDER BY c, e', ['a', 't.b', 'd', 'c', 'e']],
    ['INSERT INTO t (a, b) VALUES (1, 2)', ['t.a', 't.b']],
    ['INSERT INTO TABLE t (a, b) VALUES (1, 2)', ['t.a', 't.b']],
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

  it('makes no table of one that rows are written into', () => {
    expect(sqlNames('INSERT INTO TABLE t SELECT a FROM u')[0]?.made).toEqual([])
    expect(sqlNames('SELECT a INTO TABLE t FROM u')[0]?.made).toEqual(['t'])
  })

  it('reads as many tables as a statement has', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `t${String(at)}`)
    expect(sqlNames(`SELECT a FROM ${names.join(', ')}`)[0]?.relations).toHaveLength(20_000)
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

describe('a view that another page makes', () => {
  const withView = (work: (root: string) => void) => {
    withContent((root) => {
      mkdirSync(path.join(root, 'tables'), { recursive: true })
      writeFileSync(
        path.join(root, 'tables/visits.yaml'),
        'title: Visits\nsummary: All.\nrow: one order\ncolumns:\n  - { name: id, type: text, summary: The id }\n',
      )
      const page = (name: string, sql: string) => {
        writeFileSync(
          path.join(root, `issues/${name}.md`),
          `---\ntitle: ${name}\nsummary: A page.\n---\n\n## Symptoms\n\n1. Look:\n\n   \`\`\`sql test="none: an example"\n   ${sql}\n   \`\`\`\n`,
        )
      }
      page('a-makes', 'CREATE VIEW late AS SELECT id AS late_id FROM visits;')
      page('z-reads', 'SELECT late_id, id FROM late JOIN visits ON id = late_id;')
      work(root)
    })
  }
  const columns = (findings: readonly { rule: string; file: string }[]) =>
    findings.filter(({ rule, file }) => rule === 'unknown-column' && file.endsWith('/z-reads.md'))

  it.each([1, 2, 200])('is known to a page that is looked at later, with %i pages at a time', (atATime) => {
    withView((root) => {
      expect(columns(checkContent(loadContent(root), { today: TODAY, atATime }))).toEqual([])
    })
  })

  it('is known where only some pages are looked at', () => {
    withView((root) => {
      const only = new Set([path.join(root, 'issues/z-reads.md')])
      expect(columns(checkContent(loadContent(root), { today: TODAY, only }))).toEqual([])
    })
  })
})

describe('a name before a dot', () => {
  const columns =
    '  - { name: id, type: text, summary: The id }\n  - { name: payload, type: text, summary: What it says }\n'
  const found = (sql: string) =>
    withContent((root) => {
      mkdirSync(path.join(root, 'tables'), { recursive: true })
      writeFileSync(
        path.join(root, 'tables/visits.yaml'),
        `title: Visits\nsummary: All.\nrow: one visit\ncolumns:\n${columns}`,
      )
      writeFileSync(
        path.join(root, 'issues/x.md'),
        `---\ntitle: X\nsummary: A page.\n---\n\n## Symptoms\n\n\`\`\`sql test="none: an example"\n${sql}\n\`\`\`\n`,
      )
      return checkContent(loadContent(root), { today: TODAY })
        .filter(({ rule, file }) => rule === 'unknown-column' && file.endsWith('/x.md'))
        .map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`)
    })

  it('that the query gives to nothing is found where it is', () => {
    expect(found('SELECT w.id FROM visits v WHERE v.id > 3')).toEqual([
      '9:8 Nothing in the query is called "w"',
    ])
    expect(found('SELECT v.id FROM visits v JOIN visits u ON u.id = vv.id')).toEqual([
      '9:51 Nothing in the query is called "vv"',
    ])
  })

  it.each([
    'SELECT v.id, visits.id FROM visits v',
    'SELECT payload.user, v.payload.user.id FROM visits v',
    'SELECT a.id FROM (SELECT id FROM visits) a JOIN visits b ON a.id = b.id',
    'WITH w AS (SELECT id FROM visits) SELECT w.id FROM w',
    'SELECT v.id FROM visits v WHERE EXISTS (SELECT 1 FROM visits u WHERE u.id = v.id)',
    'INSERT INTO visits (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET payload = excluded.payload',
    'SELECT g.day FROM visits v, generate_series(1, 2) AS g(day)',
    'SELECT o.id FROM elsewhere e',
  ])('that means something is none: %s', (sql) => {
    expect(found(sql).filter((each) => each.includes('is called'))).toEqual([])
  })
})
