import { contentStore } from '../../src/content/read/store.ts'
import { checked, readingHash, type Checked } from './checked.ts'
import { keeping } from './keep.ts'

/** What the process answers: what it found, and in what. */
export interface CheckedReading extends Checked {
  reading: string
}

/** The process that checks the content on the second core, while another begins to build: the folder, then the day. */
const [root = '', today = ''] = process.argv.slice(2)
const content = contentStore(root).read()
const answer: CheckedReading = {
  ...(await keeping(root, () => checked(content, today))),
  reading: readingHash(content),
}
process.send?.(answer, () => {
  process.disconnect?.()
})
