import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixturePath } from '../../src/content/read/code-fence.ts'
import { readPages } from './pages.ts'
import { Warehouse } from '../../src/content/prove/warehouse.ts'

const blocks = readPages().flatMap((page) => page.blocks)

/** What a step of a page answers in its last column, after a change to its fixture: one word a row. */
async function verdicts(fixture: string, step: string, change: string): Promise<string[]> {
  const block = blocks.find(
    ({ test }) => test.kind === 'run' && test.fixture === fixture && test.step === step,
  )
  const warehouse = await Warehouse.open(readFileSync(join(fixturePath(fixture), 'setup.sql'), 'utf8'))
  await warehouse.run(change)
  const rows = (await warehouse.run(block?.code ?? '')).trimEnd().split('\n').slice(1)
  warehouse.close()
  return rows.map((row) => row.split(',').at(-1) ?? '')
}

/** Queued runs and finished ones of the last six hours, nothing else. */
function queue(waiting: number, finished: number): string {
  const run = (status: string, finishedAt: string) =>
    `SELECT 'history', DATE '2026-06-01', '${status}', NULL, TIMESTAMP '2026-11-26 00:00:00', NULL, ${finishedAt}`
  return `DELETE FROM partition_loads;
    INSERT INTO partition_loads ${run('queued', 'NULL')} FROM range(${String(waiting)});
    INSERT INTO partition_loads ${run('success', "TIMESTAMP '2026-11-27 07:00:00'")} FROM range(${String(finished)})`
}

// The report is sent 100 hours after the query's "now"; the queue drains by what finished in 6 hours.
describe('the forecast of a backfill queue', () => {
  it.each([
    ['empty', queue(0, 5)],
    ['stuck', queue(5, 0)],
    ['drains in time', queue(100, 6)],
    ['too slow for the report', queue(101, 6)],
    ['growing', 'SELECT 1'],
  ])('says "%s" where it is so', async (word, change) => {
    expect(await verdicts('stale-backfill', 'forecast-queue', change)).toEqual([word])
  })
})
