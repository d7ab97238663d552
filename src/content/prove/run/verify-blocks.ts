import type { Engine } from '../engines/index.ts'
import type { Fix, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import { BlockResult, type DataSet } from '../results.ts'
import { named } from '../verdict.ts'
import { ask } from './answer.ts'
import { runFix, type FixOptions } from './fix.ts'
import { load } from './load.ts'
import { runRepairOrders } from './repair-orders.ts'
import { runsOn, type Reader } from './reading.ts'

/** Fixes that did not repair: a check of the repair that is green after one of them looks at the wrong thing. */
const NOT_REPAIRED: readonly {
  kind: string
  what: string
  options: (plan: Plan) => FixOptions | undefined
}[] = [
  {
    kind: 'idle-fix',
    what: 'the planted fault, and a fix that changed no row',
    options: () => ({ idle: true }),
  },
  {
    kind: 'other-period',
    what: 'the planted fault, and the fix of another period',
    options: ({ rehearsal }) => (rehearsal.file.other ? { values: rehearsal.file.other } : undefined),
  },
]

/** Asks the verify blocks after fixes that did not repair the planted fault. */
export async function runVerifyBlocks(
  engine: Engine,
  plan: Plan,
  readers: readonly Reader[],
  counts: boolean,
): Promise<void> {
  const asked = readers.filter((reader) => reader.block.proof.role === 'verify' && runsOn(reader, engine))
  const repair = plan.fixes.filter(({ name }) => (plan.rehearsal.file.repair ?? []).includes(name))
  if (asked.length === 0 || repair.length === 0) return
  await runRepairOrders(engine, plan, withOthers(plan, asked, engine), inOrder(plan), counts)
  for (const { kind, what, options } of NOT_REPAIRED) {
    const chosen = options(plan)
    if (!chosen) continue
    await load(engine, plan, 'fault')
    for (const fix of repair) await runFix(engine, fix, plan.rehearsal, chosen)
    const set: DataSet = { kind, what, sql: [] }
    for (const { block, result } of asked) {
      const got = named(await ask(engine, sqlOf(block, plan.rehearsal), block.proof.words))
      if (counts) result.count(kind)
      if (got === 'ok' || got.startsWith('no answer'))
        result.wrong.push({ engine: engine.name, set, got, wanted: 'fault, cannot tell or an error' })
    }
  }
}

/** All checks of the repair: those that nobody asked for count too, as one of them may say what is wrong. */
function withOthers(plan: Plan, asked: readonly Reader[], engine: Engine): Reader[] {
  const others = plan.reading
    .filter((block) => block.proof.role === 'verify' && asked.every((each) => each.block !== block))
    .map((block) => ({ block, result: new BlockResult() }))
  return [...asked, ...others.filter((reader) => runsOn(reader, engine))]
}

/** The fixes of the repair, as the rehearsal orders them. */
function inOrder({ rehearsal, fixes }: Plan): Fix[] {
  return (rehearsal.file.repair ?? []).flatMap((name) => fixes.find((fix) => fix.name === name) ?? [])
}
