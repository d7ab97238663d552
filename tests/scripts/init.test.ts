import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { npmRun, userEnvironment } from '../support/npm-run.ts'
import { oneBuild } from '../support/one-build.ts'

const ENGINE = 'https://github.com/example/watchbook'

interface Job {
  steps: { uses?: string; run?: string; name?: string }[]
}

describe.each(['github', 'gitlab'] as const)('a repository made for %s', (forge) => {
  const top = mkdtempSync(path.join(tmpdir(), 'watchbook-own-'))
  const folder = path.join(top, 'ours')
  const source = path.join(top, 'wiki')
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')

  beforeAll(async () => {
    await npmRun(
      [
        'init',
        '--',
        folder,
        '--from',
        'import',
        '--name',
        'Our: pages',
        '--forge',
        forge,
        '--engine',
        ENGINE,
      ],
      {},
    )
    mkdirSync(source)
    writeFileSync(
      path.join(source, 'ApiDown.md'),
      '# ApiDown\n\n## Meaning\n\nIt is down.\n\n## Mitigation\n\nStart it.\n',
    )
    const rules = path.join(source, 'rules.yaml')
    writeFileSync(
      rules,
      'groups:\n  - name: a\n    rules:\n      - alert: ApiDown\n        expr: up == 0\n        labels: { severity: page }\n',
    )
    await npmRun(['import', '--', source, '--alerts', rules], { CONTENT_ROOT: path.join(folder, 'content') })
  })
  afterAll(() => {
    rmSync(top, { recursive: true, force: true })
  })

  it('takes an import, which adds its severities and keeps the name', () => {
    expect(parse(read('content/site.yaml'))).toMatchObject({
      name: 'Our: pages',
      severities: [{ id: 'page' }],
    })
    expect(read('content/issues/ApiDown.md')).toContain('severity: page')
  })

  it('names no forge but its own', () => {
    const other = forge === 'github' ? '.gitlab-ci.yml' : '.github/workflows/site.yml'
    expect(existsSync(path.join(folder, other))).toBe(false)
    expect(read('README.md')).toContain(forge === 'github' ? 'pull request' : 'merge request')
  })

  it('checks and builds by the commands of its workflow, and by its own', async () => {
    // In place of a clone of the engine: this one.
    const engine = path.join(folder, '.watchbook')
    symlinkSync(process.cwd(), engine)
    const build = path.join(top, 'build')
    const env = userEnvironment({ CONTENT_ROOT: path.join(folder, 'content'), BUILD_ROOT: build })
    const run = (command: string, environment: Record<string, string | undefined>) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-ec', command], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
      })
      expect(`${command}: ${String(status)}`, stdout + stderr).toBe(`${command}: 0`)
    }
    const done = await oneBuild()
    try {
      for (const command of commandsOf(folder, forge)) run(command, env)
    } finally {
      done()
    }
    expect(readFileSync(path.join(build, 'dist/issues/apidown/index.html'), 'utf8')).toContain('It is down.')
    // Its own commands find the content from the folder of the engine, which a link is not.
    rmSync(engine)
    mkdirSync(engine)
    for (const part of ['package.json', 'scripts', 'src', 'node_modules'])
      symlinkSync(path.join(process.cwd(), part), path.join(engine, part))
    run('npm run --silent check', userEnvironment({}))
    // The list of owners is one of this repository, and not of the engine's.
    run('git init --quiet', userEnvironment({}))
    const site = path.join(folder, 'content/site.yaml')
    writeFileSync(site, `${readFileSync(site, 'utf8')}repository: https://${forge}.com/shop/runbooks\n`)
    mkdirSync(path.join(folder, 'content/teams'), { recursive: true })
    writeFileSync(path.join(folder, 'content/teams/ops.yaml'), 'name: Ops\nsummary: Runs it.\n')
    const issue = path.join(folder, 'content/issues/ApiDown.md')
    writeFileSync(issue, readFileSync(issue, 'utf8').replace(/^title:/m, 'owner: ops\ntitle:'))
    run('npm run --silent codeowners', userEnvironment({}))
    expect(read(`.${forge}/CODEOWNERS`)).toContain('/content/issues/ApiDown.md @shop/ops')
  })
})

/** What its workflow runs on the content, without the clone of the engine and what is the forge's own. */
function commandsOf(folder: string, forge: 'github' | 'gitlab'): string[] {
  const file = path.join(folder, forge === 'github' ? '.github/workflows/site.yml' : '.gitlab-ci.yml')
  const workflow = parse(readFileSync(file, 'utf8')) as { jobs?: { site: Job }; site?: { script: string[] } }
  const runs =
    workflow.jobs === undefined
      ? (workflow.site?.script ?? [])
      : workflow.jobs.site.steps.flatMap(({ run, name }) =>
          run === undefined || /engine|Say/.test(name ?? '') ? [] : [run],
        )
  expect(runs).toHaveLength(2)
  return runs
}

it.each([
  [['--from', 'nothing'], '--from takes "example", "empty", "import"; got "nothing".'],
  [['--forge', 'svn'], '--forge takes "github", "gitlab"; got "svn".'],
  [['--forge', 'github', '--engine', 'a; b'], 'Where does the new repository fetch this engine from?'],
])('refuses %j', async (options, sentence) => {
  const folder = path.join(tmpdir(), 'watchbook-never')
  await expect(npmRun(['init', '--', folder, ...options], {})).rejects.toThrow(sentence)
  expect(existsSync(folder)).toBe(false)
})
