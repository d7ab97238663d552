import { describe, expect, test } from 'vitest'
import { isForAddress, readAddress, writeAddress } from '../../../src/search/engine/address.ts'
import { countFacet, facetIndex, narrow } from '../../../src/search/engine/facets.ts'
import { faultLine, newIssueUrl } from '../../../src/search/engine/new-issue.ts'

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

  test.each([
    'kafka consumer lag',
    'why is the report late?',
    'KafkaConsumerLagHigh',
    'ORA-01476',
    'spark.executor.memoryOverhead',
    'divide by zero',
    'exit code 137',
    'N/A in the report',
    'numbers don’t add up in 2026',
  ])('may hold what somebody typed: %s', (text) => {
    expect(isForAddress(text)).toBe(true)
    expect(writeAddress(address(''), { text, choice: {} }).searchParams.get('q')).toBe(text)
    expect(writeAddress(address(''), { text, choice: {}, isPasted: true }).search).toBe('')
  })

  test.each([
    'anna.meier@example.org',
    'login for root@db1',
    '10.4.11.7',
    'fe80::1ff:fe23:4567:890a',
    'account 4420117',
    '+49 170 1234567',
    '4111 1111 1111 1111',
    '/var/lib/kafka/data',
    'C:\\Users\\anna',
    'https://intranet/wiki/x',
    'db-7.prod.internal',
    'password hunter2',
    'my token is abc',
    'user=admin',
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'DE89 3704 0044 0532 0130 00',
    'eyJhbGciOiJIUzI1NiJ9.e30',
    '-----BEGIN PRIVATE KEY',
  ])('never holds what may be private: %s', (text) => {
    expect(isForAddress(text)).toBe(false)
    expect(writeAddress(address('?q=old'), { text, choice: {} }).search).toBe('')
  })

  test('names that objects have of their own are no filters', () => {
    expect(readAddress(address('?__proto__=a&constructor=b')).choice).toEqual({})
  })
})

describe('filters', () => {
  const pages = [{ page: 0 }, { page: 1 }, { page: 2 }]
  // Distances from one page to the next, as the index has them.
  const facets = facetIndex({
    facets: {
      kind: { runbook: [2], issue: [0, 1] },
      component: { kafka: [0], consumer: [0], spark: [1] },
    },
    order: [0, 1, 2],
  })

  test.each([
    ['nothing chosen shows all', {}, [0, 1, 2]],
    ['several values of one filter mean any of them', { component: ['kafka', 'spark'] }, [0, 1]],
    ['several filters must all fit', { kind: ['issue'], component: ['kafka'] }, [0]],
    ['an unknown value fits nothing', { kind: ['__proto__'] }, []],
  ])('%s', (_, choice, fitting) => {
    expect(narrow(pages, choice, facets).map(({ page }) => page)).toEqual(fitting)
  })

  test('the count of a value is what choosing it would leave', () => {
    const counts = countFacet('component', pages, { kind: ['issue'], component: ['kafka'] }, facets)
    expect([...counts]).toEqual([
      ['consumer', 1],
      ['kafka', 1],
      ['spark', 1],
    ])
  })

  test('the kinds of page come in their own order', () => {
    expect([...(facets.get('kind') ?? new Map()).keys()]).toEqual(['issue', 'runbook'])
  })
})

const EDITOR = {
  url: 'https://example.com/o/r/new/main/content/issues',
  draft: { name: 'filename', text: 'value' },
  template: '---\ntitle: TODO\n---\n\n## Symptoms\n',
}

describe('a new issue from a miss', () => {
  test('takes the line that names the fault', () => {
    expect(faultLine('INFO started\nERROR broker gone\nINFO done')).toBe('ERROR broker gone')
  })

  test('has what was typed as its title, safely quoted', () => {
    const url = new URL(newIssueUrl(EDITOR, "nobody can't log in"))
    expect(url.searchParams.get('value')).toContain("title: 'nobody can''t log in'\n")
    expect(url.searchParams.get('value')).not.toContain('signatures')
  })

  test('opens the editor with the template and the line of a paste as its signature, safely quoted', () => {
    const url = new URL(newIssueUrl(EDITOR, "can't: <b> & #1"))
    expect(url.pathname).toBe('/o/r/new/main/content/issues')
    expect(url.searchParams.get('value')).toContain("  - 'can''t: <b> & #1'")
    expect(url.searchParams.get('value')).toContain('## Symptoms')
  })
})
