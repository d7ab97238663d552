import { beforeAll, describe, expect, it } from 'vitest'
import { workspace } from './workspace.ts'

const LONG = 240_000
const RECEIPT = 'receipts/issues/sound.json'

describe('a receipt', () => {
  const content = workspace()
  let written = ''

  beforeAll(async () => {
    await content.prove('--page', 'issues/sound')
    written = content.read(RECEIPT)
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
      content.write(RECEIPT, written.replace(/"wrong": \{\s*"\w[^}]*\}/, '"wrong": {}'))
      expect(content.read(RECEIPT)).not.toBe(written)
      const { code, error } = await content.prove('--page', 'issues/sound', '--verify')
      expect({ code, error }).toEqual({
        code: 1,
        error: expect.stringContaining('wrong is {}, the run gives') as string,
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
