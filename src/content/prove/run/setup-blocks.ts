import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import type { BlockResult, DataSet } from '../results.ts'
import { runAll } from './answer.ts'
import { load } from './load.ts'
import { basesOf } from './written.ts'

/**
 * Runs the set-up blocks a second time on each base of a rehearsal that needs them. Everything else is run on top of
 * them, so what they do once is seen by every block; that they can be run again is seen only here.
 */
export async function runSetupBlocks(
  engines: readonly Engine[],
  plan: Plan,
  blocks: readonly PlacedBlock[],
  resultOf: (block: PlacedBlock) => BlockResult,
): Promise<void> {
  for (const base of basesOf(plan)) {
    const set: DataSet = { kind: base, what: `the ${base} data of "${plan.rehearsal.name}"`, sql: [] }
    await Promise.all(
      engines.map(async (engine) => {
        await load(engine, plan, base)
        for (const block of blocks) await runAgain(engine, plan, block, resultOf(block), set)
      }),
    )
    for (const block of blocks) resultOf(block).count(base)
  }
}

async function runAgain(
  engine: Engine,
  plan: Plan,
  block: PlacedBlock,
  result: BlockResult,
  set: DataSet,
): Promise<void> {
  result.engines.add(engine.name)
  try {
    await runAll(engine, sqlOf(block, plan.rehearsal))
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    result.wrong.push({
      engine: engine.name,
      set,
      got: error.message,
      wanted: 'no error when it is run a second time',
    })
  }
}
