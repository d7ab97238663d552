import { beforeAll, describe, expect, it } from 'vitest'
import { testedOf } from '../../../src/content/facts/proofs/tested.ts'
import { boxProblem } from '../../../src/content/prove/shell/box.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { workspace } from './workspace.ts'

const LONG = 240_000
const RECEIPT = 'receipts/issues/sound.json'

const proved = workspace()
let receipt: Promise<string> | undefined
/** The receipt of the page, whose run takes longer than all else here; a draft of one block before it leaves nothing behind. */
const receiptOfSound = () =>
  (receipt ??= (async () => {
    await proved.prove('--page', 'issues/sound', '--block', 'verify-refill')
    await proved.prove('--page', 'issues/sound')
    return proved.read(RECEIPT)
  })())

describe('a receipt', () => {
  const content = proved
  let written = ''

  beforeAll(async () => {
    written = await receiptOfSound()
  }, LONG)

  it('names engines, data sets by kind, the seed and the UTC day', () => {
    const receipt = JSON.parse(written) as { blocks: Record<string, { sets: Record<string, number> }> }
    expect(receipt).toMatchObject({
      version: 1,
      page: 'issues/sound',
      day: '2026-11-26',
      seed: 1,
      engines: { duckdb: '1.5.6' },
    })
    expect(receipt.blocks['missing-report/verify-refill']?.sets).toMatchObject({
      fixed: 1,
      'empty-table': 3,
      'idle-fix': 1,
    })
  })

  it(
    'stays as it is, its day too, when nothing new comes out',
    async () => {
      content.write(RECEIPT, written.replace('2026-11-26', '2026-11-20'))
      await content.prove('--page', 'issues/sound')
      expect(content.read(RECEIPT)).toBe(written.replace('2026-11-26', '2026-11-20'))
      content.write(RECEIPT, written)
    },
    LONG,
  )

  it(
    'is confirmed by --verify, which writes nothing',
    async () => {
      expect(await content.prove('--page', 'issues/sound', '--verify')).toMatchObject({ code: 0 })
      expect(content.read(RECEIPT)).toBe(written)
    },
    LONG,
  )

  it(
    'is refused by --verify after an edit by hand',
    async () => {
      const hidden = written.replace(/"survivors": \[\s*"\w[^\]]*\]/, '"survivors": []')
      expect(hidden).not.toBe(written)
      content.write(RECEIPT, hidden.replace(/"wrong": \{\}(?!.*"wrong")/s, '"wrong": { "null": 1 }'))
      expect(content.read(RECEIPT)).not.toBe(written)
      const { code, error } = await content.prove('--page', 'issues/sound', '--verify')
      expect({ code, error }).toEqual({
        code: 1,
        error: expect.stringMatching(
          /wrong is \{"null":1\}, the run gives \{\}[^]*survivors is \[\], the run gives \["/,
        ) as string,
      })
      content.write(RECEIPT, written)
    },
    LONG,
  )

  it(
    'no longer fits a block that was changed to select from a table that does not exist',
    async () => {
      content.edit('issues/sound.md', 'FROM compared;', 'FROM no_such_table;')
      const { out } = await content.check()
      expect(out).toContain('receipt-stale')
      expect(out).toContain('"missing-report/verify-refill" or its rehearsal has changed since it was run')
      expect((await content.check('--strict')).code).toBe(1)
      const proved = await content.prove('--page', 'issues/sound', '--block', 'verify-refill')
      expect(proved).toMatchObject({ code: 1, out: expect.stringContaining('no_such_table') as string })
    },
    LONG,
  )
})

describe('a mark', () => {
  const content = workspace()
  const RECEIPTS = ['receipts/issues/sound.json', 'receipts/issues/copy.json'] as const

  beforeAll(async () => {
    content.write(RECEIPT, await receiptOfSound())
  }, LONG)

  const tested = () => testedOf(loadContent(content.root), { collection: 'issues', id: 'sound' })

  it('is earned by blocks that were run, and by no others', () => {
    expect(tested()).toEqual({
      run: 4,
      recorded: boxProblem() === undefined ? 1 : 0,
      notRun: 0,
      notTested: boxProblem() === undefined ? 0 : 1,
    })
  })

  it('is lost by the one block that was tampered with after its receipt, in its text, its role or its words', () => {
    const page = content.read('issues/sound.md')
    for (const [from, to] of [
      ["THEN 'cannot tell'\n              WHEN r.times", "THEN 'ok'\n              WHEN r.times"],
      ['role="verify"', 'role="diagnosis"'],
      ['role="verify"', 'role="verify" words="fault=ok"'],
      ['role="verify"', 'role="verify" engine="duckdb"'],
    ] as const) {
      content.edit('issues/sound.md', from, to)
      const marks = content.proofs().blocks.map(({ block, fit }) => [block.id, fit])
      expect(Object.fromEntries(marks)).toMatchObject({
        'missing-report/verify-refill': 'changed',
        'missing-report/refill/undo': 'fits',
      })
      content.write('issues/sound.md', page)
    }
  })

  it('is lost by every block when the data of its rehearsal change', () => {
    const fault = content.read('rehearsals/missing-report/fault.sql')
    content.write('rehearsals/missing-report/fault.sql', `${fault}DELETE FROM licenses_source;\n`)
    const own = content.proofs().blocks.filter(({ block }) => block.page.id === 'sound')
    expect(own.length).toBeGreaterThan(3)
    expect(new Set(own.map(({ fit }) => fit))).toEqual(new Set(['changed']))
    content.write('rehearsals/missing-report/fault.sql', fault)
  })

  it('is not earned by the receipt of another page, even of one with the same blocks', () => {
    content.write('issues/copy.md', content.read('issues/sound.md'))
    content.write(RECEIPTS[1], content.read(RECEIPTS[0]))
    const { blocks, findings } = content.proofs()
    const own = blocks.filter(({ block }) => block.page.id === 'copy')
    expect(own.length).toBeGreaterThan(3)
    expect(new Set(own.map(({ fit }) => fit))).toEqual(new Set(['none']))
    expect(findings.map(({ message }) => message)).toContain('This is the receipt of "issues/sound"')
  })
})

describe('a fence that names a rehearsal that was never written', () => {
  const content = workspace()

  it('is an error of the check', async () => {
    content.edit('issues/sound.md', 'missing-report/verify-refill', 'no-such-fixture/never-ran')
    expect(await content.check()).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /sound\.md:6:1.*block-test|There is no rehearsal "no-such-fixture"/,
      ) as string,
    })
  })
})
