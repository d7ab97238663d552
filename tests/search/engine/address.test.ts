import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../src/search/engine/address.ts'
import { countFacet, loadFacets, narrow } from '../../../src/search/engine/facets.ts'
import { faultLine, newIssueUrl } from '../../../src/search/engine/new-issue.ts'
import { fakeIndex } from './fake-index.ts'

const address = (query: string) => new URL(`https://docs.example.com/base/search/${query}`)

describe('the address of a search', () => {
  test('holds the query and the filters, and gives them back', () => {
    const asked = { text: 'kafka & "lag"', choice: { component: ['kafka', 'consumer'], severity: ['sev2'] } }
    expect(readAddress(writeAddress(address('?utm=1#x'), asked))).toEqual(asked)
  })

  test('keeps what it does not know', () => {
    expect(writeAddress(address('?utm=1&q=old&kind=issue'), { text: '', choice: {} }).search).toBe('?utm=1')
  })

  test('never holds a pasted text', () => {
    expect(writeAddress(address(''), { text: 'password=1\nsecret', choice: {} }).search).toBe('')
    expect(writeAddress(address('?q=old'), { text: 'x'.repeat(500), choice: {} }).search).toBe('')
  })

  test('names that objects have of their own are no filters', () => {
    expect(readAddress(address('?__proto__=a&constructor=b')).choice).toEqual({})
  })
})

describe('filters', () => {
  const pages = [
    { id: 'a', title: 'a', text: '', filters: { kind: ['issue'], component: ['kafka', 'consumer'] } },
    { id: 'b', title: 'b', text: '', filters: { kind: ['issue'], component: ['spark'] } },
    { id: 'c', title: 'c', text: '', filters: { kind: ['runbook'] } },
  ]

  test.each([
    ['nothing chosen shows all', {}, ['a', 'b', 'c']],
    ['several values of one filter mean any of them', { component: ['kafka', 'spark'] }, ['a', 'b']],
    ['several filters must all fit', { kind: ['issue'], component: ['kafka'] }, ['a']],
    ['an unknown value fits nothing', { kind: ['__proto__'] }, []],
  ])('%s', async (_, choice, ids) => {
    const facets = await loadFacets(fakeIndex(pages).pagefind)
    expect(narrow(pages, choice, facets).map(({ id }) => id)).toEqual(ids)
  })

  test('the count of a value is what choosing it would leave', async () => {
    const facets = await loadFacets(fakeIndex(pages).pagefind)
    const counts = countFacet('component', pages, { kind: ['issue'], component: ['kafka'] }, facets)
    expect([...counts]).toEqual([
      ['consumer', 1],
      ['kafka', 1],
      ['spark', 1],
    ])
  })
})

describe('a new issue from a miss', () => {
  test('takes the line that names the fault', () => {
    expect(faultLine('INFO started\nERROR broker gone\nINFO done')).toBe('ERROR broker gone')
  })

  test('opens the editor with the template and the text as its signature, safely quoted', () => {
    const url = new URL(
      newIssueUrl(
        {
          url: 'https://example.com/o/r/new/main/content/issues',
          draft: { name: 'filename', text: 'value' },
          template: '---\ntitle: TODO\n---\n\n## Symptoms\n',
        },
        "can't: <b> & #1",
      ),
    )
    expect(url.pathname).toBe('/o/r/new/main/content/issues')
    expect(url.searchParams.get('value')).toContain("  - 'can''t: <b> & #1'")
    expect(url.searchParams.get('value')).toContain('## Symptoms')
  })
})
