import { beforeAll, describe, expect, it } from 'vitest'
import { KIND_NAMES } from '../../../src/content/prove/mutations/index.ts'
import { workspace } from './workspace.ts'

const LONG = 240_000

interface Receipt {
  blocks: Record<string, { wrong: Record<string, number>; survivors: string[] }>
}

describe('a gate that weighs only what is there', () => {
  const content = workspace()
  let report = ''
  let receipt: Receipt

  beforeAll(async () => {
    report = (await content.prove('--page', 'issues/naive')).out
    receipt = JSON.parse(content.read('receipts/issues/naive.json')) as Receipt
  }, LONG)

  /** Kinds that such a table or gate has no place for, and kinds that leave it right. */
  const NOT_HERE = [
    ...[
      'nan',
      'infinity',
      'unknown-word',
      'unknown-reference',
      'near-copy-time',
      'near-copy-measure',
      'all-groups-stopped',
      'late-row',
    ],
    ...[
      'pair',
      'timestamptz',
      'boundary',
      'row-order',
      'threads',
      'session-zone',
      'new-column',
      'one-row',
      'closed-group',
    ],
    ...['leap-day', 'month-end', 'year-end', 'year-start', 'clock-change'],
  ]

  it('is found wrong on data sets of each harmful kind', () => {
    const wrong = Object.keys(receipt.blocks['missing-report/gate']?.wrong ?? {})
    expect(
      KIND_NAMES.filter(
        (kind) => !NOT_HERE.includes(kind) && kind !== 'first-period' && !wrong.includes(kind),
      ),
    ).toEqual([])
  })

  it('is found wrong on the case that a person wrote', () => {
    expect(report).toContain('the case "empty-month"')
  })

  it('is shown wrong on a data set of a few rows that can be pasted', () => {
    const paste = report.slice(report.indexOf('The smallest data set'))
    expect(paste).toContain('CREATE TABLE report_inputs')
    expect(paste.match(/\('20\d\d-\d\d'/g)?.length).toBeLessThanOrEqual(3)
  })

  it('has a shell block that goes on after a failure, destroys a file and says ok', () => {
    const wrong = receipt.blocks['missing-report/save-offsets']?.wrong ?? {}
    expect(Object.keys(wrong)).toEqual(
      expect.arrayContaining([
        'unset',
        'empty',
        'placeholder',
        'missing',
        'fails',
        'error-on-stdout',
        'answers-nothing',
      ]),
    )
  })
})

describe('a fix', () => {
  const content = workspace()
  const change = (from: string, to: string) => {
    content.edit('issues/sound.md', from, to)
  }
  const wrongOf = async (role: string) => {
    await content.prove('--page', 'issues/sound')
    const { blocks } = JSON.parse(content.read('receipts/issues/sound.json')) as Receipt
    return Object.keys(blocks[`missing-report/refill/${role}`]?.wrong ?? {})
  }

  it(
    'that changes a row outside of what it names is found',
    async () => {
      change(
        'WHERE month = \'<MONTH>\' AND licenses IS NULL;\n```\n\n```sql test="missing-report/refill" role="undo"',
        'WHERE month >= \'<BEFORE>\';\n```\n\n```sql test="missing-report/refill" role="undo"',
      )
      content.edit(
        'rehearsals/missing-report/healthy.sql',
        'INSERT INTO licenses_source',
        "UPDATE report_inputs SET licenses = licenses + 1 WHERE month = '2026-10';\nINSERT INTO licenses_source",
      )
      content.write(
        'rehearsals/missing-report/fault.sql',
        `${content.read('rehearsals/missing-report/fault.sql')}UPDATE licenses_source SET licenses = 7 WHERE month = '2026-10';\n`,
      )
      expect(await wrongOf('change')).toContain('fault')
    },
    LONG,
  )
})

describe('a fix that does something each time', () => {
  const content = workspace()

  it(
    'is found when it is applied twice',
    async () => {
      content.edit(
        'issues/sound.md',
        "CREATE TABLE report_inputs_before_<INCIDENT> AS SELECT * FROM report_inputs WHERE month = '<MONTH>';",
        "CREATE TABLE IF NOT EXISTS report_inputs_before_<INCIDENT> AS SELECT * FROM report_inputs WHERE month = '<MONTH>';\nUPDATE report_inputs SET revenue = revenue + 1 WHERE month = '<MONTH>';",
      )
      // Its guard lets it run again.
      content.edit(
        'issues/sound.md',
        "CASE WHEN COUNT(*) = 0 THEN 'cannot tell'",
        "CASE WHEN COUNT(*) < 0 THEN 'cannot tell'",
      )
      content.edit('issues/sound.md', 'WHEN SUM(CASE WHEN s.licenses', 'WHEN 0 < SUM(CASE WHEN s.licenses')
      content.edit('issues/sound.md', 'THEN 0 ELSE 1 END) > 0', 'THEN 0 ELSE 1 END)')
      await content.prove('--page', 'issues/sound')
      const { blocks } = JSON.parse(content.read('receipts/issues/sound.json')) as Receipt
      expect(Object.keys(blocks['missing-report/refill/change']?.wrong ?? {})).toContain('twice')
    },
    LONG,
  )
})

describe('a check of a fix that never looks at what was repaired', () => {
  const content = workspace()

  it(
    'is found green on an emptied table and after a fix that did nothing',
    async () => {
      content.edit(
        'issues/sound.md',
        'SELECT segment, verdict FROM compared',
        "SELECT 'all' AS segment, 'ok' AS verdict UNION ALL SELECT segment, 'ok' FROM compared",
      )
      content.edit('issues/sound.md', "CASE WHEN COUNT(*) < 3 THEN 'cannot tell' ELSE 'ok' END", "'ok'")
      await content.prove('--page', 'issues/sound')
      const { blocks } = JSON.parse(content.read('receipts/issues/sound.json')) as Receipt
      const wrong = Object.keys(blocks['missing-report/verify-refill']?.wrong ?? {})
      expect(wrong).toEqual(
        expect.arrayContaining(['fault', 'idle-fix', 'other-period', 'empty-table', 'exact-copy']),
      )
    },
    LONG,
  )
})

describe('a page that names an engine which is not installed', () => {
  const content = workspace()

  it('is a usage error for an engine that there is not', async () => {
    await expect(content.prove('--engine', 'oracle')).rejects.toThrow('No engine "oracle".')
  })

  it('and --verify takes no other draw', async () => {
    await expect(content.prove('--verify', '--all')).rejects.toThrow(
      '--verify repeats the draw of the receipts.',
    )
  })
})
