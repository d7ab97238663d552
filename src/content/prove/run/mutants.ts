import { sqlOf, type PlacedBlock, type Plan } from '../../facts/proofs/plan.ts'
import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { changesOf, type Change } from '../mutations/index.ts'
import { queryMutants, type QueryMutant } from '../query-mutants.ts'
import { Random } from '../random.ts'
import { onlyReads } from '../reads.ts'
import { concerns, scopeOf } from '../scope.ts'
import { statements } from '../split-sql.ts'
import type { Answer } from '../verdict.ts'
import { groundOf, type Draw } from './generated.ts'
import { load } from './load.ts'
import { answerOf, type Reader } from './reading.ts'
import { basesOf } from './written.ts'

/** Changed queries for a block, and generated data sets for each of them; no limit with `--all`. */
const LIMIT = { mutants: 8, sets: 24 }

/** The engine that a block's changed queries are run on: PostgreSQL, which takes a third of the time, where it can. */
function mutantEngine(engines: readonly Engine[], { proof }: PlacedBlock): Engine | undefined {
  return engines.findLast(({ name }) => proof.engines.includes(name))
}

/** Changes each block's query slightly and looks whether any data set answers the change otherwise. On one engine. */
export async function runMutants(
  engine: Engine,
  engines: readonly Engine[],
  plan: Plan,
  readers: readonly Reader[],
  draw: Draw,
): Promise<void> {
  for (const { block, result } of readers.filter(({ block: { proof } }) => proof.role !== 'list')) {
    if (mutantEngine(engines, block) !== engine || result.endless > 0) continue
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
    (change) => change.session === undefined && change.values === undefined && concerns(scope, change),
  )
  const cases = plan.cases.filter(({ on }) => on === base).map(({ sql }) => [sql])
  const drawn = random.draw(generated, draw.limit === Infinity ? Infinity : LIMIT.sets)
  for (const sql of [[], ...cases, ...drawn.map((change: Change) => change.sql)]) {
    if (alive.size === 0) return
    await onDataSet(engine, plan, block, sql, alive)
  }
}

/** Asks the right query and then the changed ones, all on the same changed data. */
async function onDataSet(
  engine: Engine,
  plan: Plan,
  block: PlacedBlock,
  change: readonly string[],
  alive: Set<QueryMutant>,
): Promise<void> {
  // After an error the transaction is of no use, and what a query has made is not there for the next one, which would find
  // that it exists: then the next query begins anew. DuckDB has no savepoints.
  let isReady = false
  const answerTo = async (query: string): Promise<string | undefined> => {
    if (!isReady && !(await begin(engine, change))) return undefined
    const answer = await answerOf(engine, block, query)
    isReady = answer.kind !== 'error' && answer.kind !== 'no end' && onlyReads(query)
    if (!isReady) await engine.statement('ROLLBACK')
    return textOf(answer)
  }
  const right = await answerTo(sqlOf(block, plan.rehearsal))
  if (right !== undefined)
    for (const mutant of [...alive]) if ((await answerTo(mutant.sql)) !== right) alive.delete(mutant)
  if (isReady) await engine.statement('ROLLBACK')
}

/** @returns whether the engine takes the change; nothing is left open where it does not */
async function begin(engine: Engine, change: readonly string[]): Promise<boolean> {
  await engine.statement('BEGIN')
  try {
    for (const sql of change) for (const one of statements(sql)) await engine.statement(one)
    return true
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    await engine.statement('ROLLBACK')
    return false
  }
}

/** The whole answer as text, in no order of rows. */
function textOf(answer: Answer): string {
  if (answer.kind === 'error' || answer.kind === 'no end') return answer.kind
  const rows = answer.rows?.rows ?? []
  return [answer.kind, ...rows.map((row) => JSON.stringify(row)).sort()].join('\n')
}
