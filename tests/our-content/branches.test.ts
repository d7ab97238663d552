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

// October holds 100 % of what is compared; November lacks so many of 10,000.
describe('the gate of the report', () => {
  const missing = (licenses: number) => `DELETE FROM aggregate_inputs;
    INSERT INTO aggregate_inputs (month, segment, revenue, licenses) VALUES
      ('2026-10', 'a', 1, ${String(licenses)}), ('2026-10', 'b', 1, ${String(10_000 - licenses)}),
      ('2026-11', 'a', 1, NULL), ('2026-11', 'b', 1, 9000)`
  it.each([
    ['publish', missing(99)],
    ['footnote', missing(100)],
    ['footnote', missing(499)],
    ['block', missing(500)],
  ])('says "%s" from its share on', async (word, change) => {
    expect(await verdicts('missing-data', 'gate-report', change)).toEqual([word])
  })
})

describe('the reconciliation of an account', () => {
  const sides = (ledger: number, pipeline: number, filed: number, currency = 'USD') => `
    DELETE FROM ledger_entries; DELETE FROM profit_lines; DELETE FROM filed_profit;
    INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount)
      VALUES ('L-1', 'x', '2026-10', '2026-10-05 00:00:00', '${currency}', ${String(ledger)});
    INSERT INTO profit_lines VALUES ('L-1', 'x', '2026-10', ${String(pipeline)});
    INSERT INTO filed_profit (account, period, amount_usd) VALUES ('x', '2026-10', ${String(filed)})`
  it.each([
    ['pipeline is alone', sides(100, 110, 100)],
    ['pipeline is alone', sides(100, 90, 100)],
    ['filing is alone', sides(100, 100, 110)],
    ['filing is alone', sides(100, 100, 90)],
    ['ledger is alone', sides(100, 110, 110)],
    ['ledger is alone', sides(100, 90, 90)],
    ['all three differ', sides(100, 110, 120)],
    ['no exchange rate', sides(100, 100, 100, 'CHF')],
  ])('says "%s" where it is so', async (word, change) => {
    expect(await verdicts('profit-discrepancy', 'reconcile-by-account', change)).toEqual([word])
  })

  it('says nothing of a difference that is within the tolerance', async () => {
    expect(await verdicts('profit-discrepancy', 'reconcile-by-account', sides(100, 101, 99))).toEqual([])
  })
})
