import { EngineError, type Engine } from '../engines/index.ts'
import { isZoned, type Change } from '../mutations/index.ts'
import type { PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import { hangsOnValues, sqlOf } from './block-sql.ts'
import type { BlockResult, DataSet } from '../results.ts'
import { onlyReads } from '../reads.ts'
import { exceptionFor } from '../scope.ts'
import { bare, statements } from '../split-sql.ts'
import { accepts, failed, isNoAnswer, named, type Answer } from '../verdict.ts'
import { ask, runAll } from './answer.ts'
import { askWriter } from './writer.ts'

/** A block with all that a run of it needs. */
export interface Reader {
  block: PlacedBlock
  result: BlockResult
}

/** Answers of one data set, by block. */
export type Answers = Map<PlacedBlock, Answer>

/** A block that did not end so often on an engine is asked no more there: each time takes as long as a hundred other data sets. */
const ENDLESS = 2

/** Engines that a block is written for, and that it comes to an end on. */
export const runsOn = (
  {
    block,
    result,
  }: { block: { proof: Pick<PlacedBlock['proof'], 'engines'> }; result: Pick<BlockResult, 'endless'> },
  engine: Pick<Engine, 'name'>,
): boolean => block.proof.engines.includes(engine.name) && (result.endless.get(engine.name) ?? 0) < ENDLESS

/** Asks every block on the data that are loaded. */
export async function askAll(engine: Engine, readers: readonly Reader[], plan: Plan): Promise<Answers> {
  const answers: Answers = new Map()
  for (const reader of readers.filter((each) => runsOn(each, engine))) {
    const sql = sqlOf(reader.block, plan.rehearsal)
    // What a block has made must not be there for the next one.
    const isApart = !onlyReads(sql)
    if (isApart) await engine.statement('BEGIN')
    const answer = await answerOf(engine, reader.block, sql)
    if (isApart) await engine.statement('ROLLBACK')
    answers.set(reader.block, answer)
    if (answer.kind === 'no end') reader.result.stoppedBy(engine.name)
  }
  return answers
}

/** What is asked: two blocks of one text and the same words give the same answer to the same data. */
export const questionOf = ({ proof }: PlacedBlock, sql: string): string =>
  JSON.stringify([sql, proof.role === 'list', [...proof.words]])

/** What a block says; silence where it writes. */
export async function answerOf(engine: Engine, block: PlacedBlock, sql: string): Promise<Answer> {
  const answerTo = () => plainAnswer(engine, block, sql)
  return onlyReads(sql) ? answerTo() : askWriter(engine, sql, answerTo)
}

const RANDOM = /\b(?:random|setseed|uuid|gen_random_uuid|uuidv[47])\s*\(|\b(?:tablesample|using\s+sample)\b/i

/** One that only lists rows is as good as `ok` where it runs. */
async function plainAnswer(engine: Engine, { proof }: PlacedBlock, sql: string): Promise<Answer> {
  if (RANDOM.test(bare(sql)))
    return { kind: 'no answer', why: 'it draws at random, and may say something else next time' }
  if (proof.role !== 'list') return ask(engine, sql, proof.words)
  try {
    return { kind: 'verdict', verdict: 'ok', rows: (await runAll(engine, sql)) ?? { columns: [], rows: [] } }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return failed(error)
  }
}

/**
 * Applies a change, asks the blocks that it concerns, and takes the change back.
 * @returns no answers where the engine does not take the change, as a NaN in a whole number
 */
export async function askOn(
  engine: Engine,
  change: Change,
  readers: readonly Reader[],
  plan: Plan,
): Promise<Answers | undefined> {
  const answers: Answers = new Map()
  const begin = async (): Promise<boolean> => {
    await engine.statement('BEGIN')
    try {
      for (const sql of changing(plan, change)) for (const one of statements(sql)) await engine.statement(one)
      return true
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      await engine.statement('ROLLBACK')
      return false
    }
  }
  if (!(await begin())) return undefined
  const said = new Map<string, Answer>()
  for (const reader of readers.filter((each) => runsOn(each, engine))) {
    const sql = sqlOf(reader.block, plan.rehearsal, change.values)
    const question = questionOf(reader.block, sql)
    const known = said.get(question)
    const answer = known ?? (await answerOf(engine, reader.block, sql))
    answers.set(reader.block, answer)
    if (answer.kind === 'no end') reader.result.stoppedBy(engine.name)
    if (known) continue
    said.set(question, answer)
    if (answer.kind !== 'error' && answer.kind !== 'no end' && onlyReads(sql)) continue
    // After an error the transaction is of no use, and what a block has made is not there for the next: that begins anew.
    await engine.statement('ROLLBACK')
    await begin()
  }
  await engine.statement('ROLLBACK')
  return answers
}

/**
 * The SQL of a change, with that of the set-up that hangs on it: views that hold a parameter or ask the clock, for a
 * change of these, and all views around a change of a column's type, which a database refuses under a view.
 */
export function changing({ setup, rehearsal }: Plan, change: Change): string[] {
  const { sql, values } = change
  const isTyped = change.isAroundViews === true && isZoned(change)
  const again = setup.filter((block) => isTyped || (values !== undefined && hangsOnValues(block)))
  const gone = isTyped ? setup.flatMap(({ written }) => viewsIn(written)) : []
  return [
    ...gone.map((name) => `DROP VIEW IF EXISTS ${name} CASCADE`),
    ...sql,
    ...again.map((block) => sqlOf(block, rehearsal, values)),
  ]
}

const viewsIn = (sql: string): string[] =>
  [...bare(sql).matchAll(/\bcreate\s+(?:or\s+replace\s+)?view\s+(\w+)/gi)].map(([, name = '']) => name)

/** Judges one answer on a generated data set; what the rehearsal excepts is counted apart. */
export function judgeChange(
  { block, result }: Reader,
  engine: Engine,
  set: DataSet,
  change: Change,
  answer: Answer,
  before: Answer | undefined,
): void {
  const got = named(answer)
  const wrong = (wanted: string) => {
    const exception = exceptionFor(block.rules.doesNotNotice ?? [], change)
    const isSilent = isNoAnswer(answer)
    if (exception && !isSilent)
      result.notNoticed.set(exception.what, (result.notNoticed.get(exception.what) ?? 0) + 1)
    else result.wrong.push({ engine: engine.name, set, got, wanted })
  }
  if (change.meaning === 'harmful') {
    if (got === 'ok' || isNoAnswer(answer)) wrong('fault, cannot tell or an error')
    return
  }
  const wanted = [before ? named(before) : 'ok', ...change.meaning.or]
  if (!wanted.includes(got)) wrong(wanted.join(' or '))
}

/** What a block must say on a data set that is written, not generated. */
export function judgeExpected(
  { result }: Reader,
  engine: Engine,
  set: DataSet,
  answer: Answer,
  expected: string,
): void {
  const got = named(answer)
  if (accepts(expected, got)) return
  const message = answer.kind === 'error' ? ` (${answer.message.split('\n')[0] ?? ''})` : ''
  result.wrong.push({ engine: engine.name, set, got: `${got}${message}`, wanted: expected })
}
