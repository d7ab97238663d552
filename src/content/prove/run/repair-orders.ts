import type { Fix, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import type { Engine } from '../engines/index.ts'
import type { DataSet } from '../results.ts'
import { named } from '../verdict.ts'
import { ask } from './answer.ts'
import { runFix } from './fix.ts'
import { load } from './load.ts'
import type { Reader } from './reading.ts'
import { differences, stateOf, type State } from './state.ts'

/**
 * The fixes of a repair in the opposite order, and each of them left out: pages that are read in another order than they
 * were written. If what people see then differs from the right repair, at least one check of the repair has to say so.
 */
export async function runRepairOrders(
  engine: Engine,
  plan: Plan,
  asked: readonly Reader[],
  repair: readonly Fix[],
  counts: boolean,
): Promise<void> {
  if (repair.length < 2) return
  await load(engine, plan, 'fixed')
  const right = await stateOf(engine)
  const orders = [
    { kind: 'other-order', what: 'the fixes in the opposite order', fixes: repair.toReversed() },
    ...repair.map((left) => ({
      kind: 'left-out',
      what: `the repair without the fix "${left.name}"`,
      fixes: repair.filter((fix) => fix !== left),
    })),
  ]
  for (const { kind, what, fixes } of orders) {
    await load(engine, plan, 'fault')
    for (const fix of fixes) await runFix(engine, fix, plan.rehearsal)
    const change = seen(plan, right, await stateOf(engine))
    const set: DataSet = { kind, what: `the planted fault, and ${what}`, sql: [] }
    const words: string[] = []
    for (const { block } of asked)
      words.push(named(await ask(engine, sqlOf(block, plan.rehearsal), block.proof.words)))
    if (counts) for (const { result } of asked) result.count(kind)
    if (change === undefined || words.some((word) => word !== 'ok')) continue
    for (const { result } of asked)
      result.wrong.push({
        engine: engine.name,
        set,
        got: `every check of the repair says ok, and ${change}`,
        wanted: 'fault or cannot tell from one of them',
      })
  }
}

/** What people see that is not as after the right repair. */
function seen({ rehearsal }: Plan, right: State, now: State): string | undefined {
  const published = rehearsal.tables.filter((table) => table.published === true).map(({ name }) => name)
  return differences(right, now, published)[0]
}
