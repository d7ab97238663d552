import { existsSync, watch, type FSWatcher } from 'node:fs'
import path from 'node:path'
import { contentStore } from '../../src/content/read/store.ts'
import { displayPath, type Content } from '../../src/content/read/load.ts'
import { CommandError } from '../lib/command-error.ts'

/** An editor writes a file in several steps; they are one change. In milliseconds. */
const PAUSE = 100

/**
 * Calls `look` with the content as it is, and again after each change of it, one call at a time. It ends with the process.
 *
 * @param root the content folder, absolute
 * @throws CommandError where the folder cannot be watched, or no longer
 */
export async function watchContent(root: string, look: (content: Content) => Promise<void>): Promise<never> {
  const store = contentStore(root)
  store.follow()
  const failed = Promise.withResolvers<never>()
  // Who waits below hears of it; until then it is no rejection that nobody handles.
  failed.promise.catch(() => undefined)
  let change = Promise.withResolvers<undefined>()
  const watcher = startWatching(root)
  watcher.on('change', (_event, name) => {
    if (name !== null) store.invalidate(path.join(root, String(name)))
    change.resolve(undefined)
  })
  watcher.on('error', (error) => {
    failed.reject(notWatched(root, error))
  })
  try {
    for (;;) {
      const next = change.promise
      await look(store.read())
      await Promise.race([next, failed.promise])
      if (!existsSync(root)) throw notWatched(root, { code: 'ENOENT' })
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      change = Promise.withResolvers<undefined>()
    }
  } finally {
    watcher.close()
  }
}

function startWatching(root: string): FSWatcher {
  try {
    return watch(root, { recursive: true })
  } catch (error) {
    throw notWatched(root, error)
  }
}

function notWatched(root: string, error: unknown): CommandError {
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  const isTooMany = ['ENOSPC', 'EMFILE', 'ENFILE'].includes(code)
  return new CommandError(
    `${displayPath(root)} cannot be watched for changes (${code}).`,
    isTooMany
      ? 'This machine watches as many files as it may. End other programs that watch files, or run npm run check after each change.'
      : 'See that the folder is there and may be read, then start again. npm run check looks once.',
  )
}
