import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { oncall } from '../../scripts/commands/oncall/index.ts'
import { runCommand } from '../../scripts/lib/run.ts'

/** 20 November 2026, 12:00 UTC, a Friday. */
export const NOW = '1795176000'

const FILES = {
  'site.yaml': 'name: Test\ndescription: A test.\ndefaultRota: data-engineering\n',
  'teams/data-engineering.yaml': 'name: Data Engineering Team\nsummary: Runs it.\n',
  ...Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((letter) => [
      `engineers/engineer-${letter}.yaml`,
      `name: Engineer ${letter.toUpperCase()}\nteam: data-engineering\n`,
    ]),
  ),
  'rotas/data-engineering.yaml': `name: Data Engineering
team: data-engineering
timeZone: America/New_York
start: 2025-12-29
handoffTime: '09:00'
rotation: [engineer-a, engineer-b, engineer-c, engineer-d]
calendar: US
`,
}

export interface Result {
  stdout: string
  stderr: string
  code: number | null
}

/** A content folder of four engineers in a git repository of its own, removed after the test. */
export function createWorkspace() {
  const top = mkdtempSync(join(tmpdir(), 'oncall-'))
  onTestFinished(() => {
    rmSync(top, { recursive: true })
  })
  const root = join(top, 'content')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  for (const [path, text] of Object.entries(FILES)) write(path, text)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: '2026-11-01T10:00:00Z',
        GIT_COMMITTER_DATE: '2026-11-01T10:00:00Z',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })

  return {
    top,
    root,
    read,
    write,
    append: (path: string, text: string) => {
      write(path, read(path) + text)
    },
    files: (folder: string) => readdirSync(join(root, folder)).sort(),
    git,
    commit: (message: string) => {
      git('init', '--quiet', '--initial-branch=main')
      git('add', '.')
      git('commit', '--quiet', '--message', message)
    },
    /** Runs the script as its user does, in a process of its own. */
    oncall: (args: readonly string[], env: Record<string, string> = {}): Result => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [resolve('scripts/watchbook.ts'), 'oncall', ...args],
        {
          cwd: top,
          encoding: 'utf8',
          env: {
            ...process.env,
            CONTENT_ROOT: 'content',
            SOURCE_DATE_EPOCH: NOW,
            TZ: 'Europe/Berlin',
            ...env,
          },
        },
      )
      return { stdout, stderr, code: status }
    },
    /** The same in this process, for what does not depend on the machine. */
    run: async (
      args: readonly string[],
      /** Whoever sits at the terminal; nobody, where nothing is said. */
      ask?: (question: string) => Promise<string>,
    ): Promise<Result> => {
      const result = { stdout: '', stderr: '' }
      const code = await runCommand(oncall, args, {
        out: (text) => (result.stdout += `${text}\n`),
        error: (text) => (result.stderr += `${text}\n`),
        now: new Date(Number(NOW) * 1000),
        zone: 'Europe/Berlin',
        root,
        ask,
      })
      return { ...result, code }
    },
  }
}

/** Line and rule of each mistake in a report; columns and words are the business of the check's own tests. */
export function placesAndRules(report: string): string[] {
  return [...report.matchAll(/^(\S+:\d+):\d+ {2}error {2}(\S+)/gm)].map(
    ([, line, rule]) => `${line ?? ''} ${rule ?? ''}`,
  )
}
