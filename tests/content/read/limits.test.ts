import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findingsIn, withContent } from '../check/broken-content.ts'

const page = (fields: string, body: string) =>
  `---\ntitle: X\nsummary: Y\n${fields}---\n\n## Symptoms\n\n${body}\n`
const many = (unit: string, length = 250_000) => unit.repeat(Math.floor(length / unit.length))

/** Each of these kept the check busy for many seconds, or ended it, so that the mistakes of all other files stayed unseen. */
const FILES: readonly [name: string, file: string, text: string][] = [
  ['a value that stands for itself', 'teams/x.yaml', 'name: &a [*a]\nsummary: Y\n'],
  ['a group that stands for itself', 'teams/x.yaml', 'name: &a {b: *a}\nsummary: Y\n'],
  ['aliases that multiply', 'teams/x.yaml', bomb()],
  ['brackets in each other', 'teams/x.yaml', `name: ${many('[\n')}`],
  ['groups in each other', 'teams/x.yaml', `name: ${many('{a:\n ')}`],
  [
    '30,000 fields',
    'teams/x.yaml',
    Array.from({ length: 30_000 }, (_, at) => `k${String(at)}: v\n`).join(''),
  ],
  [
    'fields in each other',
    'teams/x.yaml',
    Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
  ],
  ['quotes in each other', 'issues/x.md', page('', `${'> '.repeat(5000)}x`)],
  ['lists in each other', 'issues/x.md', page('', `${'- '.repeat(5000)}x`)],
  ...[
    '&#x41;',
    '[',
    '[a](',
    '<div ',
    '<a>',
    '`',
    '*a ',
    '_a',
    '![',
    '~~a',
    '|a',
    '$a',
    '<!--',
    '{',
    'a@b.c ',
    '"a "',
    'password=',
    'token: ',
    '://a:b',
  ].flatMap((unit): [string, string, string][] => [
    [`${unit} on one line`, 'issues/x.md', page('', many(unit))],
    [`${unit} on many lines`, 'issues/x.md', page('', many(`${unit}\n`))],
    [`${unit} just within the limits, in MDX`, 'runbooks/x.mdx', page('', unit.repeat(2000))],
  ]),
  ['elements in each other', 'runbooks/x.mdx', page('', many('<div>\n\n'))],
  [
    'lists below each other',
    'issues/x.md',
    page('', Array.from({ length: 600 }, (_, at) => `${'  '.repeat(at)}- a\n`).join('')),
  ],
  ['30,000 headings', 'issues/x.md', page('', many('# a\n'))],
  ['backslashes in a quote', 'issues/x.md', page(`x: "${many('\\', 50_000)}\n`, '')],
  ['blanks before a colon', 'issues/x.md', page(`x: a${many(' ', 100_000)}: :\n`, '')],
  ['blanks before many colons', 'issues/x.md', page(`x: a${many(' ', 900)}: :\n`.repeat(30), '')],
  [
    '500 lines with two colons',
    'issues/x.md',
    page(Array.from({ length: 500 }, (_, at) => `k${String(at)}:v: x: y\n`).join(''), ''),
  ],
  [
    '3,000 unknown fields',
    'issues/x.md',
    page(Array.from({ length: 3000 }, (_, at) => `k${String(at)}: v\n`).join(''), ''),
  ],
  ['10 MB of words', 'issues/x.md', page('', many('word ', 10_000_000))],
  ['nothing but null characters', 'issues/x.md', many('\0')],
]

function bomb(): string {
  const nine = (name: string) => Array.from({ length: 9 }, () => name).join(',')
  const steps = ['b', 'c', 'd', 'e', 'f'].map(
    (each, at) => `${each}: &${each} [${nine(`*${String.fromCharCode(97 + at)}`)}]`,
  )
  return [`a: &a [${nine('x')}]`, ...steps].join('\n')
}

it.for(FILES)(
  '%s: the check ends, names the file, and still finds the mistake in another',
  ([, file, text]) => {
    withContent((root) => {
      writeFileSync(path.join(root, file), text)
      writeFileSync(path.join(root, 'teams/sales.yaml'), 'name: Sales\nsumary: Sells.\n')
      const findings = findingsIn(root)
      expect(findings.filter((finding) => finding.file.endsWith(file)).length).toBeGreaterThan(0)
      expect(findings.filter(({ rule }) => rule === 'unknown-key').map((finding) => finding.file)).toContain(
        'content/teams/sales.yaml',
      )
      // Where one slip causes many findings, the rest is counted.
      expect(findings.length).toBeLessThan(200)
    })
  },
)

it('a folder that is called like an entry is a finding of that name', () => {
  withContent((root) => {
    mkdirSync(path.join(root, 'issues/x.md'))
    expect(findingsIn(root).map(({ file, rule }) => [file, rule])).toEqual([
      // Since entries may be in folders, it is a folder whose name no address can have.
      ['content/issues/x.md', 'invalid-id'],
    ])
  })
})
