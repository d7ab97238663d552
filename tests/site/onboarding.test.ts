import { describe, expect, inject, test } from 'vitest'
import { asPage, cutSection } from '../../src/content/facts/onboarding-section.ts'
import { attributes, pagesOf } from '../support/pages.ts'

const pages = pagesOf(inject('sites').root)
const html = (path: string) => pages.find((page) => page.path === path)?.html ?? ''
const onboarding = html('runbooks/engagement/onboarding/')
const runbook = html('runbooks/engagement/')

describe('the onboarding of a runbook', () => {
  test('is a page of its own: what to read, which access to test, three issues to rehearse, with the minutes', () => {
    expect([...onboarding.matchAll(/<h2 id="minutes-[^"]*"/g)]).toHaveLength(4)
    expect(onboarding.match(/type="checkbox"/g)?.length).toBeGreaterThan(10)
    expect(onboarding.replace(/<[^>]*>/g, '').match(/npm run --silent rehearse -- [a-z-]+/g)).toHaveLength(3)
    const rehearsed = attributes(onboarding, 'href').filter((href) => href.endsWith('/#diagnose'))
    expect(rehearsed).toEqual([
      '/issues/kafka-late-data/#diagnose',
      '/issues/kafka-downtime-data-loss/#diagnose',
      '/issues/duplicate-events/#diagnose',
    ])
  })

  test('leads to the sections of the runbook that it speaks of', () => {
    expect(attributes(onboarding, 'href')).toContain('/runbooks/engagement/#fill-in')
  })

  test('is not said twice: the runbook leads to it, under the heading that it has in the repository', () => {
    expect(runbook).toMatch(
      /<h2 id="onboarding-30-minutes">.*?<\/h2>\s*<p>.{0,400}?<a href="\/runbooks\/engagement\/onboarding\/">/s,
    )
    expect(runbook.replace(/<[^>]*>/g, '')).not.toContain('rehearse -- late-data')
    expect(runbook).toContain('<h2 id="fill-in">')
  })

  test('can be linked to, part by part, as the check lets other entries do', () => {
    const parts = [...onboarding.matchAll(/<h2 id="(minutes-[^"]*)"/g)].map(([, id = '']) => id)
    expect(parts).toHaveLength(4)
    expect(attributes(runbook, 'id')).toEqual(expect.arrayContaining(parts))
  })

  test('is only there for a runbook that asks for a session', () => {
    const all = pages.filter(({ path }) => path.endsWith('/onboarding/')).map(({ path }) => path)
    expect(all).toEqual(['runbooks/engagement/onboarding/'])
  })
})

describe('a section cut out of a page', () => {
  const page =
    '<h2 id="a">A</h2><p>1</p><h2 id="b">B</h2><h3 id="c">C</h3><a href="#c">c</a><a href="#a">a</a>'

  test.each([
    { id: 'a', text: '<p>1</p>', anchors: [], after: page.slice(page.indexOf('<h2 id="b">')) },
    { id: 'b', text: '<h3 id="c">C</h3><a href="#c">c</a><a href="#a">a</a>', anchors: ['c'], after: '' },
  ])('$id ends where the next one begins, or the page', ({ id, ...parts }) => {
    expect(cutSection(page, id)).toMatchObject(parts)
  })

  test('has its headings a level up and its links at the page of the others', () => {
    expect(asPage(cutSection(page, 'b')?.text ?? '', '/r/')).toBe(
      '<h2 id="c">C</h2><a href="#c">c</a><a href="/r/#a">a</a>',
    )
  })
})
