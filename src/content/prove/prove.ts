import type { Finding } from '../read/findings.ts'
import type { Engine } from './engines/index.ts'
import { plansOf, type PlacedBlock, type Plan } from './plan.ts'
import type { ProvenPage } from './blocks.ts'
import type { Rehearsal } from './rehearsals.ts'
import { Results, type DataSet } from './results.ts'
import { runGenerated, type Draw } from './run/generated.ts'
import { DataError } from './run/load.ts'
import type { Reader } from './run/reading.ts'
import { runWritten } from './run/written.ts'

export interface ProveOptions {
  draw: Draw
  /** Whether a block is run. */
  wants: (block: PlacedBlock) => boolean
  progress: (text: string) => void
}

export interface Proved {
  plans: readonly Plan[]
  results: Results
  /** What is wrong with fences and rehearsals. */
  findings: Finding[]
}

/** Runs the blocks of all pages on the data sets of their rehearsals. */
export async function prove(
  pages: readonly ProvenPage[],
  rehearsals: ReadonlyMap<string, Rehearsal>,
  engines: readonly Engine[],
  { draw, wants, progress }: ProveOptions,
): Promise<Proved> {
  const { plans, findings } = plansOf(pages, rehearsals)
  const results = new Results()
  for (const plan of plans) {
    const readers = plan.reading
      .filter(wants)
      .map((block): Reader => ({ block, result: results.of(block.page.file, block.id) }))
    if (readers.length === 0) continue
    progress(`${plan.rehearsal.name}: ${String(readers.length)} blocks that read`)
    try {
      const baseline = await runWritten(engines, plan, readers)
      await runGenerated(engines, plan, readers, baseline, draw)
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      const set: DataSet = { kind: 'data', what: 'the data of the rehearsal', sql: [] }
      for (const { result } of readers)
        result.wrong.push({ engine: 'both', set, got: error.message, wanted: 'data' })
    }
  }
  return { plans, results, findings }
}
