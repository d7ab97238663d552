import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { newEntry } from '../../../scripts/commands/new.ts'
import { init } from '../../../scripts/commands/init.ts'
import type { Command } from '../../../scripts/lib/command.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { findingsIn, withContent } from '../check/broken-content.ts'

function run(command: Command, root: string, ...args: string[]) {
  return runWith(command, root, args)
}

async function runWith(command: Command, root: string, args: string[], typed?: string[]) {
  const asked: string[] = []
  const said = { out: '', error: '' }
  const code = await runCommand(command, args, {
    root,
    now: new Date('2026-11-23T12:00Z'),
    zone: 'UTC',
    out: (text) => (said.out += `${text}\n`),
    error: (text) => (said.error += text),
    ask:
      typed &&
      ((question) => {
        asked.push(question)
        return Promise.resolve(typed.shift() ?? '')
      }),
  })
  return { code, ...said, asked }
}

test.each([
  ['issue', 'issues/kafka-uber-alles.md', 'Kafka: über alles'],
  ['runbook', 'runbooks/returns-50.md', 'Returns & "50 %"'],
  ['pipeline', 'pipelines/2026.md', '2026'],
  ['engineer', 'engineers/o-brien.yaml', "O'Brien"],
])('a new %s passes the check, which names what is left to fill in', (kind, file, title) => {
  return withContent(async (root) => {
    expect((await run(newEntry, root, kind, title)).code).toBe(0)
    const rules = findingsIn(root).map(({ rule }) => rule)
    expect([...new Set(rules)].filter((rule) => rule !== 'leftover')).toEqual(
      kind === 'runbook' ? ['unused-runbook'] : [],
    )
    const document = loadContent(root).documents.find((each) => each.path === path.join(root, file))
    expect(document?.data).toMatchObject(kind === 'engineer' ? { name: title } : { title })
  })
})

test('options fill in a new issue', () => {
  return withContent(async (root) => {
    await run(
      newEntry,
      root,
      'issue',
      'Late',
      '--summary',
      'Too late.',
      '--severity',
      'sev1',
      '--components',
      'kafka, consumer',
      '--pipelines',
      'orders',
      '--id',
      'too-late',
    )
    expect(readFileSync(path.join(root, 'issues/too-late.md'), 'utf8')).toMatch(
      /^---\ntitle: Late\nsummary: Too late\.\npipelines: \[orders\]\nseverity: sev1\ncomponents: \[kafka, consumer\]\nreviewed: 2026-11-23\n/,
    )
  })
})

test.each([
  [['isue', 'x'], 'There is no kind "isue".\n    Did you mean "issue"?'],
  [['issue'], 'What is the issue called?\n    npm run new -- issue "Title"'],
  [
    ['issue', 'Orders late'],
    'issues/orders-late is there already.\n    Give the new one another title, or an --id of its own.',
  ],
  [['issue', 'x', '--id', '../x'], '"../x" cannot be an id.\n    Try x.'],
  [['issue', 'x', '--severity', 'sev7'], '--severity: there is no "sev7".\n    Did you mean "sev1"?'],
  [['issue', 'x', '--sevrity', 'sev1'], 'new has no option --sevrity.\n    Did you mean --severity?'],
])('%j is refused, and nothing is written', (args, error) => {
  return withContent(async (root) => {
    expect(await run(newEntry, root, ...args)).toMatchObject({ code: 2, out: '', error })
    expect(findingsIn(root)).toEqual([])
  })
})

test('on a terminal it asks for what it needs, suggests an answer, and asks again after a wrong one', () => {
  return withContent(async (root) => {
    const typed = ['They come late.', 'ordes', 'orders', '', 'sev2', 'shop, Data Warehouse']
    const { code, asked, error } = await runWith(newEntry, root, ['issue', 'Late returns'], typed)
    expect({ code, error }).toEqual({ code: 0, error: 'There is no "ordes". Did you mean "orders"?' })
    expect(asked).toEqual([
      'Summary [TODO]: ',
      'Runbook (orders): ',
      'Runbook (orders): ',
      'Pipelines, with commas (orders): ',
      'Severity (sev1, sev2, sev3, sev4): ',
      'Components, with commas: ',
    ])
    expect(readFileSync(path.join(root, 'issues/late-returns.md'), 'utf8')).toMatch(
      /\nsummary: They come late\.\nrunbook: orders\nseverity: sev2\ncomponents: \[shop, data-warehouse\]\n/,
    )
  })
})

test('init overwrites nothing', () => {
  return withContent(async (root) => {
    expect((await run(init, root, root)).error).toMatch(
      /is not empty\.\n {4}Name a folder that does not exist yet/,
    )
    expect(findingsIn(root)).toEqual([])
  })
})
