import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../../scripts/commands/check.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import type { Finding } from '../../../src/content/read/findings.ts'
import { withContent } from './broken-content.ts'

const FILE = 'published/on-call.yaml'
/** Two weeks that have begun, and one to come. */
const WEEKS = ['2026-11-09', '2026-11-16', '2026-11-30'].map(
  (start, index) =>
    `- start: ${start}\n  engineer: engineer-${index % 2 === 0 ? 'a' : 'b'}\n  cycle: ${index === 2 ? '2026-11-23' : '2026-11-09'}\n  plain: engineer-a\n  holidays: {}\n  daysOff: []\n  absences: []\n`,
)

/** What `check --base` finds of announced weeks after a change. */
const after = (change: (root: string) => void) =>
  withContent(async (root) => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', path.dirname(root), '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args],
        { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
      )
    mkdirSync(path.join(root, 'published'))
    writeFileSync(path.join(root, FILE), WEEKS.join(''))
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Start')
    change(root)
    let said = ''
    const code = await runCommand(check, ['--base', 'HEAD', '--format', 'json'], {
      root,
      now: new Date('2026-11-23T12:00Z'),
      zone: 'UTC',
      out: (text) => (said += text),
      error: (text) => (said += text),
    })
    const findings = JSON.parse(said) as { findings?: Finding[] } | Finding[]
    const list = Array.isArray(findings) ? findings : (findings.findings ?? [])
    const history = list.filter(({ rule }) => rule === 'published-history')
    expect(code).toBe(list.some(({ severity }) => severity === 'error') ? 1 : 0)
    return history.map(
      ({ file, line, message }) =>
        `${file.replace(/^.*\/(?=content\/)/, '')}:${String(line ?? '')} ${message}`,
    )
  })

const write = (root: string, text: string) => {
  writeFileSync(path.join(root, FILE), text)
}

it('says nothing of announced weeks that are as they were, and of those to come that changed', async () => {
  expect(await after(() => undefined)).toEqual([])
  expect(
    await after((root) => {
      write(root, WEEKS.join('').replace(/(2026-11-30\n {2}engineer: engineer-)a/, '$1b'))
    }),
  ).toEqual([])
})

it('names the week that has begun and was changed, at its line', async () => {
  expect(
    await after((root) => {
      write(root, WEEKS.join('').replace(/(2026-11-16\n {2}engineer: engineer-)b/, '$1a'))
    }),
  ).toEqual([
    `content/${FILE}:8 The week of 2026-11-16 has begun, and differs from what was published (engineer)`,
  ])
})

it('says once that weeks are gone, however many', async () => {
  expect(
    await after((root) => {
      write(root, WEEKS[2] ?? '')
    }),
  ).toEqual([
    `content/${FILE}: 2 weeks that have begun, from that of 2026-11-09 to that of 2026-11-16, are no longer published`,
  ])
  expect(
    await after((root) => {
      write(root, WEEKS.slice(1).join(''))
    }),
  ).toEqual([`content/${FILE}: The week of 2026-11-09 has begun, and is no longer published`])
})

it.each([
  [
    'deleted',
    (root: string) => {
      rmSync(path.join(root, FILE))
    },
  ],
  [
    'emptied',
    (root: string) => {
      write(root, '[]\n')
    },
  ],
])('says that the whole file is %s', async (word, change) => {
  expect(await after(change)).toEqual([
    `content/${FILE}: The file is ${word}, and with it 3 announced weeks, from that of 2026-11-09 to that of 2026-11-30`,
  ])
})

it('accepts that the weeks of a rota go with it', async () => {
  expect(
    await after((root) => {
      rmSync(path.join(root, FILE))
      rmSync(path.join(root, 'rotas/on-call.yaml'))
    }),
  ).toEqual([])
})

it('names a revision that is not there, and ends with 2', async () => {
  await withContent(async (root) => {
    execFileSync('git', ['-C', path.dirname(root), 'init', '--quiet'])
    let said = ''
    const code = await runCommand(check, ['--base', 'no-such'], {
      root,
      now: new Date('2026-11-23T12:00Z'),
      zone: 'UTC',
      out: () => undefined,
      error: (text) => (said += text),
    })
    expect([code, said]).toEqual([2, expect.stringContaining('No revision "no-such" here')])
  })
})
