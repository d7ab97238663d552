import type { Plan } from '../../facts/proofs/plan.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { runAll } from '../run/answer.ts'
import { asked } from '../run/block-sql.ts'
import { fill } from '../run/load.ts'
import { toCsv } from '../run/written.ts'

/** A warehouse in memory with a fault in it. */
export interface Warehouse {
  /** What it holds, in a sentence. */
  about: string
  /** @returns the rows as CSV, or what the engine says is wrong */
  answer: (sql: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * Plants the fault of a rehearsal.
 *
 * @param values what the parameters of pasted blocks are filled in with
 */
export async function openWarehouse(
  plan: Plan,
  values: Readonly<Record<string, string>>,
  openEngine: () => Promise<Engine>,
): Promise<Warehouse> {
  const engine = await openEngine()
  await fill(engine, plan, 'fault')
  const { name, tables } = plan.rehearsal
  return {
    about: `A warehouse in memory with "${name}" in it. Tables: ${tables
      .map((table) => table.name)
      .sort()
      .join(', ')}.`,
    answer: async (sql) => {
      try {
        const rows = await runAll(engine, asked(sql, plan.rehearsal, values))
        return shown(rows === undefined || rows.columns.length === 0 ? '' : toCsv(rows))
      } catch (error) {
        if (error instanceof EngineError) return error.message
        throw error
      }
    },
    close: () => engine.close(),
  }
}

function shown(csv: string): string {
  const text = csv.trimEnd()
  if (text === '') return 'Done.'
  // A header alone looks as if something were still to come.
  return text.includes('\n') ? text : `${text}\nNo rows.`
}
