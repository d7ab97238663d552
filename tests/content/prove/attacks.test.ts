import { beforeAll, describe, expect, it } from 'vitest'
import { proofsOf } from '../../../src/content/facts/proofs/index.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { usualDraw } from '../../../src/content/prove/draw.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import type { BlockResult } from '../../../src/content/prove/results.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { workspace } from './workspace.ts'

/**
 * Gates that people write: each is right on the healthy data and on the planted fault, which is EMEA without licenses in
 * November. `month` and `all` stand for the rows of the month and for all rows.
 */
const ATTACKS: readonly { name: string; why: string; fault: string; kinds: readonly string[] }[] = [
  {
    name: 'one-segment',
    why: 'looks at the segment of the last incident alone',
    fault: "EXISTS (SELECT 1 FROM month WHERE segment = 'EMEA' AND licenses IS NULL)",
    kinds: ['null'],
  },
  {
    name: 'only-null',
    why: 'takes a zero, a negative and a huge number for figures',
    fault: 'EXISTS (SELECT 1 FROM month WHERE licenses IS NULL)',
    kinds: ['zero', 'minus-one', 'huge', 'empty-period', 'group-vanished'],
  },
  {
    name: 'that-month',
    why: 'has the month of the last incident in it',
    fault: "EXISTS (SELECT 1 FROM report_inputs WHERE month = '2026-11' AND licenses IS NULL)",
    kinds: ['year-start', 'parameter-placeholder'],
  },
  {
    name: 'counts-names',
    why: 'counts the segments and not the rows',
    fault: '(SELECT COUNT(DISTINCT segment) FROM month WHERE licenses IS NOT NULL) <> 3',
    kinds: ['exact-copy', 'same-key', 'all-twice'],
  },
  {
    name: 'compares-sums',
    why: 'compares the total with the source',
    fault:
      "COALESCE((SELECT SUM(licenses) FROM month) <> (SELECT SUM(licenses) FROM licenses_source WHERE month = '<MONTH>'), TRUE) OR EXISTS (SELECT 1 FROM month WHERE licenses IS NULL)",
    kinds: ['offsetting', 'key-spelling'],
  },
  {
    name: 'inner-join',
    why: 'asks only for the segments that both tables have',
    fault:
      'EXISTS (SELECT 1 FROM month m JOIN licenses_source s ON s.month = m.month AND s.segment = m.segment WHERE m.licenses IS DISTINCT FROM s.licenses)',
    kinds: ['group-vanished', 'row-missing', 'empty-table', 'exact-copy', 'key-blank', 'key-case'],
  },
  {
    name: 'last-month',
    why: 'takes what was missing last month too for usual',
    fault:
      "EXISTS (SELECT 1 FROM month m JOIN report_inputs b ON b.month = '<BEFORE>' AND b.segment = m.segment WHERE m.licenses IS NULL AND b.licenses IS NOT NULL)",
    kinds: ['second-period', 'no-previous-period', 'carried-forward'],
  },
  {
    name: 'the-majority',
    why: 'takes what most segments have for right',
    fault:
      '(SELECT COUNT(licenses) FROM month) * 3 < COUNT(*) * 3 OR EXISTS (SELECT 1 FROM month WHERE licenses < 0.05 * (SELECT MEDIAN(licenses) FROM month))',
    kinds: ['majority'],
  },
  {
    name: 'stored-order',
    why: 'takes the last but one row that is stored',
    fault:
      '(SELECT licenses FROM (SELECT licenses, ROW_NUMBER() OVER () AS n FROM all_rows) t WHERE n = 8) IS NULL',
    kinds: ['row-order'],
  },
  {
    name: 'session-zone',
    why: 'asks the clock of the session',
    fault:
      "EXISTS (SELECT 1 FROM month WHERE licenses IS NULL) OR TIMESTAMPTZ '2026-11-01 00:00:00' <> TIMESTAMPTZ '2026-11-01 00:00:00+00'",
    kinds: ['session-zone'],
  },
  {
    name: 'month-before',
    why: 'counts months back without the year',
    fault:
      "EXISTS (SELECT 1 FROM month WHERE licenses IS NULL) OR NOT EXISTS (SELECT 1 FROM all_rows WHERE month = SUBSTR('<MONTH>', 1, 5) || LPAD(CAST(CAST(SUBSTR('<MONTH>', 6) AS INTEGER) - 1 AS VARCHAR), 2, '0'))",
    kinds: ['year-start'],
  },
  {
    name: 'thirty-days',
    why: 'takes every month for one of 30 days',
    fault:
      "EXISTS (SELECT 1 FROM month WHERE licenses IS NULL) OR SUBSTR(CAST(CAST('<MONTH>-01' AS DATE) + 29 AS VARCHAR), 1, 7) <> '<MONTH>'",
    kinds: ['leap-day'],
  },
  {
    name: 'every-column',
    why: 'takes the columns by their number',
    fault:
      "EXISTS (SELECT 1 FROM month WHERE licenses IS NULL) OR (SELECT COUNT(*) FROM information_schema.columns WHERE table_name = 'report_inputs') <> 4",
    kinds: ['new-column'],
  },
  {
    name: 'first-month',
    why: 'cries wolf in the first month that there is',
    fault:
      "EXISTS (SELECT 1 FROM month WHERE licenses IS NULL) OR NOT EXISTS (SELECT 1 FROM all_rows WHERE month < '<MONTH>')",
    kinds: ['first-period'],
  },
]

/** An answer that is no row where nothing is found, and one that never comes. */
const OTHERS = [
  {
    name: 'silence',
    sql: "SELECT segment, CASE WHEN licenses IS NULL THEN 'fault' ELSE 'ok' END AS verdict FROM report_inputs WHERE month = '<MONTH>';",
    kinds: ['empty-period', 'empty-table'],
  },
  {
    name: 'no-end',
    sql: "WITH RECURSIVE r(n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM r WHERE (SELECT COUNT(*) FROM report_inputs WHERE month = '<MONTH>') <> 3) SELECT CASE WHEN (SELECT COUNT(*) FROM r) > 0 AND EXISTS (SELECT 1 FROM report_inputs WHERE licenses IS NULL) THEN 'fault' ELSE 'ok' END AS verdict;",
    kinds: ['empty-table'],
  },
]

const block = (name: string, sql: string) =>
  `\`\`\`sql test="missing-report/${name}" role="gate"\n${sql}\n\`\`\`\n`

const page = [
  '---\ntitle: Attacks\nsummary: Gates that are right on the planted data.\n---\n',
  ...ATTACKS.map(({ name, fault }) =>
    block(
      name,
      `WITH month AS (SELECT * FROM report_inputs WHERE month = '<MONTH>'), all_rows AS (SELECT * FROM report_inputs)\nSELECT CASE WHEN ${fault} THEN 'fault' ELSE 'ok' END AS verdict${name === 'the-majority' ? ' FROM month' : ''};`,
    ),
  ),
  ...OTHERS.map(({ name, sql }) => block(name, sql)),
].join('\n')

describe('a gate that is right on the planted data and wrong next door', () => {
  const content = workspace()
  const results = new Map<string, BlockResult>()

  beforeAll(async () => {
    content.write('issues/attacks.md', page)
    const { plans, findings } = proofsOf(loadContent(content.root))
    expect(findings).toEqual([])
    const engine = await DuckDb.open(1)
    const { results: found } = await prove(plans, [engine], {
      draw: usualDraw(),
      wants: ({ page: on }) => on.id === 'attacks',
      canRunShell: false,
      progress: () => undefined,
    })
    await engine.close()
    const own = plans.flatMap(({ reading }) => reading).filter(({ page: on }) => on.id === 'attacks')
    for (const each of own) results.set(each.proof.name, found.of(each.page.file, each.id))
  })

  it.each([...ATTACKS, ...OTHERS])('is found: $name', ({ name, kinds }) => {
    const result = results.get(name)
    const wrong = [...(result?.wrongSets.keys() ?? [])]
    expect(wrong).toEqual(expect.arrayContaining([...kinds]))
  })

  it.each(ATTACKS)('that $why was right on what was planted: $name', ({ name }) => {
    const wrong = [...(results.get(name)?.wrongSets.keys() ?? [])]
    expect(wrong.filter((kind) => kind === 'healthy' || kind === 'fault')).toEqual([])
  })

  it('ends with a plain finding where the query has no end, and is asked no more', () => {
    const result = results.get('no-end')
    const endless = result?.wrong.filter(({ got }) => got.includes('It did not end within 1 s')) ?? []
    expect(endless).toHaveLength(2)
  })
})
