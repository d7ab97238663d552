import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** How often who holds the lock says that it is still there, and after how long a silence it is taken to be gone; in milliseconds. */
const BEAT = 5_000
const SILENCE = 120_000

const LOCK = join(import.meta.dirname, '../../.cache/one-build')

/**
 * Waits until no other test builds or edits a site: Astro keeps the modules of entries in `.astro/`, whichever content they
 * are of, so two builds of different contents in one checkout would mix them up.
 *
 * @returns what lets the next one begin
 */
export async function oneBuild(): Promise<() => void> {
  const owner = join(LOCK, 'pid')
  for (;;) {
    try {
      mkdirSync(join(LOCK, '..'), { recursive: true })
      mkdirSync(LOCK)
      writeFileSync(owner, String(process.pid))
      const heart = setInterval(() => {
        utimesSync(owner, new Date(), new Date())
      }, BEAT).unref()
      return () => {
        clearInterval(heart)
        rmSync(LOCK, { recursive: true, force: true })
      }
    } catch {
      if (isLeft(owner)) rmSync(LOCK, { recursive: true, force: true })
      await setTimeout(100)
    }
  }
}

/** Whether the process that took it has ended without giving it back. Its number may be another's by now. */
function isLeft(owner: string): boolean {
  try {
    if (Date.now() - statSync(owner).mtimeMs > SILENCE) return true
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
