import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** A process that a package has started for itself. */
export interface WatchedProcess {
  /**
   * Waits for an answer of the process.
   *
   * @throws Error with a sentence where the process ends before
   */
  whileItRuns: <T>(answer: Promise<T>) => Promise<T>
}

/**
 * Watches the process that something starts. Pagefind's package does not hear of the end of its process: who waits for an answer
 * then waits for ever. It hands nobody the process either; Node announces each that is started.
 */
export async function watchProcess<T>(
  start: () => Promise<T>,
): Promise<{ result: T; process: WatchedProcess }> {
  const ended = Promise.withResolvers<never>()
  // Who waits for an answer hears of it; nobody else has to.
  ended.promise.catch(() => undefined)
  const watch = (message: unknown) => {
    const { process } = message as { process: ChildProcess }
    process.once('exit', (code, signal) => {
      if (!process.spawnfile.includes('pagefind')) return
      ended.reject(
        new Error(
          `The search index cannot be made: Pagefind's process has ended (${signal ?? String(code)}). Build again; where it ends again, this machine may have too little memory.`,
        ),
      )
    })
  }
  const whileItRuns = <A>(answer: Promise<A>): Promise<A> => Promise.race([answer, ended.promise])
  subscribe('child_process', watch)
  try {
    return { result: await whileItRuns(start()), process: { whileItRuns } }
  } finally {
    unsubscribe('child_process', watch)
  }
}
