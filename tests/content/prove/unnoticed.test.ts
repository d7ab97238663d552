import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { Results } from '../../../src/content/prove/results.ts'
import { runWritten } from '../../../src/content/prove/run/written.ts'
import { workspace } from './workspace.ts'

const CASES = 'rehearsals/missing-report/cases'
const WHAT = 'A revenue that is wrong'

describe('a written case with a line "not-noticed"', () => {
  const content = workspace()
  let engine: DuckDb
  beforeAll(async () => {
    engine = await DuckDb.open()
  })
  afterAll(async () => {
    await engine.close()
  })

  /** What the check of the fixture's repair says on one case. */
  async function resultOn(lines: readonly string[], sql: string) {
    content.write(`${CASES}/unseen.sql`, [...lines, sql, ''].join('\n'))
    const { plans, findings } = content.proofs()
    const plan = plans.find(({ rehearsal }) => rehearsal.name === 'missing-report')
    if (!plan) throw new Error('the fixture has no such rehearsal')
    const result = new Results().of('page', 'block')
    const readers = plan.reading
      .filter(({ proof }) => proof.name === 'verify-refill')
      .map((block) => ({ block, result }))
    await runWritten([engine], plan, readers)
    return { result, findings }
  }

  it('is what the page says that the block does not notice, while the block answers ok', async () => {
    const { result, findings } = await resultOn(
      ['-- on: fixed', '-- why: The revenue is wrong.', `-- not-noticed: ${WHAT}`, '-- verify-refill: ok'],
      "UPDATE report_inputs SET revenue = revenue + 7 WHERE month = '2026-11';",
    )
    expect(findings).toEqual([])
    expect(result.wrong).toEqual([])
    expect([...result.notNoticed.keys()]).toEqual([WHAT])
  })

  it('is a wrong answer, and nothing that the page says, once the block notices it', async () => {
    const { result } = await resultOn(
      ['-- on: fixed', '-- why: A segment is gone.', `-- not-noticed: ${WHAT}`, '-- verify-refill: ok'],
      "DELETE FROM report_inputs WHERE month = '2026-11' AND segment = 'EMEA';",
    )
    expect(result.wrong).toHaveLength(1)
    expect([...result.notNoticed.keys()]).toEqual([])
  })

  it('is an error of the content where no block of the case must answer ok', async () => {
    const { findings } = await resultOn(
      ['-- on: fixed', '-- why: A segment is gone.', `-- not-noticed: ${WHAT}`, '-- verify-refill: fault'],
      "DELETE FROM report_inputs WHERE month = '2026-11' AND segment = 'EMEA';",
    )
    expect(findings.map(({ message }) => message)).toEqual([
      'The case says what is not noticed, and no block must answer "ok"',
    ])
  })
})
