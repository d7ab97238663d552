import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import type { BlockResult } from '../../../src/content/prove/results.ts'
import { workspace, type Workspace } from './workspace.ts'

/** The clicks of the day, counted by what a session calls a day, and by seconds, which are the same everywhere. */
const COUNTS = {
  'by-date': "CAST(happened_at AS DATE) = DATE '<DAY>'",
  'by-second':
    "FLOOR(EXTRACT(EPOCH FROM happened_at) / 86400) = FLOOR(EXTRACT(EPOCH FROM TIMESTAMP '<DAY> 00:00:00') / 86400)",
}
type Name = keyof typeof COUNTS

const partsOf = (name: Name): [role: string, sql: string][] => {
  const counted = `SELECT COUNT(*) FROM clicks_of_day`
  return [
    [
      'preview',
      `SELECT CASE WHEN (${counted}) = 0 THEN 'cannot tell' WHEN clicks = (${counted}) THEN 'fault' ELSE 'ok' END AS verdict
       FROM daily_clicks WHERE day = DATE '<DAY>'`,
    ],
    [
      'change',
      `CREATE TABLE IF NOT EXISTS daily_clicks_kept AS SELECT * FROM daily_clicks WHERE day = DATE '<DAY>';
       UPDATE daily_clicks SET clicks = (${counted}) WHERE day = DATE '<DAY>'`,
    ],
    [
      'undo',
      `UPDATE daily_clicks SET clicks = (SELECT clicks FROM daily_clicks_kept) WHERE day = DATE '<DAY>'`,
    ],
  ].map(([role = '', sql = '']) => [
    role,
    sql.replaceAll('clicks_of_day', `(SELECT * FROM click_view WHERE ${COUNTS[name]}) c`),
  ])
}

const column = (name: string, type: string, role: string) =>
  `  - { name: ${name}, type: ${type}, role: ${role}, summary: It }`
const table = (name: string, key: string, time: string, columns: string[]) =>
  [
    `title: ${name}`,
    `summary: ${name}.`,
    `row: one of them`,
    `key: [${key}]`,
    `time: { column: ${time}, zone: UTC }`,
    'columns:',
    ...columns,
    '',
  ].join('\n')

function plant(content: Workspace, name: Name): void {
  content.write(
    'tables/clicks.yaml',
    table('clicks', 'click_id', 'happened_at', [
      column('click_id', 'text', 'key'),
      column('happened_at', 'timestamp', 'time'),
    ]),
  )
  content.write(
    'tables/daily-clicks.yaml',
    table('daily_clicks', 'day', 'day', [
      column('day', 'date', 'time'),
      column('clicks', 'integer', 'measure'),
    ]),
  )
  const folder = `rehearsals/${name}`
  mkdirSync(path.join(content.root, folder), { recursive: true })
  content.write(
    `${folder}/rehearsal.yaml`,
    `title: Clicks
summary: A day has too few clicks.
tables: [clicks, daily_clicks]
now: 2026-03-05T09:00:00Z
period: { from: 2026-03-03, until: 2026-03-04 }
variables: { DAY: 2026-03-03 }
repair: [recount]
blocks:
  recount:
    changes: { daily_clicks: day = DATE '<DAY>' }
    creates: [daily_clicks_kept]
`,
  )
  // One of them at 02:00 UTC: the evening of the day before in New York.
  content.write(
    `${folder}/healthy.sql`,
    `INSERT INTO clicks VALUES ('a', TIMESTAMP '2026-03-02 12:00:00'), ('b', TIMESTAMP '2026-03-03 02:00:00'),
  ('c', TIMESTAMP '2026-03-03 12:00:00'), ('d', TIMESTAMP '2026-03-04 12:00:00');
INSERT INTO daily_clicks VALUES (DATE '2026-03-02', 1), (DATE '2026-03-03', 2), (DATE '2026-03-04', 1);
`,
  )
  content.write(`${folder}/fault.sql`, "UPDATE daily_clicks SET clicks = 0 WHERE day = DATE '2026-03-03';\n")
  const fence = (role: string, block: string, sql: string) =>
    `\`\`\`sql test="${name}/${block}" role="${role}"\n${sql};\n\`\`\`\n`
  const fences = [
    fence('setup', 'click-view', 'CREATE OR REPLACE VIEW click_view AS SELECT * FROM clicks'),
    ...partsOf(name).map(([role, sql]) => fence(role, 'recount', sql)),
  ]
  content.write(`issues/${name}.md`, `---\ntitle: Clicks\nsummary: Clicks.\n---\n\n${fences.join('\n')}`)
}

describe.each([
  ['DuckDB', () => DuckDb.open()],
  ['PostgreSQL', () => Postgres.open()],
] as const)('a fix whose days are those of the session, on %s', (_, open) => {
  const content = workspace()
  const results = new Map<string, BlockResult>()

  beforeAll(async () => {
    for (const name of ['by-date', 'by-second'] as const) plant(content, name)
    const { plans } = content.proofs()
    const engine = await open()
    const found = await prove(plans, [engine], {
      draw: { seed: 1, limit: Infinity, pairs: 0, kinds: new Set(['session-zone', 'timestamptz', 'pair']) },
      wants: ({ page }) => page.id in COUNTS,
      canRunShell: false,
      progress: () => undefined,
    })
    await engine.close()
    for (const { fixes } of plans)
      for (const { changes } of fixes)
        for (const { page, id } of changes) results.set(page.id, found.results.of(page.file, id))
  })

  const wrongOf = (name: Name) => results.get(name)?.wrong.map(({ set }) => set.what)

  it('is found where times have a zone, under the views of the set-up too', () => {
    expect(wrongOf('by-date')).toEqual([
      'the planted fault, and clicks.happened_at is TIMESTAMPTZ, the session is in America/New_York',
    ])
  })

  it('is right where a day is so many seconds', () => {
    expect(wrongOf('by-second')).toEqual([])
  })

  it('is tried in five zones, and on two changes at once', () => {
    const { sets } = results.get('by-second') ?? {}
    expect(sets?.get('session-zone')).toBe(5)
    expect(sets?.get('timestamptz')).toBe(1)
    expect(sets?.get('pair')).toBeGreaterThan(0)
  })
})
