import { describe, expect, inject, test } from 'vitest'
import { loadContent } from '../../src/content/read/load.ts'
import { FIXTURE } from '../support/built-sites.ts'
import { attributes, pagesOf } from '../support/pages.ts'

const content = loadContent(FIXTURE)
const pages = pagesOf(inject('sites').root)

describe.each([...content.runbooks.keys()])('the runbook %s', (id) => {
  const html = pages.find(({ path }) => path === `runbooks/${id}/`)?.html ?? ''
  const drawing = /<svg class="flow".*?<\/svg>/s.exec(html)?.[0] ?? ''

  test('has a drawing that leads to each of its issues, where that happens', () => {
    const issues = [...content.issues.values()].filter(({ data }) => data.runbook === id)
    const addresses = issues.map((issue) => `/issues/${issue.id}/`)
    expect(addresses).not.toEqual([])
    expect([...new Set(attributes(drawing, 'href'))].sort()).toEqual(addresses.sort())
  })

  test('has every stage of its flow in the drawing, in order', () => {
    const names = [...drawing.matchAll(/<text class="name">(.*?)<\/text>/gs)].map(([, name = '']) =>
      name
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    expect(names).toEqual(content.runbooks.get(id)?.data.flow?.map(({ name }) => name))
  })
})
