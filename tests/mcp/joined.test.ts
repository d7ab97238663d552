import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { JoinedModules } from '../../scripts/lib/joined/joined-modules.ts'
import { codeHash } from '../../scripts/lib/last-build.ts'
import { checkContent } from '../../src/content/check/check.ts'
import { reportText } from '../../src/content/check/reporters/text.ts'
import { contentStore } from '../../src/content/read/store.ts'
import { inMarkdown } from '../../src/text/in-markdown.ts'
import { ISSUE_BODY, page } from '../support/content-folder.ts'
import { NOW, open } from './client.ts'
import { folder } from './folder.ts'

const LOADED = pathToFileURL(path.join(import.meta.dirname, '../support/loaded-packages.mjs')).href

const temporary = () => {
  const place = mkdtempSync(path.join(tmpdir(), 'joined-'))
  onTestFinished(() => {
    rmSync(place, { recursive: true, force: true })
  })
  return place
}

it('a session leaves its modules in few files for the next one, which gives the same answers', async () => {
  const sound = folder({
    'issues/late.md': page(
      { title: 'Orders are late', severity: 'sev2', alerts: ['OrdersLate'] },
      ISSUE_BODY,
    ),
    'teams/ops.yaml': 'name: Operations\nsummary: They operate.\n',
  })
  const session = async (root: string) => {
    const { client, call, errors } = await open(root, { NODE_OPTIONS: `--import ${LOADED}` })
    const { tools } = await client.listTools()
    const answers = [
      await call('match_error', { text: 'firing: OrdersLate' }),
      await call('read_page', { page: 'late' }),
      await call('search', { query: 'late orders' }),
      await call('search', { query: 7 }),
      await call('who_is_on_call', { time: 'now' }),
    ]
    return { client, tools, answers, errors }
  }
  const first = await session(sound.root)
  // It joins them when it is ready, unless an earlier process of the same code has.
  await expect.poll(() => new JoinedModules().find(codeHash()), { timeout: 300_000 }).toBeDefined()
  await first.client.close()
  const second = await session(sound.root)
  await second.client.close()
  expect(second.errors()).toContain('LOADED joined modules\n')
  expect(second.errors()).toContain('LOADED zod\n')
  expect(second.tools).toEqual(first.tools)
  expect(second.answers).toEqual(first.answers)
  const wrong = Object.entries({
    python: 'def f(:',
    sql: 'SELECT 1 FROM',
    bash: "echo 'x",
    json: '{',
    toml: 'a = ',
    yaml: 'a: [',
  })
  const blocks = wrong.map(([language, code]) => `\`\`\`${language}\n${code}\n\`\`\`\n`).join('\n')
  const broken = folder({
    'issues/late.md': page(
      { severity: 'sev2' },
      ISSUE_BODY.replace('## Symptoms\n', `## Symptoms\n\n${blocks}`),
    ),
  })
  const third = await session(broken.root)
  await third.client.close()
  expect(third.answers.map(({ isError }) => isError)).toEqual([true, true, true, true, true])
  // The check, which is in files of its own, finds the same.
  const findings = checkContent(contentStore(broken.root).read(), { today: NOW.slice(0, 10) })
  const errors = findings.filter(({ severity }) => severity === 'error')
  expect(errors.length).toBeGreaterThanOrEqual(wrong.length)
  expect(third.answers[0]?.text.replaceAll('https://example.com/', '/')).toContain(
    inMarkdown(reportText(errors)),
  )
})

it('what they say of a wrong option is said as by every command', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.resolve('scripts/watchbook.ts'), 'mcp', '--fast'],
    { encoding: 'utf8' },
  )
  expect(status).toBe(2)
  expect(stderr).toContain('--fast')
  expect(stderr).not.toContain('This should not happen')
})

it('modules are of the code that they were joined from, and none is kept of a code that changes meanwhile', async () => {
  const place = temporary()
  let code = 'one'
  const modules = new JoinedModules(place, () => code)
  let times = 0
  const write = (into: string, meanwhile?: () => void) => {
    times += 1
    writeFileSync(path.join(into, 'a.js'), `export const code = '${code}'`)
    meanwhile?.()
    return Promise.resolve('a.js')
  }
  await modules.make((into) => write(into))
  const found = modules.find('one') ?? ''
  expect(await import(/* @vite-ignore */ found)).toMatchObject({ code: 'one' })
  expect(modules.find('two')).toBeUndefined()
  // Nothing is made twice.
  await modules.make((into) => write(into))
  expect(times).toBe(1)
  code = 'two'
  await modules.make((into) => write(into, () => (code = 'three')))
  expect(times).toBe(2)
  expect(['two', 'three'].map((each) => modules.find(each))).toEqual([undefined, undefined])
  expect(readdirSync(place)).toHaveLength(1)
  // A file in which one byte is another is not run.
  writeFileSync(fileURLToPath(found), `export const code = 'ones'`)
  expect(modules.find('one')).toBeUndefined()
})
