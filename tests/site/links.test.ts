import { describe, expect, inject, test } from 'vitest'
import { ruleReference } from '../../src/content/edit/reference.ts'
import { deadLinks } from '../support/dead-links.ts'
import { attributes, built, pagesOf } from '../support/pages.ts'

const sites = inject('sites')

const PAGES_OF_THE_TESTS = [
  'issues/kafka-late-data/',
  'oncall/data-engineering/2026/',
  'oncall/data-engineering/2027/',
  'oncall/data-engineering/engineer-a/',
  'pipelines/profit/',
  'runbooks/engagement/',
  'teams/finance-risk/',
]

describe.each(
  built([
    { name: 'at the root of a host', folder: sites.root, base: '/' },
    { name: 'under a base path', folder: sites.based, base: '/runbooks/' },
    { name: 'of this checkout', folder: sites.ours, base: '/', isOurs: true },
  ]),
)('a site $name', ({ folder, base, isOurs = false }) => {
  const pages = pagesOf(folder)
  const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]))

  test('has the pages of the design', () => {
    const paths = pages.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        '',
        '404.html',
        'contributing/',
        'issues/',
        ...(isOurs ? [] : PAGES_OF_THE_TESTS),
        'oncall/',
        'pipelines/',
        'runbooks/',
      ]),
    )
  })

  test('explains every rule in the list and at the address that its findings end with', () => {
    expect([...(ids.get('contributing/') ?? [])]).toEqual(
      expect.arrayContaining(ruleReference.map(({ id }) => id)),
    )
    for (const { id } of ruleReference) expect(ids.has(`contributing/rules/${id}/`), id).toBe(true)
  })

  test('has no link, image, script or style that leads nowhere', () => {
    expect(deadLinks(folder, base)).toEqual([])
  })
})
