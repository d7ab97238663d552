import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rehearse as rehearseFixture } from '../../src/content/prove/rehearse.ts'
import { command } from '../lib/command.ts'

export const rehearse = command({
  name: 'rehearse',
  summary: 'plants the fault of a rehearsal and runs its blocks one after the other',
  usage: 'npm run rehearse -- [NAME]',
  about:
    'Plants the fault of a rehearsal in a database of its own and answers the queries that you type. Without a name it lists the rehearsals.',
  options: {},
  maxWords: 1,
  exits: { 0: 'rehearsed, or listed', 1: 'there is no rehearsal of that name' },
  example: 'npm run rehearse -- kafka-duplicates',
  async run({ words: [name] }, { out }) {
    const input = createInterface({ input: process.stdin, terminal: false })
    // The iterator is taken before anything waits: lines that come in earlier would be lost.
    const lines = input[Symbol.asyncIterator]()
    const code = await rehearseFixture(name, lines, join(import.meta.dirname, '../..'), out)
    input.close()
    return code === 0 ? 0 : 1
  },
})
