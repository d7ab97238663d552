import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { proofsOf } from '../../src/content/facts/proofs/index.ts'
import { DuckDb } from '../../src/content/prove/engines/duckdb.ts'
import { rehearsalNames, rehearse, type RehearsalRoom } from '../../src/content/prove/rehearse.ts'
import { loadContent } from '../../src/content/read/load.ts'

const room: RehearsalRoom = {
  plans: proofsOf(loadContent('content')).plans,
  openEngine: () => DuckDb.open(),
}

async function typed(
  fixture: string | undefined,
  ...lines: string[]
): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = []
  const code = await rehearse(fixture, Readable.from(lines), room, (text) => printed.push(text))
  return { code, printed }
}

describe('a rehearsal', () => {
  it('runs a pasted block at the empty line after it, and the last one at the end', async () => {
    const { code, printed } = await typed(
      'engagement',
      'SELECT COUNT(*) AS days',
      'FROM engagement_daily',
      '',
      'SELECT 1 AS one',
    )
    expect(code).toBe(0)
    expect(printed.slice(-2)).toEqual(['days\n5', 'one\n1'])
  })

  it('names the tables of the incident first', async () => {
    expect((await typed('engagement')).printed[0]).toContain('events_raw')
  })

  it('goes on after a mistake in the SQL', async () => {
    const { code, printed } = await typed('engagement', 'SELECT FROM nothing_here', '', 'SELECT 2 AS two')
    expect(code).toBe(0)
    expect(printed.at(-2)).toMatch(/error/i)
    expect(printed.at(-1)).toBe('two\n2')
  })

  it('says Done where a statement has no rows to show', async () => {
    expect((await typed('engagement', 'DELETE FROM known_losses')).printed.at(-1)).toBe('Done.')
  })

  it('says that there are no rows where a query finds nothing', async () => {
    expect((await typed('engagement', 'SELECT day FROM engagement_daily WHERE false')).printed.at(-1)).toBe(
      'day\nNo rows.',
    )
  })

  it.each([undefined, 'late-date', '../late-data', 'data-loss-undo'])(
    'names the incidents there are for %s',
    async (name) => {
      const { code, printed } = await typed(name)
      expect(code).toBe(1)
      expect(printed).toEqual([expect.stringContaining(rehearsalNames(room).join(', '))])
    },
  )

  it('of the content fills in the parameters of a pasted block', async () => {
    const plan = room.plans.find(({ rehearsal }) => rehearsal.fault.trim() !== '' && rehearsal.file.variables)
    if (!plan) throw new Error('No rehearsal of this content has variables.')
    const [[name, value] = ['', '']] = Object.entries(plan.rehearsal.file.variables ?? {})
    const { printed } = await typed(plan.rehearsal.name, `SELECT '<${name}>' AS filled`)
    expect(printed.at(-1)).toBe(`filled\n${value}`)
  })
})
