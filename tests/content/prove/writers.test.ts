import { beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import type { BlockResult } from '../../../src/content/prove/results.ts'
import { workspace } from './workspace.ts'

const VERDICT =
  "SELECT CASE WHEN COUNT(*) <> 3 THEN 'cannot tell' WHEN COUNT(licenses) < 3 THEN 'fault' ELSE 'ok' END AS verdict FROM"
const MONTH = "SELECT * FROM report_inputs WHERE month = '<MONTH>'"

/** Blocks that are pasted to look, and do something else besides; the last two do nothing that stays. */
const BLOCKS = {
  'ends-transaction': `COMMIT; ${VERDICT} (${MONTH}) m;`,
  'takes-back': `ROLLBACK; SELECT 'fault' AS verdict;`,
  deletes: `DELETE FROM report_inputs WHERE licenses IS NULL; ${VERDICT} (${MONTH}) m;`,
  'makes-table': `CREATE TABLE kept AS ${MONTH}; ${VERDICT} kept;`,
  'first-temporary': `CREATE TEMP TABLE seen AS ${MONTH}; ${VERDICT} seen;`,
  'second-temporary': `CREATE TEMP TABLE seen AS ${MONTH}; ${VERDICT} seen;`,
}

describe.each([
  ['DuckDB', () => DuckDb.open()],
  ['PostgreSQL', () => Postgres.open()],
] as const)('a gate that does more than read, on %s', (_, open) => {
  const content = workspace()
  const results = new Map<string, BlockResult>()

  beforeAll(async () => {
    const fences = Object.entries(BLOCKS).map(
      ([name, sql]) => `\`\`\`sql test="missing-report/${name}" role="gate"\n${sql}\n\`\`\`\n`,
    )
    content.write('issues/writers.md', `---\ntitle: Writers\nsummary: Writers.\n---\n\n${fences.join('\n')}`)
    const { plans } = content.proofs()
    const engine: Engine = await open()
    const { results: found } = await prove(plans, [engine], {
      draw: { seed: 1, limit: 20, pairs: 0, kinds: undefined },
      wants: ({ page }) => page.id === 'writers',
      canRunShell: false,
      progress: () => undefined,
    })
    await engine.close()
    for (const { page, id, proof } of plans.flatMap(({ reading }) => reading))
      if (page.id === 'writers') results.set(proof.name, found.of(page.file, id))
  })

  const saidOnHealthy = (name: string) =>
    results.get(name)?.wrong.find(({ set }) => set.kind === 'healthy')?.got

  it.each([
    ['ends-transaction', 'it begins or ends a transaction'],
    ['takes-back', 'it begins or ends a transaction'],
    ['makes-table', 'kept is new'],
  ])('is refused: %s', (name, why) => {
    expect(saidOnHealthy(name)).toContain(why)
  })

  it('is refused where there is something for it to delete', () => {
    const [wrong] = results.get('deletes')?.wrong.filter(({ set }) => set.kind === 'fault') ?? []
    expect(wrong?.got).toContain('it changes data, and a block that answers only reads: report_inputs')
  })

  it.each(['first-temporary', 'second-temporary'])(
    'is right where it only makes a temporary table, each time and beside another: %s',
    (name) => {
      const wrong = results
        .get(name)
        ?.wrong.filter(({ set }) => ['healthy', 'fault', 'row-order'].includes(set.kind))
      expect(wrong).toEqual([])
      // An error because the table is there already would be taken for having noticed each of these faults.
      const missed = [...(results.get(name)?.wrongSets.keys() ?? [])]
      expect(missed.filter((kind) => ['zero', 'minus-one', 'sign', 'key-case'].includes(kind))).not.toEqual(
        [],
      )
    },
  )
})
