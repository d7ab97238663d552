import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkContent } from '../../../src/content/check/check.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { TODAY, withContent } from './broken-content.ts'

const table = (title: string, columns: string) =>
  `title: ${title}\nsummary: All.\nrow: one of them\ncolumns:\n  - { name: id, type: text, summary: The id }\n${columns}`
const VISITS = table(
  'Visits',
  '  - { name: kind, type: text, values: [click, view], summary: Which }\n  - { name: place, type: text, summary: Where }\n',
)
const JOBS = table('Jobs', '  - { name: state, type: text, values: [done, failed], summary: How it ended }\n')
const PLACES = table('Places', '  - { name: kind, type: text, summary: What it is }\n')

const found = (sql: string) =>
  withContent((root) => {
    mkdirSync(path.join(root, 'tables'), { recursive: true })
    for (const [name, text] of Object.entries({ visits: VISITS, jobs: JOBS, places: PLACES }))
      writeFileSync(path.join(root, `tables/${name}.yaml`), text)
    writeFileSync(
      path.join(root, 'issues/x.md'),
      `---\ntitle: X\nsummary: A page.\n---\n\n## Symptoms\n\n\`\`\`sql test="none: an example"\n${sql}\n\`\`\`\n`,
    )
    return checkContent(loadContent(root), { today: TODAY })
      .filter(({ rule }) => rule === 'unknown-value')
      .map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`)
  })

it.each([
  ["SELECT id FROM visits WHERE kind = 'clik'", '9:36 The column "kind" never holds "clik"'],
  ["SELECT id FROM visits v WHERE v.kind <> 'Click'", '9:41 The column "kind" never holds "Click"'],
  ["SELECT id FROM visits WHERE 'tap' = kind AND id = 'x'", '9:29 The column "kind" never holds "tap"'],
  ["SELECT id FROM visits WHERE kind IN ('click', 'vew')", '9:47 The column "kind" never holds "vew"'],
  ["SELECT id FROM visits WHERE kind NOT IN ('views')", '9:42 The column "kind" never holds "views"'],
  ["SELECT COUNT(*) FILTER (WHERE kind = 'tap') FROM visits", '9:38 The column "kind" never holds "tap"'],
  ["SELECT SUM(CASE kind WHEN 'tap' THEN 1 END) FROM visits", '9:27 The column "kind" never holds "tap"'],
  [
    "SELECT v.id FROM visits v JOIN jobs j ON j.id = v.id AND j.state = 'ok'",
    '9:68 The column "state" never holds "ok"',
  ],
  ["UPDATE jobs SET state = 'fail' WHERE id = 'a'", '9:25 The column "state" never holds "fail"'],
  [
    "INSERT INTO jobs (id, state) VALUES ('a', 'done'), ('b', 'error')",
    '9:58 The column "state" never holds "error"',
  ],
])('finds the text that the column never holds in %s', (sql, expected) => {
  expect(found(sql)).toEqual([expected])
})

it.each([
  "SELECT id FROM visits WHERE kind = 'click' OR kind IN ('view', 'click')",
  "SELECT id FROM visits WHERE place = 'Rome' AND id = 'click-1'",
  "SELECT id FROM visits WHERE kind LIKE 'cl%' OR kind = '' || place",
  "SELECT id FROM visits WHERE kind = '$KIND' OR kind = '<KIND>' OR kind = :kind",
  "SELECT id FROM visits WHERE UPPER(kind) = 'CLICK'",
  "SELECT CASE WHEN kind = 'click' THEN 'tap' ELSE 'other' END AS what FROM visits",
  // Which of the two tables the column belongs to, only an engine knows.
  "SELECT v.id FROM visits v JOIN places p ON p.id = v.id WHERE kind = 'city'",
  "SELECT p.id FROM visits v JOIN places p ON p.id = v.id WHERE p.kind = 'city'",
  "WITH visits AS (SELECT 'a' AS id, 'tap' AS kind) SELECT id FROM visits WHERE kind = 'tap'",
  "SELECT id FROM (SELECT id, place AS kind FROM visits) x WHERE kind = 'Rome'",
  "SELECT id FROM archive.visits WHERE kind = 'tap'",
  "INSERT INTO jobs (id, state) VALUES ('error', 'done')",
  "INSERT INTO jobs (id, state) SELECT 'error', 'done'",
])('finds nothing in %s', (sql) => {
  expect(found(sql)).toEqual([])
})
