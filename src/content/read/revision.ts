import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * When the content last changed, for feeds that are the same bytes until it does: the time of the last commit that touched
 * it; without git, `SOURCE_DATE_EPOCH` (seconds), else the newest file's time.
 */
export function contentRevision(root: string, env: NodeJS.ProcessEnv = process.env): Date {
  const seconds = commitTime(root) ?? env['SOURCE_DATE_EPOCH']
  return seconds === undefined || !/^\d+$/.test(seconds) ? newestFile(root) : new Date(Number(seconds) * 1000)
}

function commitTime(root: string): string | undefined {
  try {
    const args = ['-C', root, 'log', '-1', '--format=%ct', '--', '.']
    const time = execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return time === '' ? undefined : time
  } catch {
    return undefined
  }
}

function newestFile(root: string): Date {
  const times = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
    (path) => statSync(join(root, path)).mtimeMs,
  )
  return new Date(Math.floor(Math.max(0, ...times) / 1000) * 1000)
}
