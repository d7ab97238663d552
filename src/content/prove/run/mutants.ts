import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { changesOf, type Change } from '../mutations/index.ts'
import { queryMutants, type QueryMutant } from '../query-mutants.ts'
import { Random } from '../random.ts'
import { onlyReads } from '../reads.ts'
import { concerns, scopeOf } from '../scope.ts'
import { statements } from '../split-sql.ts'
import type { Answer } from '../verdict.ts'
import type { Draw } from '../draw.ts'
import { groundOf } from './generated.ts'
import { load } from './load.ts'
import { answerOf, type Reader } from './reading.ts'
import { basesOf } from './written.ts'

/** Changed queries for a block, and generated data sets for each of them. */
const LIMIT = { mutants: 6, sets: 6 }
/** With `--all`, every changed query. One that so many data sets do not notice is asked no more: most of them are equal queries. */
const ALL = { mutants: Infinity, sets: 120 }
const limitOf = ({ limit }: Draw) => (limit === Infinity ? ALL : LIMIT)

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
  const asked = readers
    .filter(({ block, result }) => block.proof.role !== 'list' && result.endless.size === 0)
    .filter(({ block }) => mutantEngine(engines, block) === engine)
    .map((reader): Asked => {
      const random = new Random(draw.seed, `mutants ${reader.block.id}`)
      const all = queryMutants(sqlOf(reader.block, plan.rehearsal))
      return {
        ...reader,
        random,
        alive: new Set(random.draw(all, limitOf(draw).mutants)),
      }
    })
  for (const { result, alive } of asked) result.mutants = alive.size
  for (const base of basesOf(plan)) {
    const left = asked.filter(({ alive }) => alive.size > 0)
    if (left.length === 0) break
    await load(engine, plan, base)
    const generated = changesOf(await groundOf(engine, plan, base, draw), 0).filter(
      ({ session, values }) => session === undefined && values === undefined,
    )
    // Every data set is taken back, so the next block finds the base as it was loaded.
    for (const each of left) await onBase(engine, plan, each, base, generated, draw)
  }
  for (const { result, alive } of asked) result.survivors = [...alive].map(({ what }) => what)
}

/** A block with its changed queries that no data set has noticed yet. */
interface Asked extends Reader {
  random: Random
  alive: Set<QueryMutant>
}

async function onBase(
  engine: Engine,
  plan: Plan,
  { block, random, alive }: Asked,
  base: Base,
  generated: readonly Change[],
  draw: Draw,
): Promise<void> {
  const scope = scopeOf(block, plan)
  const concerned = generated.filter((change) => concerns(scope, change))
  const cases = plan.cases.filter(({ on }) => on === base).map(({ sql }) => [sql])
  const drawn = random.draw(concerned, limitOf(draw).sets)
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
