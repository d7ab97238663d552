import { createInterface } from 'node:readline'
import { proofsOf } from '../../src/content/facts/proofs/index.ts'
import { EngineMissing, openEngines } from '../../src/content/prove/engines/index.ts'
import { rehearse as rehearseOn } from '../../src/content/prove/rehearse/index.ts'
import { boxProblem } from '../../src/content/prove/shell/box.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { command } from '../lib/command.ts'
import { CommandError } from '../lib/command-error.ts'

export const rehearse = command({
  name: 'rehearse',
  summary: 'plants the fault of a rehearsal and runs its blocks one after the other',
  usage: 'npm run rehearse -- [NAME…]',
  about:
    'Plants the fault of a rehearsal in a database of its own and answers the queries that you type. The commands of a rehearsal that records what tools answer can be typed too, also beside a warehouse: name both. Without a name it lists the rehearsals.',
  options: {},
  maxWords: Infinity,
  exits: { 0: 'rehearsed, or listed', 1: 'there is no rehearsal of that name, or two plant a fault' },
  example: 'npm run rehearse -- late-orders',
  async run({ words: names }, { out, root }) {
    const input = createInterface({ input: process.stdin, terminal: false })
    // The iterator is taken before anything waits: lines that come in earlier would be lost.
    const lines = input[Symbol.asyncIterator]()
    const room = { plans: proofsOf(loadContent(root)).plans, openEngine, boxProblem }
    const code = await rehearseOn(names, lines, room, out)
    input.close()
    return code === 0 ? 0 : 1
  },
})

/** @throws CommandError that says what to install */
async function openEngine() {
  try {
    const [engine] = await openEngines(['duckdb'])
    if (engine) return engine
  } catch (error) {
    if (error instanceof EngineMissing) throw new CommandError(error.message)
    throw error
  }
  throw new CommandError('The engine could not be opened.')
}
