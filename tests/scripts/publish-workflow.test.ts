import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { createWorkspace, NOW } from './workspace.ts'

interface Workflow {
  jobs: { propose: { env: Record<string, string>; steps: { name?: string; shell?: string; run?: string }[] } }
}

const { jobs } = parse(readFileSync('.github/workflows/publish.yml', 'utf8')) as Workflow
const steps = jobs.propose.steps.filter(({ name }) => name !== undefined)
const FILE = 'content/published/data-engineering.yaml'
const TODAY = '2026-11-20'

/**
 * A repository with a remote, in which the steps of the workflow run as GitHub runs them. Real are git and the command; the
 * clock is that of the tests, and `gh` notes what it is asked for.
 */
function createRepository() {
  const workspace = createWorkspace()
  const { top, git } = workspace
  const inTop = (name: string) => join(top, name)
  const tools = inTop('tools')
  mkdirSync(tools)
  const tool = (name: string, body: string) => {
    writeFileSync(join(tools, name), `#!/bin/bash\n${body}\n`)
    chmodSync(join(tools, name), 0o755)
  }
  // npm run --silent COMMAND -- WORDS…
  tool(
    'npm',
    `[ "$1 $2 $4" = 'run --silent --' ] || exit 9
     command=$3; shift 4
     exec '${process.execPath}' '${resolve('scripts/watchbook.ts')}' "$command" "$@"`,
  )
  // date -u [-d +12 weeks] +%F
  tool(
    'date',
    `if [ "$2" = -d ]; then exec /bin/date -u -d "${TODAY} $3" "$4"; fi
     exec /bin/date -u -d ${TODAY} "$2"`,
  )
  tool(
    'gh',
    `echo "$*" >> '${inTop('gh.log')}'
     for each in "$@"; do case "$each" in */body.md) cp "$each" '${inTop('body.md')}';; esac; done
     if [ "$1 $2" = 'pr list' ]; then cat '${inTop('open.txt')}' 2>/dev/null; fi; exit 0`,
  )
  writeFileSync(inTop('.gitignore'), 'tools/\nremote.git/\ntemp/\n*.log\n*.md\n*.txt\n*.sh\n')
  return {
    ...workspace,
    begin() {
      workspace.commit('Begin')
      git('clone', '--quiet', '--bare', top, inTop('remote.git'))
      git('remote', 'add', 'origin', inTop('remote.git'))
    },
    /** What `gh` was asked for in the last run. */
    asked: () =>
      existsSync(inTop('gh.log')) ? readFileSync(inTop('gh.log'), 'utf8').trim().split('\n') : [],
    body: () => readFileSync(inTop('body.md'), 'utf8'),
    pullRequestIsOpen() {
      writeFileSync(inTop('open.txt'), '7\n')
    },
    /** A scheduled run: a fresh clone of the default branch, then each step until one fails. */
    schedule(weeks = '12') {
      git('switch', '--quiet', '--force', 'main')
      mkdirSync(inTop('temp'), { recursive: true })
      for (const file of ['gh.log', 'body.md', 'temp/announced.txt']) writeFileSync(inTop(file), '')
      let output = ''
      for (const { run = '', shell } of steps) {
        writeFileSync(inTop('step.sh'), run)
        const flags = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
        const { status, stdout, stderr } = spawnSync('bash', [...flags, inTop('step.sh')], {
          cwd: top,
          encoding: 'utf8',
          env: {
            ...process.env,
            PATH: [tools, process.env['PATH'] ?? ''].join(delimiter),
            CONTENT_ROOT: 'content',
            SOURCE_DATE_EPOCH: NOW,
            RUNNER_TEMP: inTop('temp'),
            WEEKS: weeks,
            BRANCH: jobs.propose.env['BRANCH'] ?? '',
          },
        })
        output += stdout + stderr
        if (status !== 0) return { status, output }
      }
      return { status: 0, output }
    },
  }
}

describe('the weekly workflow that announces weeks', () => {
  it('has the two steps that these tests run, and takes no other command from the machine', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      'Announce the next weeks of every rota',
      'Open the pull request',
    ])
  })

  it('opens a pull request with the weeks, whose branch passes the check, and leaves main as it is', () => {
    const { begin, schedule, asked, body, git, root } = createRepository()
    begin()
    const before = checkContent(loadContent(root), { today: TODAY })
    expect(before.map(({ rule }) => rule)).toContain('published-begun')
    const main = git('rev-parse', 'main')
    expect(schedule()).toMatchObject({ status: 0 })
    expect(asked()).toEqual([
      'auth setup-git',
      'pr list --head publish-weeks --state open --json number --jq .[].number',
      expect.stringMatching(
        /^pr create --head publish-weeks --title Announce the next weeks on call --body-file /,
      ) as string,
    ])
    expect(body()).toContain('Weeks that are announced stay as they are')
    expect(body()).toContain('Mon 8 Feb 2027')
    expect(git('ls-remote', 'origin', 'main')).toContain(main.trim())
    expect(git('diff', '--name-only', 'main', 'origin/publish-weeks').trim()).toBe(FILE)
    git('switch', '--quiet', '--detach', 'origin/publish-weeks')
    const findings = checkContent(loadContent(root), { today: TODAY })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(findings.filter(({ rule }) => rule.startsWith('published-'))).toEqual([])
  })

  it('brings the open pull request up to date in the week after, and opens no second one', () => {
    const { begin, schedule, asked, pullRequestIsOpen, git } = createRepository()
    begin()
    schedule()
    const first = git('rev-parse', 'origin/publish-weeks')
    pullRequestIsOpen()
    expect(schedule('14')).toMatchObject({ status: 0 })
    expect(asked().at(-1)).toMatch(/^pr edit publish-weeks --body-file /)
    expect(git('ls-remote', 'origin', 'publish-weeks')).not.toContain(first.trim())
    expect(git('rev-list', '--count', 'main..origin/publish-weeks').trim()).toBe('1')
  })

  it('opens none where the weeks were announced already', () => {
    const { begin, schedule, asked, git } = createRepository()
    begin()
    schedule()
    git('switch', '--quiet', 'main')
    git('merge', '--quiet', '--ff-only', 'origin/publish-weeks')
    const { status, output } = schedule()
    expect(status).toBe(0)
    expect(output).toContain('Nothing to announce.')
    expect(asked().join('')).toBe('')
  })

  it('leaves out a rota that is kept elsewhere, and one that has not begun', () => {
    const { begin, schedule, body, write, git } = createRepository()
    write(
      'rotas/pager.yaml',
      'name: Pager\nteam: data-engineering\nexternal: https://pager.example.com/ops\n',
    )
    write(
      'rotas/later.yaml',
      "name: Later\nteam: data-engineering\ntimeZone: UTC\nstart: '2026-12-07'\nhandoffTime: '09:00'\nrotation: [engineer-a, engineer-b]\ncalendar: US\n",
    )
    begin()
    expect(schedule()).toMatchObject({ status: 0 })
    expect(body()).toContain('Data Engineering')
    expect(body()).not.toMatch(/Pager|Later/)
    expect(git('diff', '--name-only', 'main', 'origin/publish-weeks').trim()).toBe(FILE)
  })

  it('fails in words, and opens nothing, where a rota cannot be announced', () => {
    const { begin, schedule, asked, write } = createRepository()
    write(
      'overrides/swap.yaml',
      'rota: data-engineering\nfrom: 2026-12-03\nto: 2026-12-01\nengineer: engineer-a\n',
    )
    begin()
    const { status, output } = schedule()
    expect(status).toBe(1)
    expect(output).toContain('ends before it begins')
    expect(asked().join('')).toBe('')
  })
})
