import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

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
      return () => {
        rmSync(LOCK, { recursive: true, force: true })
      }
    } catch {
      if (isLeft(owner)) rmSync(LOCK, { recursive: true, force: true })
      await setTimeout(100)
    }
  }
}

/** Whether the process that took it has ended without giving it back. */
function isLeft(owner: string): boolean {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
