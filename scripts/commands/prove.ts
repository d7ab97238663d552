import { provenPages } from '../../src/content/prove/blocks.ts'
import { EngineMissing, openEngines } from '../../src/content/prove/engines/index.ts'
import { KIND_NAMES } from '../../src/content/prove/mutations/index.ts'
import type { PlacedBlock } from '../../src/content/prove/plan.ts'
import { prove as proveAll } from '../../src/content/prove/prove.ts'
import { readRehearsals } from '../../src/content/prove/rehearsals.ts'
import { lines, textReport } from '../../src/content/prove/report.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { ENGINE_NAMES, type EngineName } from '../../src/content/read/proof.ts'
import { UsageError, command } from '../lib/command.ts'
import { reporters } from '../../src/content/check/reporters/index.ts'

export const prove = command({
  name: 'prove',
  summary: 'runs the blocks of the pages on planted, written and generated data',
  usage:
    'npm run prove -- [--page PAGE] [--block BLOCK] [--kind KIND] [--seed NUMBER] [--engine ENGINE] [--all]',
  about: `Runs each block that names a rehearsal on healthy data, on the planted fault, on the written cases and on generated
data sets, and reports which answers are wrong. docs/prove.md explains fences and rehearsals. Nothing that a block says
reaches the network or the files of this machine.`,
  options: {
    page: { type: 'string', value: 'PAGE', says: 'Only blocks of this page, as issues/missing-data.' },
    block: { type: 'string', value: 'BLOCK', says: 'Only this block, by its name or as rehearsal/name.' },
    kind: { type: 'string', value: 'KIND', says: 'Only generated data sets of this kind.' },
    engine: { type: 'string', value: 'ENGINE', says: 'Only duckdb, or only postgresql.' },
    seed: { type: 'string', value: 'NUMBER', says: 'Another draw; 1 where nothing is said.' },
    all: { type: 'boolean', says: 'All generated data sets, not only those that are drawn.' },
  },
  exits: { 0: 'no answer is wrong', 1: 'at least one answer is wrong' },
  example: 'npm run prove -- --page issues/missing-data',
  async run({ values }, { out, error, root }) {
    const names = readEngines(values.engine)
    const kind = oneOf('kind', values.kind, KIND_NAMES)
    const content = loadContent(root)
    const { rehearsals, findings } = readRehearsals(content.root)
    const engines = await open(names)
    try {
      const proved = await proveAll(provenPages(content.documents), rehearsals, engines, {
        draw: {
          seed: readSeed(values.seed),
          limit: values.all === true ? Infinity : 160,
          pairs: values.all === true ? 60 : 12,
          kinds: kind === undefined ? undefined : new Set([kind]),
        },
        wants: wanted(values.page, values.block),
        progress: error,
      })
      const broken = [...findings, ...proved.findings]
      if (broken.length > 0) out(reporters['text']?.(broken) ?? '')
      out(textReport(proved))
      return broken.length > 0 || lines(proved).some(({ result }) => result.wrong.length > 0) ? 1 : 0
    } finally {
      await Promise.all(engines.map((engine) => engine.close()))
    }
  },
})

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

function readSeed(text = '1'): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed takes a whole number; got "${text}".`)
  return Number(text)
}

function wanted(page: string | undefined, name: string | undefined) {
  return ({ page: { collection, id }, id: own, proof }: PlacedBlock): boolean =>
    (page === undefined || page === id || page === `${collection}/${id}`) &&
    (name === undefined || name === own || name === proof.name || name === `${proof.rehearsal}/${proof.name}`)
}
