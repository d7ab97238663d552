import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { fixtureNames, rehearse } from '../../src/content/prove/rehearse.ts'

async function typed(
  fixture: string | undefined,
  ...lines: string[]
): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = []
  const code = await rehearse(fixture, Readable.from(lines), '.', (text) => printed.push(text))
  return { code, printed }
}

describe('a rehearsal', () => {
  it('runs a pasted block at the empty line after it, and the last one at the end', async () => {
    const { code, printed } = await typed(
      'late-data',
      'SELECT COUNT(*) AS runs',
      'FROM daily_runs',
      '',
      'SELECT 1 AS one',
    )
    expect(code).toBe(0)
    expect(printed.slice(2)).toEqual(['runs\n3', 'one\n1'])
  })

  it('names the tables of the incident first', async () => {
    expect((await typed('late-data')).printed[0]).toContain(
      'daily_runs, engagement_daily, events_quarantine, events_raw',
    )
  })

  it('goes on after a mistake in the SQL', async () => {
    const { code, printed } = await typed('late-data', 'SELECT FROM nothing_here', '', 'SELECT 2 AS two')
    expect(code).toBe(0)
    expect(printed.at(-2)).toMatch(/error/i)
    expect(printed.at(-1)).toBe('two\n2')
  })

  it('says Done where a statement has no rows to show', async () => {
    expect((await typed('late-data', 'DELETE FROM daily_runs')).printed.at(-1)).toBe('Done.')
  })

  it('says that there are no rows where a query finds nothing', async () => {
    expect((await typed('late-data', 'SELECT day FROM daily_runs WHERE false')).printed.at(-1)).toBe(
      'day\nNo rows.',
    )
  })

  it.each([undefined, 'late-date', '../late-data', 'data-loss-undo'])(
    'names the incidents there are for %s',
    async (name) => {
      const { code, printed } = await typed(name)
      expect(code).toBe(1)
      expect(printed).toEqual([expect.stringContaining(fixtureNames('.').join(', '))])
    },
  )
})
