import type { Engine } from './engines/index.ts'
import type { PlacedBlock, Plan } from '../facts/proofs/plan.ts'
import { Results, type DataSet } from './results.ts'
import type { Draw } from './draw.ts'
import { runGenerated } from './run/generated.ts'
import { allParts, partsOf } from './run/fix.ts'
import { runFixTrials } from './run/fixes.ts'
import { DataError } from './run/load.ts'
import type { Reader } from './run/reading.ts'
import { runCommand } from './run/commands.ts'
import { runMutants } from './run/mutants.ts'
import { Box } from './shell/box.ts'
import { shrink } from './run/shrink.ts'
import { runSetupBlocks } from './run/setup-blocks.ts'
import { runVerifyBlocks } from './run/verify-blocks.ts'
import { runWritten } from './run/written.ts'

export interface ProveOptions {
  draw: Draw
  /** Whether a block is run. */
  wants: (block: PlacedBlock) => boolean
  /** Whether this machine has what a shell block is run in. */
  canRunShell: boolean
  /** Further engines, beside the first ones: each set of them takes the next rehearsal that nobody has taken. */
  more?: readonly (readonly Engine[])[]
  progress: (text: string) => void
}

export interface Proved {
  plans: readonly Plan[]
  results: Results
}

/** Runs the blocks of all plans on the data sets of their rehearsals. */
export async function prove(
  plans: readonly Plan[],
  engines: readonly Engine[],
  options: ProveOptions,
): Promise<Proved> {
  const results = new Results()
  // The longest first: otherwise one set of engines works on it alone at the end.
  const waiting = [...plans].sort((a, b) => weightOf(b) - weightOf(a))
  const work = async (own: readonly Engine[]) => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      await provePlan(plan, own, results, options)
      await proveCommands(plan, results, options)
      sayFound(plan, results, options)
    }
  }
  await Promise.all([engines, ...(options.more ?? [])].map(work))
  return { plans, results }
}

/** Says what a rehearsal has found as soon as it is done: a run of hours that is stopped has then shown what it saw. */
function sayFound(plan: Plan, results: Results, { wants, progress }: ProveOptions): void {
  const blocks = [...plan.reading, ...plan.fixes.flatMap(allParts), ...plan.commands].filter(wants)
  const wrong = blocks.flatMap((block) =>
    results.of(block.page.file, block.id).wrong.map((each) => ({ block, each })),
  )
  if (blocks.length > 0) progress(`${plan.rehearsal.name}: done, ${count(wrong.length, 'wrong answer')}`)
  for (const { block, each } of wrong.slice(0, MAX_SAID))
    progress(`  ${block.id} on ${each.set.what}. Got ${each.got}; right is ${each.wanted} (${each.engine})`)
}

/** The report at the end has the rest. */
const MAX_SAID = 20

const weightOf = ({ reading, fixes }: Plan): number => reading.length + 2 * fixes.length

async function provePlan(
  plan: Plan,
  engines: readonly Engine[],
  results: Results,
  { draw, wants, progress }: ProveOptions,
): Promise<void> {
  const resultOf = (block: PlacedBlock) => results.of(block.page.file, block.id)
  const readers = plan.reading.filter(wants).map((block): Reader => ({ block, result: resultOf(block) }))
  const fixes = plan.fixes.filter((fix) => partsOf(fix).some(wants))
  // A rehearsal without tables only names the set-up blocks that others run.
  const setup = plan.rehearsal.tables.length === 0 ? [] : plan.setup.filter(wants)
  if (readers.length + fixes.length + setup.length === 0) return
  progress(
    `${plan.rehearsal.name}: ${count(readers.length, 'block')} that read, ${count(fixes.length, 'fix', 'fixes')}, ${count(setup.length, 'block')} of the set-up`,
  )
  try {
    await runSetupBlocks(engines, plan, setup, resultOf)
    if (readers.length + fixes.length === 0) return
    const baseline = await runWritten(engines, plan, readers)
    await runGenerated(engines, plan, readers, baseline, draw)
    await Promise.all(
      engines.map(async (engine, index) => {
        await runMutants(engine, engines, plan, readers, draw)
        await runVerifyBlocks(engine, plan, readers, index === 0)
        for (const fix of fixes) await runFixTrials(engine, plan, fix, index === 0, resultOf, draw)
      }),
    )
    for (const reader of readers) await showSmallest(engines, plan, reader)
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const set: DataSet = { kind: 'data', what: 'the data of the rehearsal', sql: [] }
    const blocks = [...setup, ...readers.map(({ block }) => block), ...fixes.flatMap(partsOf)]
    for (const block of blocks)
      resultOf(block).wrong.push({
        engine: 'both',
        set,
        got: error.message,
        wanted: 'data that can be loaded',
      })
  }
}

/** Types the shell blocks of a plan, each in a box of its own; on a machine without namespaces none is run. */
async function proveCommands(
  plan: Plan,
  results: Results,
  { wants, progress, canRunShell }: ProveOptions,
): Promise<void> {
  const blocks = plan.commands.filter(wants)
  if (blocks.length === 0 || !canRunShell) return
  progress(`${plan.rehearsal.name}: ${count(blocks.length, 'shell block')}`)
  const waiting = [...blocks]
  const work = async () => {
    const box = new Box()
    try {
      for (let block = waiting.shift(); block; block = waiting.shift())
        await runCommand(box, plan, block, results.of(block.page.file, block.id))
    } finally {
      box.close()
    }
  }
  await Promise.all([work(), work()])
}

/** Adds the smallest data set to the first wrong answer for which there is one. */
async function showSmallest(engines: readonly Engine[], plan: Plan, reader: Reader): Promise<void> {
  const wrong = reader.result.wrong.find(({ set }) => set.base !== undefined)
  const engine = engines.find(({ name }) => name === wrong?.engine)
  if (!wrong || !engine) return
  const paste = await shrink(engine, plan, reader, wrong)
  if (paste !== undefined) wrong.paste = paste
}

const count = (many: number, one: string, more = `${one}s`): string =>
  `${String(many)} ${many === 1 ? one : more}`
