import { afterAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { BlockResult } from '../../../src/content/prove/results.ts'
import { runMutants } from '../../../src/content/prove/run/mutants.ts'
import { workspace } from './workspace.ts'

const LONG = 240_000

/** Two slips in its last line change no answer, whatever the data are. */
const QUERY = `SELECT CASE WHEN COUNT(*) = 0 THEN 'cannot tell' ELSE 'ok' END AS verdict
FROM seen WHERE 1 = 1 AND 1 <= 2;`
const SAME = ['line 3: < instead of <=', 'line 3: without AND 1 <= 2']

describe('a block that makes a temporary table', () => {
  const content = workspace()
  const engines: Engine[] = []
  afterAll(() => Promise.all(engines.map((engine) => engine.close())))

  it.each([
    ['PostgreSQL', () => Postgres.open(), ''],
    ['DuckDB', () => DuckDb.open(), ' engine="duckdb"'],
  ] as const)(
    'is asked anew for each slip in its query, and what no data set notices is reported: %s',
    async (_, open, attribute) => {
      content.write(
        'issues/seen.md',
        `---\ntitle: Seen\nsummary: Looks at a copy.\n---\n\n\`\`\`sql test="missing-report/seen" role="diagnosis"${attribute}\nCREATE TEMP TABLE seen AS SELECT * FROM report_inputs;\n${QUERY}\n\`\`\`\n`,
      )
      const plan = content.proofs().plans.find(({ rehearsal }) => rehearsal.name === 'missing-report')
      const block = plan?.reading.find(({ proof }) => proof.name === 'seen')
      if (!plan || !block) throw new Error('The block is in no plan')
      const engine = await open()
      engines.push(engine)
      const result = new BlockResult()
      const draw = { seed: 1, limit: 0, pairs: 0, kinds: undefined }
      await runMutants(engine, [engine], plan, [{ block, result }], draw)
      expect(result.survivors).toEqual(expect.arrayContaining(SAME))
    },
    LONG,
  )
})
