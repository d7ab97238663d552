import { expect, it } from 'vitest'
import { issuePages } from '../../../src/content/facts/issue-pages.ts'
import type { Entry } from '../../../src/content/read/load.ts'
import type { Issue } from '../../../src/content/model/collections.ts'

const issues = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index) }) as Entry<Issue>)

it.each([
  [0, [0]],
  [1, [1]],
  [200, [200]],
  [201, [100, 100, 1]],
  [300, [100, 100, 100]],
  [5000, Array.from({ length: 50 }, () => 100)],
])('a list of %i issues has pages of %j', (count, lengths) => {
  const pages = issuePages(issues(count))
  expect(pages.map(({ length }) => length)).toEqual(lengths)
  expect(pages.flat().map(({ id }) => id)).toEqual(issues(count).map(({ id }) => id))
})
