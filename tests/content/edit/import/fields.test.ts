import { describe, expect, it } from 'vitest'
import { knownTeams } from '../../../../src/content/edit/import/owners.ts'
import type { Team } from '../../../../src/content/model/team.ts'
import type { Entry } from '../../../../src/content/read/load.ts'
import { fieldsOf, importFiles } from './in-memory.ts'

it.each([
  ['a title and a description', '---\ntitle: T\ndescription: D.\n---\nText.', 'title: T\nsummary: D.'],
  [
    'a long description gives its first sentence',
    `---\ntitle: T\ndescription: This is the first. ${'More words. '.repeat(30)}\n---\nText.`,
    'title: T\nsummary: This is the first.',
  ],
  ['TOML', '+++\ntitle = "T"\ndescription = "D."\n+++\nText.', 'title: T\nsummary: D.'],
  ['JSON', '{\n"title": "T",\n"description": "D."\n}\nText.', 'title: T\nsummary: D.'],
  ['fields below a comment', '<!-- x -->\n---\ntitle: T\n---\nText.', 'title: T\nsummary: Text.'],
  ['fields below a blank line', '\n---\ntitle: T\n---\nText.', 'title: T\nsummary: Text.'],
  [
    'a colon that makes no YAML',
    '---\ntitle: Re: orders are late\n---\nText.',
    "title: 'Re: orders are late'\nsummary: Text.",
  ],
  [
    'no fields at all',
    '# The title\n\nThe text. And more.',
    'title: The title\nsummary: The text. And more.',
  ],
  ['no title at all', 'The text.', 'title: page\nsummary: The text.'],
  [
    'days of review',
    '---\ntitle: T\nlast_reviewed_on: 2025-03-04\nreview_in: 6 months\n---\nText.',
    'title: T\nsummary: Text.\nreviewed: 2025-03-04\nreviewEvery: P6M',
  ],
  [
    'a day that does not exist',
    '---\ntitle: T\nlast_reviewed_on: 2025-02-30\n---\nText.',
    'title: T\nsummary: Text.',
  ],
  [
    'a day of the last change is no review',
    '---\ntitle: T\ndate: 2025-03-04\nlastmod: 2025-03-04\n---\nText.',
    'title: T\nsummary: Text.',
  ],
  [
    'former addresses',
    '---\ntitle: T\naliases: [/old/place/, other.html]\nredirect_from: /third\n---\nText.',
    'title: T\nsummary: Text.\naliases: [/old/place, /other, /third]',
  ],
])('%s', (_, text, expected) => {
  expect(fieldsOf(text)).toBe(expected)
})

it('takes keywords for an issue', () => {
  expect(fieldsOf('---\ntitle: T\ntags: [kafka, lag]\n---\nText.', 'page.md', { as: 'issues' })).toBe(
    'title: T\nsummary: Text.\nkeywords: [kafka, lag]',
  )
})

it.each(['draft: true', 'published: false', 'unlisted: true'])(
  'a page with %s stays where it is',
  (field) => {
    const result = importFiles({ 'a.md': `---\ntitle: T\n${field}\n---\nSecret.`, 'b.md': 'Text.' })
    expect(result.entries.map(({ source }) => source)).toEqual(['b.md'])
    expect(result.leftOut).toEqual([{ source: 'a.md', why: `it is not published (${field})` }])
  },
)

it('counts by name what it drops', () => {
  const { log } = importFiles({ 'a.md': '---\ntitle: T\nweight: 10\nmenu: {x: 1}\n---\nText.' })
  expect(log.entries.map(({ how, what }) => `${how} ${what}`)).toEqual([
    'dropped field weight',
    'dropped field menu',
  ])
})

it('states nothing that the source does not: no severity, no day, no owner', () => {
  expect(fieldsOf('# OrdersLate\n\n## Meaning\n\nLate.\n\n## Mitigation\n\nWait.', 'OrdersLate.md')).toBe(
    'title: OrdersLate\nsummary: Late.\nalerts: [OrdersLate]',
  )
})

describe('the owner that a page names', () => {
  const teams = knownTeams({
    teams: new Map([
      [
        'payments',
        entry('payments', { name: 'Payments and Billing', aliases: ['billing'], contact: { chat: '#pay' } }),
      ],
      ['storage', entry('storage', { name: 'Storage' })],
      ['disks', entry('disks', { name: 'storage' })],
    ]),
  })
  const owned = (field: string, as: 'issues' | 'runbooks' = 'issues') => {
    const { entries, log } = importFiles({ 'a.md': `---\ntitle: T\n${field}\n---\nText.` }, { teams, as })
    return {
      owner: /^owner: .*$/m.exec(entries[0]?.text ?? '')?.[0],
      said: log.entries.map(({ how, what, detail }) => `${how} ${what}: ${detail ?? ''}`),
    }
  }

  it.each([
    'owner: payments',
    'owner: Payments and Billing',
    'owner: payments_and_billing',
    'owner: Billing',
    'owner: "#pay"',
    'owner_slack: "#PAY"',
    'owner: "@shop/payments"',
    'owner: https://github.com/orgs/shop/teams/payments/',
  ])('is the team here that has this name, address or channel: %s', (field) => {
    expect(owned(field)).toEqual({ owner: 'owner: payments', said: [] })
  })

  it.each([
    ['no team here has it', 'owner: Nobody', 'Nobody'],
    ['it is that of a person', 'owner: pay@example.com', 'pay@example.com'],
    ['two teams have it', 'owner: Storage', 'Storage'],
    ['it is none', 'owner: "#"', '#'],
  ])('is reported and not guessed where %s', (_, field, value) => {
    expect(owned(field)).toEqual({
      owner: undefined,
      said: [`dropped owner ${value}: no team here has that name, or more than one has: `],
    })
  })

  it('is no field of a runbook, which has the owners of its pipelines', () => {
    expect(owned('owner: payments', 'runbooks')).toEqual({
      owner: undefined,
      said: ['dropped owner: a runbook has those of its pipelines: payments'],
    })
  })
})

/** As the content folder has a team. */
function entry(id: string, data: Omit<Team, 'summary'>): Entry<Team> {
  return { id, data: { summary: 'x', ...data } } as Entry<Team>
}
