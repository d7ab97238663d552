import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rehearsalHash } from '../../../src/content/facts/proofs/hashes.ts'
import { proofsOf } from '../../../src/content/facts/proofs/index.ts'
import { testedOf } from '../../../src/content/facts/proofs/tested.ts'
import { isTicked, shortMark } from '../../../src/content/read/proof.ts'
import type { Receipt } from '../../../src/content/model/receipt.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { Touched } from '../../../src/content/prove/engines/touched.ts'
import { receiptsOf, receiptText, withShellBlocksOf } from '../../../src/content/prove/receipts.ts'
import { Results } from '../../../src/content/prove/results.ts'
import { workspace } from './workspace.ts'

/** Receipts as a run would write them, without the run: what is asked here is when they no longer fit. */
const content = workspace()
const REHEARSAL = 'rehearsals/missing-report'
const VERIFY = 'missing-report/verify-refill'
const SIDE = `${REHEARSAL}/rehearsal.yaml`

function fits(): Record<string, string> {
  return Object.fromEntries(
    content
      .proofs()
      .blocks.filter(({ block }) => block.page.id === 'sound')
      .map(({ block, fit }) => [block.id, fit]),
  )
}

function writeReceipts(): void {
  const { pages, plans, blocks } = content.proofs()
  const results = new Results()
  const engines = ['duckdb', 'postgresql'] as const
  for (const { block } of blocks) {
    const result = results.of(block.page.file, block.id)
    result.count('healthy')
    for (const name of block.proof.engines) result.engines.add(name)
  }
  const receipts = receiptsOf(pages, {
    plans,
    results,
    engines: engines.map((name) => ({
      name,
      version: '1',
      label: name,
      touched: new Touched(),
      reset: () => Promise.resolve(),
      statement: () => Promise.resolve(undefined),
      close: () => Promise.resolve(),
    })),
    seed: 1,
    day: '2026-11-20',
    parsed: new Map(),
  })
  for (const [name, receipt] of receipts) {
    const file = `receipts/${name}.json`
    mkdirSync(path.join(content.root, path.dirname(file)), { recursive: true })
    content.write(file, receiptText(receipt))
  }
}

const kept = new Map<string, string>()
function edit(file: string, from: string, to: string): void {
  if (!kept.has(file)) kept.set(file, content.read(file))
  content.edit(file, from, to)
}
afterEach(() => {
  for (const [file, text] of kept) content.write(file, text)
  kept.clear()
})

beforeAll(() => {
  mkdirSync(path.join(content.root, REHEARSAL, 'expect'), { recursive: true })
  content.write(`${REHEARSAL}/expect/fault.verify-refill.csv`, 'segment,verdict\nall,ok\n')
  content.edit(SIDE, '  lag: { fault: fault }', '  lag: { fault: fault, after: [offsets] }')
  content.write(
    'issues/sound.md',
    `${content.read('issues/sound.md')}\n\`\`\`bash test="missing-report/offsets" role="command"\nls\n\`\`\`\n`,
  )
  writeReceipts()
})

describe('a mark in short', () => {
  it('has a tick only where no answer was wrong', () => {
    const run = { kind: 'run', engines: [], sets: 9, day: '2026-11-20', notNoticed: [] } as const
    const recorded = { kind: 'recorded', sets: 9, day: '2026-11-20', rehearsal: 'rehearsals/x' } as const
    expect([run, recorded].map((mark) => shortMark({ ...mark, wrong: 0 }))).toEqual([
      'run',
      'run with recorded answers',
    ])
    expect([run, recorded].map((mark) => shortMark({ ...mark, wrong: 1 }))).toEqual([
      'run, wrong on some',
      'run with recorded answers, wrong on some',
    ])
    const marks = [run, recorded].flatMap((mark) => [
      { ...mark, wrong: 0 },
      { ...mark, wrong: 1 },
    ])
    expect(marks.map(isTicked)).toEqual([true, false, true, false])
    expect(isTicked(undefined)).toBe(false)
  })
})

describe('the counts of all pages', () => {
  it('look through the blocks of the content once, however many pages there are', () => {
    const loaded = loadContent(content.root)
    const proofs = proofsOf(loaded) as { blocks: readonly unknown[] }
    const { blocks } = proofs
    let looks = 0
    Object.defineProperty(proofs, 'blocks', {
      get: () => {
        looks += 1
        return blocks
      },
    })
    for (let page = 0; page < 50; page += 1) {
      testedOf(loaded, { collection: 'issues', id: 'sound' })
      testedOf(loaded, { collection: 'issues', id: `none-${String(page)}` })
    }
    expect(looks).toBe(1)
  })
})

describe('what no block answers with', () => {
  it.each(['fault.nobody.csv', 'recorded.nobody.txt'])('is named as the file that it is: %s', (name) => {
    const file = path.join(content.root, REHEARSAL, 'expect', name)
    writeFileSync(file, 'verdict\nok\n')
    const { findings } = content.proofs()
    rmSync(file)
    expect(findings.map((finding) => finding.file)).toEqual([
      expect.stringMatching(new RegExp(`${REHEARSAL}/expect/${name}$`)) as string,
    ])
  })
})

describe('a shell block that this machine cannot run', () => {
  it('keeps the day of its own run when the others of its page are run again', () => {
    const { pages } = content.proofs()
    const sound = pages.filter(({ id }) => id === 'sound')
    const now: Receipt = {
      ...(JSON.parse(content.read('receipts/issues/sound.json')) as Receipt),
      day: '2026-11-26',
      blocks: {},
    }
    const kept = withShellBlocksOf(content.root, sound, new Map([['issues/sound', now]]))
    const lag = () => kept.get('issues/sound')?.blocks['missing-report/lag']
    expect(lag()?.day).toBe('2026-11-20')
    // A second run elsewhere does not make it younger.
    content.write('receipts/issues/sound.json', receiptText(kept.get('issues/sound') ?? now))
    const again = withShellBlocksOf(
      content.root,
      sound,
      new Map([['issues/sound', { ...now, day: '2026-11-27' }]]),
    )
    expect(again.get('issues/sound')?.blocks['missing-report/lag']?.day).toBe('2026-11-20')
    writeReceipts()
  })
})

describe('a mark that was earned', () => {
  it('is shown', () => {
    expect(new Set(Object.values(fits()))).toEqual(new Set(['fits']))
  })

  it.each([
    ['its words', 'role="verify"', 'role="verify" words="all=ok"'],
    ['its engine', 'role="verify"', 'role="verify" engine="postgresql"'],
    ['its role', 'role="verify"', 'role="gate"'],
    ['white space in its SQL', 'FULL JOIN report r ON', 'FULL  JOIN report r ON'],
    ['a space at the end of a line', 'AS month, 0 AS tolerance),', 'AS month, 0 AS tolerance), '],
    ['a comment in its SQL', 'FROM compared;', 'FROM compared; -- sic'],
    ['a letter that looks the same', "'all', CASE", "'аll', CASE"],
  ])('is lost by the block when %s changes, and by no other', (_, from, to) => {
    edit('issues/sound.md', from, to)
    expect(fits()).toMatchObject({ [VERIFY]: 'changed', 'missing-report/lag': 'fits' })
  })

  it.each([
    ['the value of a parameter', SIDE, 'INCIDENT: inc42', 'INCIDENT: inc43'],
    ['an answer that is expected', SIDE, 'lag: { fault: fault', 'lag: { fault: ok'],
    ['the period', SIDE, 'until: 2026-12-01', 'until: 2026-12-02'],
    ['the order of the repair', SIDE, 'repair: [refill]', 'repair: []'],
    ['the healthy data', `${REHEARSAL}/healthy.sql`, 'INSERT', 'insert'],
    ['the fault', `${REHEARSAL}/fault.sql`, ';', ' ;'],
    ['a case', `${REHEARSAL}/cases/empty-month.sql`, '-- why: ', '-- why: Again '],
    ['rows that are expected', `${REHEARSAL}/expect/fault.verify-refill.csv`, 'all,ok', 'all,fault'],
    ['an answer of a tool', `${REHEARSAL}/commands/kafka-get-offsets.sh.yaml`, 'stdout', 'stderr'],
    ['a column of a table', 'tables/report-inputs.yaml', 'role: measure', 'role: status'],
    [
      'a part of the fix',
      'issues/sound.md',
      'SELECT COUNT(*) AS rows_to_fill',
      'SELECT COUNT(1) AS rows_to_fill',
    ],
    ['a block that is typed before', 'issues/sound.md', '\nls\n', '\nls -l\n'],
  ])('is lost when %s changes', (_, file, from, to) => {
    edit(file, from, to)
    expect(fits()[VERIFY]).toBe('changed')
  })

  it('is lost when a text moves from one place of the rehearsal to another', () => {
    const plan = content.proofs().plans.find(({ rehearsal }) => rehearsal.name === 'missing-report')
    if (!plan) throw new Error('There is no such plan')
    const hashWith = (more: object) => rehearsalHash({ ...plan, rehearsal: { ...plan.rehearsal, ...more } })
    const text = new Map([['a', 'b']])
    const none = new Map<string, string>()
    const places = ['expect', 'commands', 'shellCases', 'files']
    const empty = Object.fromEntries(places.map((place) => [place, none]))
    const hashes = places.map((place) => hashWith({ ...empty, [place]: text }))
    expect(new Set(hashes).size).toBe(places.length)
  })

  it.each([
    [
      'it names an engine fewer',
      '"engines": [\n        "duckdb",\n        "postgresql"\n      ]',
      '"engines": [\n        "duckdb"\n      ]',
    ],
    ['it names no version', '"duckdb": "1",', ''],
    ['it names another role', '"role": "verify"', '"role": "gate"'],
    [
      'it names no data set',
      '"role": "verify",\n      "sets": {\n        "healthy": 1\n      }',
      '"role": "verify",\n      "sets": {}',
    ],
  ])('is lost when its receipt was edited so that %s', (_, from, to) => {
    edit('receipts/issues/sound.json', from, to)
    expect(new Set(Object.values(fits()))).not.toEqual(new Set(['fits']))
  })
})
