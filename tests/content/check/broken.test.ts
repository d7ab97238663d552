import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRules, rules } from '../../../src/content/check/rules/index.ts'
import { breakContent, findingsIn, withContent } from './broken-content.ts'
import { examplesOf } from './rule-examples.ts'

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/broken')
const names = readdirSync(FIXTURES).sort()

const findings = new Map(
  names.map((name) => [
    name,
    withContent((root) => {
      breakContent(root, path.join(FIXTURES, name))
      return findingsIn(root)
    }),
  ]),
)

describe('each mistake is told with its file, line, column, rule and hint', () => {
  test('and a sound content has none', () => {
    expect(withContent(findingsIn)).toEqual([])
  })

  test.for(names)('%s', async (name) => {
    const lines = (findings.get(name) ?? []).map(
      ({ file, line, column, severity, rule, message, hint }) =>
        `${[file, line, column].filter((part) => part !== undefined).join(':')}  ${severity}  ${rule}\n  ${message}\n  ${hint}\n`,
    )
    await expect(lines.join('')).toMatchFileSnapshot(path.join(FIXTURES, name, 'expected.txt'))
    expect(lines).not.toEqual([])
  })
})

test('the examples on the pages of the rules are these fixtures', async () => {
  const fixtures = names.map((name) => ({
    folder: path.join(FIXTURES, name),
    findings: findings.get(name) ?? [],
  }))
  const examples = withContent((root) => examplesOf(fixtures, root))
  await expect(`${JSON.stringify(examples, undefined, 2)}\n`).toMatchFileSnapshot(
    path.join(import.meta.dirname, '../../../src/content/edit/rule-examples.json'),
  )
})

/**
 * Rules that cannot be met through files alone, or only where the schema has let them through, by the test that expects
 * findings of each.
 */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'content/check/check-command.test.ts': ['content-missing', 'codeowners', 'form'],
  'content/read/assets.test.ts': ['not-a-file', 'asset'],
  'content/check/alert-rules/sources.test.ts': ['alert-file', 'alert-without-issue', 'alert-not-in-rules'],
  'content/check/alert-rules/addresses.test.ts': [
    'alert-without-url',
    'alert-url-nowhere',
    'alert-url-anchor',
    'alert-url-elsewhere',
    'alert-url-form',
  ],
  'oncall/bad-input.test.ts': [
    'rota-calendar',
    'rota-date',
    'rota-empty-rotation',
    'rota-handoff-time',
    'rota-holiday-type',
    'rota-time-zone',
    'rota-unknown-engineer',
    'rota-too-many',
    'rota-second-of-two',
    'published-begun',
  ],
  'oncall/r04-great-holidays.test.ts': [
    'rota-weight',
    'rota-weight-unknown',
    'rota-remove-nothing',
    'rota-add-known',
  ],
  'oncall/r11-swapped.test.ts': ['published-day-off-holiday'],
  'content/check/history.test.ts': ['published-history'],
  'search/index/query-findings.test.ts': ['search-query'],
  'content/check/secrets/secrets.test.ts': ['secret'],
  'content/check/failing-rule.test.ts': ['unreadable'],
}

test('each rule is in a file of its own, which is named after it', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../../../src/content/check/rules'))
  expect(files).toEqual(expect.arrayContaining(rules.map(({ id }) => `${id}.ts`)))
})

test('every rule that the reference lists has a fixture, and every finding a rule in the reference', () => {
  const found = new Set([...findings.values()].flat().map(({ rule }) => rule))
  const listed = allRules.map(({ id }) => id)
  expect([...new Set(listed)]).toEqual(listed)
  expect([...found].filter((rule) => !listed.includes(rule))).toEqual([])
  expect(listed.filter((rule) => !found.has(rule)).sort()).toEqual(Object.values(ELSEWHERE).flat().sort())
})

test.for(Object.entries(ELSEWHERE))(
  '%s expects findings of the rules that it has in place of fixtures',
  ([file, ids]) => {
    const text = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')
    expect(ids.filter((id) => !new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text))).toEqual([])
  },
)
