import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Prints what differs between the sites that two commits build from the content of the second one's checkout:
 * `npm run compare-builds -- OLD [NEW]`. Names of assets carry a hash of their bytes; they are compared without it.
 */
const [old, next = 'HEAD'] = process.argv.slice(2)
if (old === undefined) {
  console.error(
    'Usage: npm run compare-builds -- OLD [NEW]   (two commits; NEW is HEAD where nothing is said)',
  )
  process.exit(2)
}

const folder = mkdtempSync(path.join(tmpdir(), 'compare-builds-'))
try {
  const [before, after] = [build('before', old), build('after', next)]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const differences = names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === undefined) return [`only in ${next}: ${name}`]
    if (is === undefined) return [`only in ${old}: ${name}`]
    return was === is ? [] : [`differs: ${name}${firstDifference(was, is)}`]
  })
  console.log(
    differences.length === 0 ? `All ${String(names.length)} files are equal.` : differences.join('\n'),
  )
  process.exitCode = differences.length === 0 ? 0 : 1
} finally {
  execFileSync('git', ['worktree', 'prune'])
  rmSync(folder, { recursive: true, force: true })
}

/** The files of a built commit, by name, without the hashes in names of assets. */
function build(name: string, commit: string): ReadonlyMap<string, string> {
  const checkout = path.join(folder, name)
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', checkout, commit])
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: checkout,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] ?? '1767225600' },
    })
  run('npm', 'ci', '--silent')
  run('npm', 'run', 'build')
  const site = path.join(checkout, 'dist')
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  return new Map(
    files.map((item) => {
      const file = path.join(item.parentPath, item.name)
      return [withoutHashes(path.relative(site, file)), withoutHashes(readFileSync(file, 'latin1'))]
    }),
  )
}

function withoutHashes(text: string): string {
  return text.replace(/(\/?assets\/[\w.-]+?)[._][\w-]{8}(?=\.\w+)/g, '$1')
}

/** Where two texts part, with a few words around it; nothing for what is not text. */
function firstDifference(was: string, is: string): string {
  if (was.includes('\0')) return ''
  let at = 0
  while (was[at] === is[at]) at += 1
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 60))
  return `\n    - ${around(was)}\n    + ${around(is)}`
}
