import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'
import { SHAPES } from './worst-pages.ts'

const HEAD =
  '---\ntitle: Worst\nsummary: A page that is worst for a rule.\nrunbook: orders\n---\n\n## Symptoms\n\n'
const TIMES = 600
/** Where time grows with the square, twice as much takes four times as long. */
const MAX_GROWTH = 3.2

it('a page of whatever kind that is twice as long takes about twice as long to check', () => {
  const slow = withContent((root) => {
    const timeOf = (text: string) => {
      writeFileSync(path.join(root, 'issues/worst.md'), `${HEAD}${text}\n`)
      const before = process.cpuUsage()
      findingsIn(root)
      return process.cpuUsage(before).user
    }
    timeOf('a')
    // What any page takes: below a few times that, the machine is measured and not the page.
    const least = Math.min(...[1, 2, 3].map(() => timeOf('a')))
    return Object.entries(SHAPES).flatMap(([name, shape]) => {
      // Another program may slow one of them down: the best of three counts.
      const growths = [1, 2, 3].map(() => timeOf(shape(2 * TIMES)) / (timeOf(shape(TIMES)) + 3 * least))
      return Math.min(...growths) > MAX_GROWTH ? [`${name}: ${growths.join(', ')}`] : []
    })
  })
  expect(slow).toEqual([])
})

it('the pages are no longer than what is read, so that the rules look at each of them', () => {
  const unread = withContent((root) =>
    Object.entries(SHAPES).flatMap(([name, shape]) => {
      writeFileSync(path.join(root, 'issues/worst.md'), `${HEAD}${shape(2 * TIMES)}\n`)
      return findingsIn(root).some(({ rule }) => rule === 'too-much') ? [name] : []
    }),
  )
  expect(unread).toEqual([])
})
