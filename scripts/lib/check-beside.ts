import { fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Content } from '../../src/content/read/load.ts'
import { checked, readingHash, type Checked } from './checked.ts'
import type { CheckedReading } from './check-process.ts'

/** So many letters of content are checked in less time than a process needs to start and to read them. */
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
  /** Ends its process, whether or not it has answered. */
  end: () => void
}

/**
 * Checks a content, a large one in a process of its own while the build goes on. Where anything is known to be wrong already,
 * or the content is small, the answer is there when this returns: what has a mistake should not reach Astro.
 *
 * @param today YYYY-MM-DD
 */
export async function checkBeside(content: Content, today: string): Promise<CheckBeside> {
  const size = content.documents.reduce((sum, { text }) => sum + text.length, 0)
  if (size < SMALL || content.findings.some(({ severity }) => severity === 'error')) {
    const result = await checked(content, today)
    return besideOf(Promise.resolve(result), () => undefined, !result.isGood)
  }
  // No thread: holidays are looked up in a time zone of their own, and a process has one for all of its threads.
  const child = fork(fileURLToPath(new URL('./check-process.ts', import.meta.url)), [content.root, today], {
    // Not with the options of this process: `--input-type` of a command line's program would be one of a file's.
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() },
    // What it has to say, it answers.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const answer = new Promise<CheckedReading>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as CheckedReading)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const unanswered = () => {
        reject(
          new Error(
            `The check has ended without an answer (${signal ?? String(code)}). Run \`npm run check\`; where it ends too, this machine may have too little memory.`,
          ),
        )
      }
      // Where this process was busy, it hears of the end before the answer: all has come when the channel is closed.
      if (child.connected) child.once('disconnect', unanswered)
      else setImmediate(unanswered)
    })
  })
  const result = answer.then((those) =>
    // Somebody has saved a file between the two readings: what is built is what has to be right.
    those.reading === readingHash(content) ? those : checked(content, today),
  )
  return besideOf(result, () => void child.kill())
}

function besideOf(result: Promise<Checked>, end: () => void, isBad = false): CheckBeside {
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
