import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rehearse } from '../src/content/prove/rehearse.ts'

const input = createInterface({ input: process.stdin, terminal: false })
// The iterator is taken before anything waits: lines that come in earlier would be lost.
const lines = input[Symbol.asyncIterator]()
const root = join(import.meta.dirname, '..')
process.exitCode = await rehearse(process.argv[2], lines, root, (text) => {
  console.info(text)
})
input.close()
