import { execFileSync } from 'node:child_process'
import path from 'node:path'

/**
 * The dates (`YYYY-MM-DD`, UTC) of the last commits that touched the files below a folder, by absolute path. Empty where git
 * does not know: without a repository, and in a shallow clone, whose oldest commit seems to have touched every file.
 */
export function lastChanges(folder: string): ReadonlyMap<string, string> {
  const dates = new Map<string, string>()
  try {
    const [top = '', isShallow] = git(folder, 'rev-parse', '--show-toplevel', '--is-shallow-repository')
    if (isShallow !== 'false') return dates
    let date = ''
    for (const line of git(
      folder,
      '-c',
      'core.quotePath=false',
      'log',
      '--format=@%ct',
      '--name-only',
      '--',
      '.',
    )) {
      const file = path.join(top, line)
      if (line.startsWith('@')) date = new Date(Number(line.slice(1)) * 1000).toISOString().slice(0, 10)
      else if (line !== '' && !dates.has(file)) dates.set(file, date)
    }
  } catch {
    // No git, or no commit yet.
  }
  return dates
}

function git(folder: string, ...args: string[]): string[] {
  const output = execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  })
  return output.trim().split('\n')
}

let known: ReadonlyMap<string, string> | undefined

/** When a commit last touched a file of a folder, as it was when the process first asked. */
export function lastChanged(folder: string, file: string): string | undefined {
  known ??= lastChanges(folder)
  return known.get(file)
}
