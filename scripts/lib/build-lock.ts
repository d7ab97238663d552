import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Who builds: written into the lock. */
interface Owner {
  pid: number
  since: string
}

interface Options {
  /** What to say when another build is waited for. */
  say: (sentence: string) => void
  /** How long to wait for it, in milliseconds. */
  patience?: number
  pause?: number
}

const PATIENCE = 15 * 60_000
const PAUSE = 250
/** The one who builds touches the lock every few seconds; who has not for this long is gone, whatever has its number now. */
const STALE = 60_000
const HEARTBEAT = 5_000

/**
 * Waits until no other build works in this checkout: all of them share Astro's `.astro/` and would mix up their pages.
 *
 * @param file the lock, absolute
 * @returns what lets the next one begin
 * @throws Error with a sentence when the other build does not end
 */
export async function lockBuild(file: string, options: Options): Promise<() => void> {
  const { say, patience = PATIENCE, pause = PAUSE } = options
  mkdirSync(path.dirname(file), { recursive: true })
  const started = Date.now()
  let isSaid = false
  for (;;) {
    const release = take(file)
    if (release) return release
    const owner = readOwner(file)
    if (isLeft(file, owner)) {
      rmSync(file, { force: true })
      continue
    }
    const name = owner ? `process ${String(owner.pid)}, since ${owner.since}` : 'another process'
    if (Date.now() - started > patience)
      throw new Error(`Another build works here (${name}) and does not end. End it, or delete ${file}.`)
    if (!isSaid) say(`Another build works here (${name}). This one begins when it has ended.`)
    isSaid = true
    await wait(pause)
  }
}

/** Takes the lock if nobody has it: the file system lets only one make the file. */
function take(file: string): (() => void) | undefined {
  const owner: Owner = { pid: process.pid, since: new Date().toISOString() }
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // Somebody deleted it by hand: there is nothing to keep alive.
    }
  }, HEARTBEAT)
  heartbeat.unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true })
  }
  process.once('exit', release)
  return release
}

function readOwner(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>
    return typeof owner.pid === 'number' && typeof owner.since === 'string'
      ? { pid: owner.pid, since: owner.since }
      : undefined
  } catch {
    return undefined
  }
}

/** Whether who took the lock has ended without giving it back. */
function isLeft(file: string, owner: Owner | undefined): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > STALE) return true
  if (!owner) return false
  try {
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
