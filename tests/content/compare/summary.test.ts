import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rename } from '../../../scripts/commands/rename.ts'
import { prSummary } from '../../../scripts/commands/pr-summary.ts'
import type { Command } from '../../../scripts/lib/command.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { withContent } from '../check/broken-content.ts'

type Edit = (file: string, change: (text: string) => string) => void

/** The summary of a change to a committed content, without what differs from run to run. */
async function summaryOf(
  change: (
    edit: Edit,
    root: string,
    run: (script: Command, ...args: string[]) => Promise<string>,
    commit: () => void,
  ) => unknown,
) {
  return withContent(async (root) => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', path.dirname(root), '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args],
        {
          env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
        },
      )
    git('init', '--quiet')
    const commit = () => {
      git('add', '--all')
      git('commit', '--quiet', '--message', 'Start')
    }
    commit()
    const run = async (script: Command, ...args: string[]) => {
      let said = ''
      const say = (text: string) => (said += text)
      await runCommand(script, args, {
        root,
        now: new Date('2026-11-23T12:00Z'),
        zone: 'UTC',
        out: say,
        error: say,
      })
      return said
    }
    const edit: Edit = (file, text) => {
      writeFileSync(path.join(root, file), text(readFileSync(path.join(root, file), 'utf8')))
    }
    await change(edit, root, run, commit)
    const summary = await run(prSummary, '--base', 'HEAD')
    return summary.replace(/\([0-9a-f]{10}\)/, '(COMMIT)')
  })
}

const replace = (from: string, to: string) => (text: string) => text.replace(from, to)

test.for<[string, Parameters<typeof summaryOf>[0]]>([
  ['nothing', () => undefined],
  [
    'a page is added',
    (_, root) => {
      writeFileSync(path.join(root, 'teams/sales.yaml'), 'name: "Sales *@all*"\nsummary: x\n')
    },
  ],
  [
    'a step is changed and not reviewed',
    (edit) => {
      edit('issues/orders-late.md', replace('Start the failed run', 'Restart the run'))
    },
  ],
  [
    'a step is changed and reviewed',
    (edit) => {
      edit('issues/orders-late.md', (text) =>
        text.replace('Start the', 'Restart the').replace('2026-11-23', '2026-11-22'),
      )
    },
  ],
  [
    'an issue is removed',
    (edit, root) => {
      rmSync(path.join(root, 'issues/orders-late.md'))
      edit('runbooks/orders.mdx', replace('[Orders are late](../issues/orders-late.md)', 'Start again'))
    },
  ],
  ['an issue is renamed', (_, __, run) => run(rename, 'issues/orders-late', 'late-orders')],
  [
    'a runbook is renamed, which keeps no address',
    (_, __, run) => run(rename, 'runbooks/orders', 'all-orders'),
  ],
  [
    'a heading that links lead to is reworded',
    (edit) => {
      edit('runbooks/orders.mdx', replace('## Start here', '## First steps'))
    },
  ],
  [
    'an alert is taken out',
    (edit) => {
      edit('issues/orders-late.md', replace('alerts: [OrdersLate]\n', ''))
    },
  ],
  [
    'two engineers swap',
    (_, root) => {
      appendFileSync(
        path.join(root, 'rotas/on-call.yaml'),
        'overrides:\n  - { from: 2026-12-02, to: 2026-12-03, engineer: engineer-a, reason: Swap }\n',
      )
    },
  ],
  [
    'a page is overdue',
    (edit) => {
      edit('runbooks/orders.mdx', replace('reviewed: 2026-11-23', 'reviewed: 2026-01-01'))
    },
  ],
  [
    'a page is changed beside one that is overdue, which nobody is reminded of',
    (edit, _, __, commit) => {
      edit('runbooks/orders.mdx', replace('reviewed: 2026-11-23', 'reviewed: 2026-01-01'))
      commit()
      edit('pipelines/orders.mdx', replace('One row', 'Exactly one row'))
    },
  ],
  [
    'a secret',
    (edit) => {
      const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')
      edit('pipelines/orders.mdx', replace('One row', `${token} has one row`))
    },
  ],
  [
    'a mistake',
    (edit) => {
      edit('pipelines/orders.mdx', replace('runbook: orders', 'runbook: ordes'))
    },
  ],
])('%s', async ([, change]) => {
  expect(await summaryOf(change)).toMatchSnapshot()
})

test('a revision that does not exist is named', async () => {
  await withContent(async (root) => {
    let said = ''
    const context = {
      root,
      now: new Date('2026-11-23T12:00Z'),
      zone: 'UTC',
      out: () => undefined,
      error: (text: string) => (said += text),
    }
    expect(await runCommand(prSummary, ['--base', 'v0'], context)).toBe(2)
    expect(said).toMatch(/is in no git repository/)
  })
})
