import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { proofsOf } from '../../src/content/facts/proofs/index.ts'
import { DuckDb } from '../../src/content/prove/engines/duckdb.ts'
import { rehearsalNames, rehearse, type RehearsalRoom } from '../../src/content/prove/rehearse/index.ts'
import { boxProblem } from '../../src/content/prove/shell/box.ts'
import { whyNoBox } from '../content/prove/box-problem.ts'
import { loadContent } from '../../src/content/read/load.ts'

const NO_BOX = whyNoBox()

const room: RehearsalRoom = {
  plans: proofsOf(loadContent('content')).plans,
  openEngine: () => DuckDb.open(),
  boxProblem,
}

async function typed(
  names: string | readonly string[] | undefined,
  ...lines: string[]
): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = []
  const chosen = typeof names === 'string' ? [names] : (names ?? [])
  const code = await rehearse(chosen, Readable.from(lines), room, (text) => printed.push(text))
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

  it('of the profit page can commit a repair that only removes what the ledger does not have', async () => {
    const plan = room.plans.find(({ rehearsal }) => rehearsal.name === 'profit-discrepancy')
    const fix = plan?.fixes.find(({ name }) => name === 'rebuild')
    if (!plan || !fix?.check) throw new Error('The fix "rebuild" is not on the page.')
    const pasted = (block: string) => [
      ...block
        .replaceAll('<NOT_IN_LEDGER>', 'remove')
        .split('\n')
        .filter((line) => line.trim() !== ''),
      '',
    ]
    const { printed } = await typed(
      'profit-discrepancy',
      // Our copy is repaired, but for one line.
      'DELETE FROM profit_lines',
      '',
      'INSERT INTO profit_lines SELECT entry_id, account, period, usd FROM ledger_usd',
      '',
      "INSERT INTO profit_lines (entry_id, account, period, amount_usd) VALUES ('L-999', '5000 Hosting', '2026-10', -700)",
      '',
      ...fix.changes.flatMap(({ written }) => pasted(written)),
      ...pasted(fix.check.written),
      "SELECT COUNT(*) AS left_over FROM profit_lines WHERE entry_id = 'L-999'",
    )
    expect(printed.at(-2)).toMatch(/^entries,agree,usd,verdict\n1,1,.*,ok$/)
    expect(printed.at(-1)).toBe('left_over\n0')
  })

  it('takes one warehouse at a time', async () => {
    const { code, printed } = await typed(['engagement', 'stale-data'])
    expect(code).toBe(1)
    expect(printed).toEqual([expect.stringMatching(/^One warehouse at a time: engagement and stale-data/)])
  })

  describe.skipIf(NO_BOX !== undefined)('with the tools of Kafka beside the warehouse', () => {
    const lag = [
      ': "${BOOTSTRAP:?Set BOOTSTRAP first}" &&',
      '  kafka-consumer-groups.sh --bootstrap-server "$BOOTSTRAP" --command-config "$CLIENT_CONFIG" \\',
      '    --describe --group "$GROUP"',
      '',
    ]

    it('answers commands as they were recorded, and SQL from the warehouse', async () => {
      const { code, printed } = await typed(['engagement', 'kafka-tools'], ...lag, 'SELECT 1 AS one')
      expect(code).toBe(0)
      expect(printed.slice(0, 2)).toEqual([
        expect.stringContaining('events_raw'),
        expect.stringContaining('kafka-consumer-groups.sh'),
      ])
      expect(printed.at(-2)).toMatch(/^GROUP .*LAG/)
      expect(printed.at(-2)).toMatch(/events-loader +events +2 +41 +117 +76/)
      expect(printed.at(-1)).toBe('one\n1')
    })

    it('says of a command that nobody recorded that it has no answer, and asks nobody', async () => {
      const { printed } = await typed(['kafka-tools'], 'kafka-topics.sh --bootstrap-server real:9092 --list')
      expect(printed.at(-1)).toBe(
        'kafka-topics.sh: there is no recorded answer to these arguments\nExit code 96.',
      )
    })

    it('keeps a file for the next block', async () => {
      const { printed } = await typed(['kafka-tools'], 'echo saved > note', '', 'cat note')
      expect(printed.slice(-2)).toEqual(['Done.', 'saved'])
    })

    it('finds every tool in the first line of each shell block of the rehearsal', async () => {
      const plan = room.plans.find(({ rehearsal }) => rehearsal.name === 'kafka-tools')
      const blocks = plan?.commands ?? []
      const { printed } = await typed(
        ['engagement', 'kafka-tools'],
        ...blocks.flatMap(({ written }) => [...written.split('\n').filter((line) => line.trim() !== ''), '']),
      )
      const answers = printed.slice(-blocks.length)
      expect(blocks.length).toBeGreaterThan(5)
      for (const answer of answers) expect(answer).not.toMatch(/parser error|syntax error/i)
    })
  })

  it('says what is missing where the machine has no namespaces, and answers SQL all the same', async () => {
    const printed: string[] = []
    const without = { ...room, boxProblem: () => 'No namespaces here.' }
    const say = (text: string) => printed.push(text)
    const lines = () => Readable.from(['SELECT 1 AS one'])
    expect(await rehearse(['engagement', 'kafka-tools'], lines(), without, say)).toBe(0)
    expect(printed[0]).toBe('No namespaces here. Commands are not answered.')
    expect(printed.at(-1)).toBe('one\n1')
    expect(await rehearse(['kafka-tools'], lines(), without, say)).toBe(1)
  })
})
