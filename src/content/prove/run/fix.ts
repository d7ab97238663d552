import { EngineError, EngineTimeout, type Engine } from '../engines/index.ts'
import type { Fix, PlacedBlock } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import type { Rehearsal } from '../../read/rehearsals.ts'
import { bare, statements } from '../split-sql.ts'
import { named } from '../verdict.ts'
import { ask, runAll } from './answer.ts'

/** `done`: all parts ran. `refused`: a preview or check said stop, or a part stopped with an error. `no end`: it was stopped. */
export interface FixRun {
  outcome: 'done' | 'refused' | 'no end'
  why: string
}

export interface FixOptions {
  /** Values in place of the rehearsal's. */
  values?: Readonly<Record<string, string>>
  /** Leaves out what changes rows: the fix that did nothing. */
  idle?: boolean
}

/**
 * Runs a fix as a careful reader does: part by part, and not on after a preview or check that does not say `ok`, or after
 * an error. Then the reader types ROLLBACK.
 */
export async function runFix(
  engine: Engine,
  fix: Fix,
  rehearsal: Rehearsal,
  options: FixOptions = {},
): Promise<FixRun> {
  const { values = {}, idle = false } = options
  for (const part of partsOf(fix)) {
    const sql = sqlOf(part, rehearsal, values)
    const answers = part.proof.role === 'preview' || part.proof.role === 'check'
    if (answers) {
      const answer = await ask(engine, sql, part.proof.words)
      if (named(answer) === 'ok' || (idle && part.proof.role === 'check')) continue
      await rollBack(engine)
      if (answer.kind === 'no end') return { outcome: 'no end', why: `${part.id}: ${answer.message}` }
      const message = answer.kind === 'error' ? `: ${firstLine(answer.message)}` : ''
      return { outcome: 'refused', why: `${part.id} says ${named(answer)}${message}` }
    }
    try {
      await runAll(engine, idle ? withoutChanges(sql) : sql)
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      await rollBack(engine)
      if (error instanceof EngineTimeout) return { outcome: 'no end', why: `${part.id}: ${error.message}` }
      return { outcome: 'refused', why: `${part.id} stops: ${firstLine(error.message)}` }
    }
  }
  // A fix without a part that commits would leave its work to the next ROLLBACK.
  await rollBack(engine)
  return { outcome: 'done', why: '' }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? text

/** The parts that a reader pastes to repair, in order. */
export function partsOf(fix: Fix): PlacedBlock[] {
  return [fix.preview, ...fix.changes, fix.check, fix.commit].filter((part) => part !== undefined)
}

/** The same, and what undoes them. */
export function allParts(fix: Fix): PlacedBlock[] {
  return [...partsOf(fix), ...(fix.undo ? [fix.undo] : [])]
}

/** Ends whatever a block left open. */
export async function rollBack(engine: Engine): Promise<void> {
  try {
    await engine.statement('ROLLBACK')
  } catch (error) {
    // Where no transaction is open, DuckDB calls that an error.
    if (!(error instanceof EngineError)) throw error
  }
}

/** The statements that change no row: what is left of a fix whose middle somebody forgot to paste. */
function withoutChanges(sql: string): string {
  const changing = /^\s*(insert|update|delete|merge|alter|drop|truncate)\b/i
  return statements(sql)
    .filter((statement) => !changing.test(bare(statement)))
    .join(';\n')
}
