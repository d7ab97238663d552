import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Base } from '../../../src/content/facts/proofs/data-set.ts'
import type { Plan } from '../../../src/content/facts/proofs/plan.ts'
import { dataKinds } from '../../../src/content/model/data-kinds.ts'
import { usualDraw, wholeDraw, type Draw } from '../../../src/content/prove/draw.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Change, Ground } from '../../../src/content/prove/mutations/index.ts'
import { BlockResult } from '../../../src/content/prove/results.ts'
import { choose } from '../../../src/content/prove/run/choose.ts'
import { groundOf, runGenerated } from '../../../src/content/prove/run/generated.ts'
import { load } from '../../../src/content/prove/run/load.ts'
import { askOn, type Reader } from '../../../src/content/prove/run/reading.ts'
import { exceptionFor } from '../../../src/content/prove/scope.ts'
import { workspace } from './workspace.ts'

describe('the data sets that a block is asked on in the usual run', () => {
  const content = workspace()
  let engine: DuckDb
  let plan: Plan
  const grounds = new Map<Base, Ground>()

  beforeAll(async () => {
    const found = content.proofs().plans.find(({ rehearsal }) => rehearsal.name === 'missing-report')
    if (!found) throw new Error('The fixture has no rehearsal "missing-report".')
    plan = found
    engine = await DuckDb.open()
    for (const base of ['healthy', 'fault'] as const) {
      await load(engine, plan, base)
      grounds.set(base, await groundOf(engine, plan, base, usualDraw()))
    }
  })
  afterAll(() => engine.close())

  const readerOf = (rules = {}): Reader => {
    const block = plan.reading.find(({ proof }) => proof.role !== 'list' && proof.role !== 'verify')
    if (!block) throw new Error('No block of the fixture answers.')
    return { block: { ...block, rules }, result: new BlockResult() }
  }
  const changesFor = (reader: Reader, base: Base, draw: Draw, seen = allKinds(reader)): Change[] => {
    const ground = grounds.get(base)
    if (!ground) throw new Error(`There is no ground "${base}".`)
    return choose(ground, plan, [reader], base, draw, seen).chosen.map(({ change }) => change)
  }
  /** As if the block had been asked on every kind before. */
  const allKinds = (reader: Reader) => new Map([[reader, new Set<string>(dataKinds)]])
  const kindsOf = (changes: readonly Change[]) => [...new Set(changes.map(({ kind }) => kind))].sort()
  const isHarmless = ({ meaning }: Change) => meaning !== 'harmful'

  it('are fewer than all, and have one of each kind', () => {
    const [usual, all] = [usualDraw(), wholeDraw(1)].map((draw) => changesFor(readerOf(), 'healthy', draw))
    expect(usual?.length).toBeLessThan((all?.length ?? 0) / 2)
    expect(kindsOf(usual ?? [])).toEqual(kindsOf(all ?? []))
  })

  it('have on the planted fault one of each harmless kind, and some others', () => {
    const [usual, all] = [usualDraw(), wholeDraw(1)].map((draw) => changesFor(readerOf(), 'fault', draw))
    expect(kindsOf((usual ?? []).filter(isHarmless))).toEqual(kindsOf((all ?? []).filter(isHarmless)))
    expect((usual ?? []).filter((change) => !isHarmless(change)).length).toBeGreaterThan(4)
  })

  it('have on the planted fault one of each kind that the block has not been asked on before', () => {
    const reader = readerOf()
    const kinds = (seen: Map<Reader, Set<string>>) => kindsOf(changesFor(reader, 'fault', usualDraw(), seen))
    const all = kindsOf(changesFor(reader, 'fault', wholeDraw(1)))
    expect(kinds(new Map())).toEqual(all)
    expect(kinds(allKinds(reader)).length).toBeLessThan(all.length)
  })

  it.each([['null'], ['closed-group']])(
    'have three of an exception for %s, or all that there are: the page says it as long as a run shows it',
    (kind) => {
      const exception = { kinds: [kind], what: 'Something', why: 'Because.' }
      const reader = readerOf({ doesNotNotice: [exception] })
      const excepted = (draw: Draw) =>
        changesFor(reader, 'healthy', draw).filter(
          (change) => exceptionFor([exception], change) !== undefined,
        ).length
      expect(excepted(usualDraw())).toBeGreaterThanOrEqual(Math.min(3, excepted(wholeDraw(1))))
    },
  )

  it('are more for a block that has a wrong answer, so that its report has all kinds', async () => {
    const kinds = new Set(['null', 'zero'])
    const draw = { ...usualDraw(1, kinds), limit: 1 }
    const ask = async (sql: string) => {
      const { block, result } = readerOf()
      await runGenerated([engine], plan, [{ block: { ...block, written: sql }, result }], new Map(), draw)
      return { asked: result.total, wrong: result.wrong.length }
    }
    const all = ['licenses', 'revenue', 'segment', 'month'].join(', ')
    const right = await ask(`SELECT 'fault' AS verdict, ${all} FROM report_inputs`)
    const naive = await ask(`SELECT 'ok' AS verdict, ${all} FROM report_inputs`)
    expect(right.wrong).toBe(0)
    expect(naive.asked).toBeGreaterThan(2 * right.asked)
    expect(naive.wrong).toBe(naive.asked)
  })

  it('are in sessions of few zones, each of which is one more database to be filled', () => {
    const zonesOf = (base: Base, draw: Draw) => {
      const all = changesFor(readerOf(), base, draw).flatMap(({ session }) => session?.zone ?? [])
      return new Set(all).size
    }
    expect(zonesOf('healthy', wholeDraw(1))).toBeGreaterThan(3)
    expect(zonesOf('healthy', usualDraw())).toBeLessThanOrEqual(3)
    expect(zonesOf('fault', usualDraw())).toBe(1)
  })

  it('are the same for two blocks of one text, and the engine is asked once', async () => {
    const one = readerOf()
    const other: Reader = { block: { ...one.block, id: 'twin' }, result: new BlockResult() }
    const ground = grounds.get('healthy')
    if (!ground) throw new Error('There is no ground.')
    const { chosen } = choose(ground, plan, [one, other], 'healthy', usualDraw())
    expect(chosen.every(({ readers }) => readers.length === 2)).toBe(true)
    await load(engine, plan, 'healthy')
    const asked: string[] = []
    const counted = Object.create(engine, {
      statement: {
        value: (sql: string) => {
          asked.push(sql)
          return engine.statement(sql)
        },
      },
    }) as DuckDb
    const change: Change = { kind: 'none', tables: [], what: 'nothing', sql: [], meaning: 'harmful' }
    const answers = await askOn(counted, change, [one, other], plan)
    expect(answers?.get(other.block)).toEqual(answers?.get(one.block))
    expect(answers?.get(one.block)?.kind).toBe('verdict')
    expect(asked.filter((sql) => /verdict/i.test(sql))).toHaveLength(1)
  })
})
