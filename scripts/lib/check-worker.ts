import { parentPort, workerData } from 'node:worker_threads'
import { contentStore } from '../../src/content/read/store.ts'
import { checked, readingHash, type Checked } from './checked.ts'

/** What the thread is asked. */
export interface ToCheck {
  /** Of the content, absolute. */
  root: string
  /** YYYY-MM-DD */
  today: string
}

/** What it answers: what it found, and in what. */
export interface CheckedReading extends Checked {
  reading: string
}

/** The thread that checks the content on the second core, while the first begins to build. */
const { root, today } = workerData as ToCheck
const content = contentStore(root).read()
const answer: CheckedReading = { ...(await checked(content, today)), reading: readingHash(content) }
parentPort?.postMessage(answer)
