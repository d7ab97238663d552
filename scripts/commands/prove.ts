import type { ProvenPage } from '../../src/content/facts/proofs/blocks.ts'
import { proofsOf, receiptName } from '../../src/content/facts/proofs/index.ts'
import { usualDraw, wholeDraw } from '../../src/content/prove/draw.ts'
import { EngineMissing, openEngines, type Engine } from '../../src/content/prove/engines/index.ts'
import { KIND_NAMES } from '../../src/content/prove/mutations/index.ts'
import type { PlacedBlock, Plan } from '../../src/content/facts/proofs/plan.ts'
import { prove as proveAll } from '../../src/content/prove/prove.ts'
import { allParts } from '../../src/content/prove/run/fix.ts'
import {
  receiptsOf,
  verifyReceipts,
  withShellBlocksOf,
  writeReceipts,
} from '../../src/content/prove/receipts.ts'
import { boxProblem } from '../../src/content/prove/shell/box.ts'
import { textReport, wrongFindings } from '../../src/content/prove/report.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { ENGINE_NAMES, type EngineName } from '../../src/content/read/proof.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'
import { readReporter } from '../lib/reporter.ts'

export const prove = command({
  name: 'prove',
  summary: 'runs the blocks of the pages on planted, written and generated data',
  usage: `npm run prove -- [--page PAGE] [--verify] [--format text|github|json]
npm run prove -- [--block BLOCK] [--kind KIND] [--engine ENGINE] [--seed NUMBER] [--all]`,
  about: `Runs each block that names a rehearsal on healthy data, on the planted fault, on the written cases and on generated
data sets, reports which answers are wrong, and writes the receipts that the marks of the pages are made from. The options
of the second line look further and write no receipt. No block reaches the network, or a file outside a folder of its own.
docs/prove.md explains fences and rehearsals.`,
  options: {
    page: { type: 'string', value: 'PAGE', says: 'Only blocks of this page, as issues/missing-data.' },
    verify: {
      type: 'boolean',
      says: 'Writes nothing: repeats the runs, and compares the receipts with all but their day.',
    },
    format: { type: 'string', value: 'NAME', says: 'text, github (annotations for a pull request) or json.' },
    block: { type: 'string', value: 'BLOCK', says: 'Only this block, by its name or as rehearsal/name.' },
    kind: { type: 'string', value: 'KIND', says: 'Only generated data sets of this kind.' },
    engine: { type: 'string', value: 'ENGINE', says: 'Only duckdb, or only postgresql.' },
    seed: { type: 'string', value: 'NUMBER', says: 'Another draw than that of the receipts.' },
    all: { type: 'boolean', says: 'All generated data sets, not only those that are drawn.' },
  },
  exits: {
    0: 'no answer is wrong; with --verify, all receipts are those of the run',
    1: 'at least one is wrong',
  },
  example: 'npm run prove -- --page issues/missing-data',
  async run({ values }, { out, error, root, now }) {
    const report = readReporter(values.format)
    const names = readEngines(values.engine)
    const kind = oneOf('kind', values.kind, KIND_NAMES)
    const seed = readSeed(values.seed)
    const kinds = kind === undefined ? undefined : new Set([kind])
    const isDraft = [values.block, values.kind, values.engine, values.seed, values.all].some(
      (each) => each !== undefined,
    )
    if (isDraft && values.verify === true)
      throw new UsageError(
        '--verify repeats the draw of the receipts.',
        'Leave the other options out, but for --page.',
      )
    const content = loadContent(root)
    const { plans, findings, pages } = proofsOf(content)
    const chosen = pages.filter((page) => isPage(page, values.page))
    if (values.page !== undefined && chosen.length === 0)
      throw new UsageError(
        `No page "${values.page}" has blocks to run.`,
        `Pages: ${pages.map(receiptName).join(', ') || 'none'}.`,
      )
    const noShell = plans.some(({ commands }) => commands.length > 0) ? boxProblem() : undefined
    if (noShell !== undefined) error(`${noShell} What their receipts say is left as it is.`)
    const wants = wanted(values.page, values.block)
    const crews = await openCrews(plans, wants, names)
    const [engines = [], ...more] = crews
    try {
      const proved = await proveAll(plans, engines, {
        draw: values.all === true ? wholeDraw(seed, kinds) : usualDraw(seed, kinds),
        wants,
        more,
        canRunShell: noShell === undefined,
        progress: error,
      })
      const wrong = [...findings, ...wrongFindings(proved)]
      out(values.format === undefined ? textReport(proved) : report(wrong))
      if (values.format === undefined && findings.length > 0) out(report(findings))
      const day = now.toISOString().slice(0, 10)
      const ran = receiptsOf(chosen, { ...proved, engines, seed, day, parsed: new Map() })
      const receipts = noShell === undefined ? ran : withShellBlocksOf(content.root, chosen, ran)
      const isWhole = values.page === undefined
      if (values.verify === true) {
        const differences = verifyReceipts(content.root, receipts, isWhole)
        for (const difference of differences) error(difference)
        return differences.length > 0 || findings.length > 0 ? 1 : 0
      }
      if (!isDraft) for (const file of writeReceipts(content.root, receipts, isWhole)) error(`Wrote ${file}`)
      return wrong.length > 0 ? 1 : 0
    } finally {
      await Promise.all(crews.flat().map((engine) => engine.close()))
    }
  },
})

/**
 * DuckDB takes longer for a data set than PostgreSQL, which then waits. Two rehearsals at a time keep both cores of a small
 * machine busy.
 */
async function openCrews(
  plans: readonly Plan[],
  wants: (block: PlacedBlock) => boolean,
  names: readonly EngineName[],
): Promise<Engine[][]> {
  const asked = plans.filter(({ setup, reading, fixes }) =>
    [...setup, ...reading, ...fixes.flatMap(allParts)].some(wants),
  )
  const crews: Engine[][] = []
  if (plans.length === 0) return crews
  // One after the other: the second PostgreSQL starts from what the first one has read.
  for (let left = asked.length > 1 ? 2 : 1; left > 0; left--) crews.push(await open(names))
  return crews
}

async function open(names: readonly EngineName[]) {
  try {
    return await openEngines(names)
  } catch (error) {
    if (error instanceof EngineMissing) throw new UsageError(error.message)
    throw error
  }
}

function readEngines(name: string | undefined): readonly EngineName[] {
  const engine = oneOf('engine', name, ENGINE_NAMES)
  return engine === undefined ? ENGINE_NAMES : [engine]
}

/** @throws UsageError for a value that is none of these */
function oneOf<Value extends string>(
  option: string,
  text: string | undefined,
  known: readonly Value[],
): Value | undefined {
  if (text === undefined) return undefined
  const found = known.find((each) => each === text)
  if (found === undefined) throw new UsageError(`No ${option} "${text}".`, `One of: ${known.join(', ')}.`)
  return found
}

function readSeed(text?: string): number {
  if (text === undefined) return usualDraw().seed
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed takes a whole number; got "${text}".`)
  return Number(text)
}

function isPage(
  { collection, id }: Pick<ProvenPage, 'collection' | 'id'>,
  name: string | undefined,
): boolean {
  return name === undefined || name === id || name === `${collection}/${id}`
}

function wanted(page: string | undefined, name: string | undefined) {
  return ({ page: on, id: own, proof }: PlacedBlock): boolean =>
    isPage(on, page) &&
    (name === undefined || name === own || name === proof.name || name === `${proof.rehearsal}/${proof.name}`)
}
