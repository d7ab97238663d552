import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { listPages } from '../../../src/content/facts/pages.ts'
import { codeowners, codeownersFile } from '../../../src/content/edit/codeowners.ts'
import { ISSUE_BODY, SITE, contentOf, page } from '../../support/content-folder.ts'

const team = (name: string) => `name: ${name}\nsummary: A team.\n`
const content = await contentOf({
  'site.yaml': `${SITE}repository: https://github.com/example/runbooks\n`,
  'teams/shop.yaml': team('Shop'),
  'teams/bank.yaml': team('Bank'),
  'teams/platform.yaml': team('Platform'),
  'pipelines/a.md': page({ title: 'A', primaryOwner: 'shop', secondaryOwner: 'platform', runbook: 'orders' }),
  'pipelines/b.md': page({ title: 'B', primaryOwner: 'bank', secondaryOwner: 'platform', runbook: 'orders' }),
  'pipelines/daily.md': page({
    title: 'D',
    primaryOwner: 'bank',
    secondaryOwner: 'platform',
    runbook: 'days',
    upstream: ['source'],
  }),
  'pipelines/source.md': page({
    title: 'S',
    primaryOwner: 'shop',
    secondaryOwner: 'platform',
    runbook: 'days',
  }),
  'runbooks/days.md': page({ title: 'Days' }),
  'runbooks/orders.md': page({ title: 'Orders' }),
  'issues/of-b.md': page({ title: '1', runbook: 'orders', pipelines: ['b'] }, ISSUE_BODY),
  'issues/of-runbook.md': page({ title: '2', runbook: 'orders' }, ISSUE_BODY),
  'issues/own.md': page({ title: '3', pipelines: ['a'], owner: 'platform' }, ISSUE_BODY),
  'issues/nobody.md': page({ title: '4' }, ISSUE_BODY),
})
const facts = factsOf(content)

describe('who owns a page has one answer', () => {
  it.each([
    ['issues', 'of-b', ['bank'], ['platform'], 'an issue: the owners of the pipelines that it names'],
    ['issues', 'of-runbook', ['shop', 'bank'], ['platform'], 'an issue: else those of its runbook'],
    ['issues', 'own', ['platform'], ['platform'], 'an issue: its own owner first'],
    ['issues', 'nobody', [], [], 'an issue of nothing has none'],
    ['runbooks', 'orders', ['shop', 'bank'], ['platform'], 'a runbook: those of the pipelines that name it'],
    [
      'runbooks',
      'days',
      ['shop', 'bank'],
      ['platform'],
      'a runbook: the owner of a source before who reads it',
    ],
    ['pipelines', 'a', ['shop'], ['platform'], 'a pipeline: its own'],
  ] as const)('%s/%s: %j, then %j (%s)', (collection, id, primary, secondary, _words) => {
    const owners = facts.ownersOf(facts[collection].get(id))
    expect(owners.primary.map((each) => each.id)).toEqual(primary)
    expect(owners.secondary.map((each) => each.id)).toEqual(secondary)
  })

  it('which the list of pages and CODEOWNERS give too', () => {
    const text = codeowners(content) ?? ''
    const pages = listPages(facts, (collection, id) => `${collection}/${id}`)
    for (const { url, owners } of pages.filter(({ kind }) => kind !== 'team')) {
      const line = text.split('\n').find((each) => each.includes(`/${url}.md `))
      expect(line?.split(' ').slice(1) ?? []).toEqual(owners.map((id) => `@example/${id}`))
    }
  })
})

it('lists the owners for GitLab, by paths in the repository that the content is in', async () => {
  const own = await contentOf({
    'site.yaml': `${SITE}repository: https://gitlab.com/shop/docs/runbooks\n`,
    'teams/shop.yaml': team('Shop'),
    'pipelines/a.md': page({ title: 'A', primaryOwner: 'shop' }),
  })
  expect(codeownersFile(own)).toBe('.gitlab/CODEOWNERS')
  const text = codeowners(own, path.dirname(own.root)) ?? ''
  expect(text.split('\n')[1]).toBe(`/${path.basename(own.root)}/pipelines/a.md @shop/docs/shop`)
})
