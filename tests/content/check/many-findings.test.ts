import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { offsetInCode } from '../../../src/content/check/rules/shared/code-offset.ts'
import { findingsIn, withContent } from './broken-content.ts'

it.each([
  ['```sh\na\nbc\n```', 'a\nbc', 3, 9],
  ['```sh\n> a\n> bc\n```', 'a\nbc', 2, 12],
  ['    a\n    bc', 'a\nbc', 2, 10],
  ['```sh\na\n```', 'a', 9, 7],
  ['```sh', '', 0, 5],
])('%j: the place in the code is one in the block', (block, code, offset, place) => {
  expect(offsetInCode(block, code, offset)).toBe(place)
})

it('a block with a mistake in each of 60,000 lines takes not much longer than one of 15,000', () => {
  const timeOf = (lines: number) =>
    withContent((root) => {
      const block = `\`\`\`properties test="none: an example"\n${'a\n'.repeat(lines)}\`\`\``
      writeFileSync(
        path.join(root, 'issues/z.md'),
        `---\ntitle: X\nsummary: Y\n---\n\n## Symptoms\n\n${block}\n`,
      )
      const before = process.cpuUsage()
      const found = findingsIn(root)
      const { user } = process.cpuUsage(before)
      expect(found.some(({ rule }) => rule === 'code-syntax')).toBe(true)
      return user
    })
  timeOf(1000)
  // Where time grows with the square, this is 16.
  expect(timeOf(60_000) / timeOf(15_000)).toBeLessThan(10)
})
