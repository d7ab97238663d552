import { Worker } from 'node:worker_threads'
import type { Content } from '../../src/content/read/load.ts'
import { checked, readingHash, type Checked } from './checked.ts'
import type { CheckedReading, ToCheck } from './check-worker.ts'

/** So many letters of content are checked in less time than a thread needs to start and to read them. */
const SMALL = 1_000_000

/** The check of a content that is being built. */
export interface CheckBeside {
  /** What it says; the same as `npm run check` of what was read. */
  result: Promise<Checked>
  /**
   * For whoever is about to begin something: it is not worth it any more.
   *
   * @throws Error where the check has found a mistake by now
   */
  stopIfBad: () => void
  /** Ends its thread, whether or not it has answered. */
  end: () => Promise<void>
}

/**
 * Checks a content, a large one in a thread of its own while the build goes on. Where anything is known to be wrong already,
 * or the content is small, the answer is there when this returns: what has a mistake should not reach Astro.
 *
 * @param today YYYY-MM-DD
 */
export async function checkBeside(content: Content, today: string): Promise<CheckBeside> {
  const size = content.documents.reduce((sum, { text }) => sum + text.length, 0)
  if (size < SMALL || content.findings.some(({ severity }) => severity === 'error')) {
    const result = await checked(content, today)
    return besideOf(Promise.resolve(result), () => Promise.resolve(), !result.isGood)
  }
  const asked: ToCheck = { root: content.root, today }
  // Not with the options of this process: `--input-type` of a command line's program would be one of a file's.
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: asked,
    execArgv: [],
  })
  const answer = new Promise<CheckedReading>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      reject(new Error('The check has ended without an answer. Run `npm run check`.'))
    })
  })
  const result = answer.then((those) =>
    // Somebody has saved a file between the two readings: what is built is what has to be right.
    those.reading === readingHash(content) ? those : checked(content, today),
  )
  return besideOf(result, async () => void (await worker.terminate()))
}

function besideOf(result: Promise<Checked>, end: () => Promise<void>, isBad = false): CheckBeside {
  result.then(
    ({ isGood }) => (isBad = !isGood),
    // Who waits for the result hears of it.
    () => (isBad = true),
  )
  return {
    result,
    stopIfBad() {
      if (isBad) throw new Error('The content has a mistake.')
    },
    end,
  }
}
