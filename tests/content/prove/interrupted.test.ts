import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualDraw } from '../../../src/content/prove/draw.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import { workspace, type Workspace } from './workspace.ts'

const UPDATE = `UPDATE report_inputs SET licenses = (
  SELECT s.licenses FROM licenses_source s WHERE s.month = report_inputs.month AND s.segment = report_inputs.segment)
WHERE month = '<MONTH>' AND licenses IS NULL;
`
/** The same rows, taken out and put back; between them the reader looks at what there is. */
const REWRITE = `DELETE FROM report_inputs WHERE month = '<MONTH>';
SELECT COUNT(*) FROM report_inputs;
INSERT INTO report_inputs
SELECT b.month, b.segment, b.revenue, COALESCE(b.licenses, s.licenses)
FROM report_inputs_before_<INCIDENT> b LEFT JOIN licenses_source s ON s.month = b.month AND s.segment = b.segment;
`

describe('a fix whose statements fail in turn', () => {
  const content = workspace()
  let engine: DuckDb
  beforeAll(async () => {
    engine = await DuckDb.open()
  })
  afterAll(() => engine.close())

  async function interruptions(change: (content: Workspace) => void) {
    change(content)
    const { plans, results } = await prove(content.proofs().plans, [engine], {
      draw: usualDraw(1, new Set(['none'])),
      wants: ({ proof }) => proof.name === 'refill',
      canRunShell: false,
      progress: () => undefined,
    })
    const [part] = plans.flatMap(({ fixes }) => fixes).flatMap(({ changes }) => changes)
    if (!part) throw new Error('The fixture has no fix.')
    const result = results.of(part.page.file, part.id)
    const wrong = result.wrong.filter(({ set }) => set.kind === 'interrupted')
    return { tried: result.sets.get('interrupted'), wrong: wrong.map(({ set }) => set.what) }
  }

  it('is right where each of them leaves what was published', async () => {
    expect(await interruptions(() => undefined)).toEqual({ tried: 6, wrong: [] })
  })

  it('is found where one of them has taken rows away, whatever is only read before the next one', async () => {
    const { tried, wrong } = await interruptions((edited) => {
      edited.edit('issues/sound.md', UPDATE, REWRITE)
    })
    expect(tried).toBe(10)
    expect(wrong).toEqual([
      'statement 4 of the fix fails, in a client that stops',
      'statement 5 of the fix fails, in a client that stops',
      'statement 2 of the fix fails, in a client that goes on',
      'statement 5 of the fix fails, in a client that goes on',
    ])
  })
})
