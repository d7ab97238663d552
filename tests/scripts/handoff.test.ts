import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  jobs: { notify: { steps: { name?: string; run?: string }[] } }
}

const { jobs } = parse(readFileSync('.github/workflows/handoff.yml', 'utf8')) as Workflow
const script = jobs.notify.steps.find(({ name }) => name?.startsWith('Post'))?.run ?? ''

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

interface State {
  /** When this run was made. */
  at: string
  /** When the last run that succeeded was made; empty where there is none. */
  last: string
  event?: 'schedule' | 'workflow_dispatch'
  /** The exit code of `gh run list`. */
  ghFails?: boolean
  /** The exit code of the command that posts. */
  npmFails?: boolean
}

/** Runs the step as GitHub does, with stand-ins for `gh` and `npm`. */
function run({ at, last, event = 'schedule', ghFails = false, npmFails = false }: State) {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-'))
  folders.push(folder)
  const log = join(folder, 'npm.log')
  const tool = (name: string, body: string) => {
    writeFileSync(join(folder, name), `#!/bin/bash\n${body}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  tool(
    'gh',
    `if [ "$2" = view ]; then echo '${at}'; else ${ghFails ? 'exit 1' : `printf '%s' '${last}'`}; fi`,
  )
  tool('npm', `echo "$@" > '${log}'; ${npmFails ? 'exit 1' : ''}`)
  writeFileSync(join(folder, 'step.sh'), script)
  const { status, stdout } = spawnSync('bash', ['-e', join(folder, 'step.sh')], {
    encoding: 'utf8',
    env: {
      PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
      GITHUB_RUN_ID: '7',
      GITHUB_REPOSITORY: 'team/runbooks',
      GITHUB_REF_NAME: 'main',
      GITHUB_EVENT_NAME: event,
    },
  })
  let posted: string | undefined
  try {
    posted = readFileSync(log, 'utf8').trim()
  } catch {
    posted = undefined
  }
  return { status, stdout, posted }
}

const at = '2026-11-23T14:07:00Z'
const command = 'run --silent oncall -- notify --webhook-env CHAT_WEBHOOK --at 2026-11-23T14:07:00Z'

describe('the step of the handoff workflow that posts', () => {
  it('posts at once in the first run', () => {
    expect(run({ at, last: '' })).toMatchObject({ status: 0, posted: command })
  })

  it('asks for what came after the last run that succeeded', () => {
    expect(run({ at, last: '2026-11-23T13:37:00Z' }).posted).toBe(`${command} --since 2026-11-23T13:37:00Z`)
  })

  it('posts at once where somebody starts it by hand', () => {
    expect(run({ at, last: '2026-11-23T13:37:00Z', event: 'workflow_dispatch' }).posted).toBe(command)
  })

  it('fails where the post fails, so that the next run asks from the same instant', () => {
    expect(run({ at, last: '2026-11-23T13:37:00Z', npmFails: true }).status).toBe(1)
  })

  it('posts nothing and fails where GitHub does not say when it last ran', () => {
    expect(run({ at, last: '', ghFails: true })).toMatchObject({ status: 1, posted: undefined })
  })

  it.each(['2026-11-23T14:07:00Z', '2026-11-23T14:37:00Z'])(
    'posts nothing and succeeds where it is repeated after a run of %s has posted',
    (last) => {
      expect(run({ at, last })).toMatchObject({ status: 0, posted: undefined })
    },
  )
})
