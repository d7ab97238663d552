import { provenPages } from '../../src/content/prove/blocks.ts'
import { EngineMissing, openEngines } from '../../src/content/prove/engines/index.ts'
import { KIND_NAMES } from '../../src/content/prove/mutations/index.ts'
import type { PlacedBlock } from '../../src/content/prove/plan.ts'
import { prove as proveAll } from '../../src/content/prove/prove.ts'
import { readRehearsals } from '../../src/content/prove/rehearsals.ts'
import { lines, textReport } from '../../src/content/prove/report.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { ENGINE_NAMES, type EngineName } from '../../src/content/read/proof.ts'
import { UsageError, readArguments } from '../lib/command.ts'
import type { Script } from '../lib/run.ts'
import { reporters } from '../../src/content/check/reporters/index.ts'

export const prove: Script = {
  summary: 'run the blocks of the pages on planted, written and generated data',
  help: `Usage: npm run prove -- [--page PAGE] [--block BLOCK] [--kind KIND] [--seed NUMBER] [--engine ENGINE] [--all]

Runs every block that names a rehearsal on healthy data, on the planted fault, on the written cases and on
generated data sets, and says which answers are wrong. docs/prove.md explains fences and rehearsals.
  --page PAGE       only blocks of this page, as issues/missing-data
  --block BLOCK     only this block, by its name or as rehearsal/name
  --kind KIND       only generated data sets of this kind
  --engine ENGINE   only duckdb, or only postgresql
  --seed NUMBER     another draw; 1 where nothing is said
  --all             every generated data set, not only those that are drawn

Nothing that a block says reaches the network or the files of this machine.
Exit code 1 where an answer is wrong. CONTENT_ROOT=DIR reads another content folder.`,
  async run(args, { out, error, root }) {
    const { values } = readArguments(args, {
      page: { type: 'string' },
      block: { type: 'string' },
      kind: { type: 'string' },
      engine: { type: 'string' },
      seed: { type: 'string' },
      all: { type: 'boolean' },
    })
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

function readSeed(text = '1'): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed takes a whole number; got "${text}".`)
  return Number(text)
}

function wanted(page: string | undefined, name: string | undefined) {
  return ({ page: { collection, id }, id: own, proof }: PlacedBlock): boolean =>
    (page === undefined || page === id || page === `${collection}/${id}`) &&
    (name === undefined || name === own || name === proof.name || name === `${proof.rehearsal}/${proof.name}`)
}
