import { sqlOf, type PlacedBlock, type Plan } from '../../facts/proofs/plan.ts'
import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { changesOf, type Change } from '../mutations/index.ts'
import { queryMutants, type QueryMutant } from '../query-mutants.ts'
import { Random } from '../random.ts'
import { concerns, scopeOf } from '../scope.ts'
import { statements } from '../split-sql.ts'
import type { Answer } from '../verdict.ts'
import { groundOf, type Draw } from './generated.ts'
import { load } from './load.ts'
import { answerOf, type Reader } from './reading.ts'
import { basesOf } from './written.ts'

/** Changed queries for a block, and generated data sets for each of them; no limit with `--all`. */
const LIMIT = { mutants: 8, sets: 24 }

/** Changes each block's query slightly and looks whether any data set answers the change otherwise. On one engine. */
export async function runMutants(
  engine: Engine,
  plan: Plan,
  readers: readonly Reader[],
  draw: Draw,
): Promise<void> {
  for (const { block, result } of readers.filter(({ block: { proof } }) => proof.role !== 'list')) {
    if (!block.proof.engines.includes(engine.name)) continue
    const random = new Random(draw.seed, `mutants ${block.id}`)
    const all = queryMutants(sqlOf(block, plan.rehearsal))
    const isAll = draw.limit === Infinity
    const alive = new Set(random.draw(all, isAll ? Infinity : LIMIT.mutants))
    result.mutants = alive.size
    for (const base of basesOf(plan)) {
      if (alive.size === 0) break
      await load(engine, plan, base)
      await onBase(engine, plan, block, base, alive, random, draw)
    }
    result.survivors = [...alive].map(({ what }) => what)
  }
}

async function onBase(
  engine: Engine,
  plan: Plan,
  block: PlacedBlock,
  base: Base,
  alive: Set<QueryMutant>,
  random: Random,
  draw: Draw,
): Promise<void> {
  const scope = scopeOf(block, plan)
  const ground = await groundOf(engine, plan, base, draw)
  const generated = changesOf(ground, 0).filter(
    (change) => change.session === undefined && concerns(scope, change),
  )
  const cases = plan.cases.filter(({ on }) => on === base).map(({ sql }) => [sql])
  const drawn = random.draw(generated, draw.limit === Infinity ? Infinity : LIMIT.sets)
  for (const sql of [[], ...cases, ...drawn.map((change: Change) => change.sql)]) {
    if (alive.size === 0) return
    const right = await answerAfter(engine, block, sql, sqlOf(block, plan.rehearsal))
    if (right === undefined) continue
    for (const mutant of [...alive]) {
      if ((await answerAfter(engine, block, sql, mutant.sql)) !== right) alive.delete(mutant)
    }
  }
}

/** The whole answer as text, in no order of rows; `undefined` where the engine does not take the change. */
async function answerAfter(
  engine: Engine,
  block: PlacedBlock,
  change: readonly string[],
  query: string,
): Promise<string | undefined> {
  await engine.statement('BEGIN')
  try {
    for (const sql of change) for (const one of statements(sql)) await engine.statement(one)
    return textOf(await answerOf(engine, block, query))
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return undefined
  } finally {
    await engine.statement('ROLLBACK')
  }
}

function textOf(answer: Answer): string {
  if (answer.kind === 'error') return 'error'
  const rows = answer.rows?.rows ?? []
  return [answer.kind, ...rows.map((row) => JSON.stringify(row)).sort()].join('\n')
}
