import { expect, it } from 'vitest'
import { htmlToMarkdown } from '../../../src/site/build/markdown/html-to-markdown.ts'

const tested = (html: string) =>
  htmlToMarkdown(`<main><h1>Late</h1>${html}</main>`, new URL('https://example.com/issues/late/'))?.tested

it('counts the marks of blocks by their kinds, whatever words and languages they are shown in', () => {
  const mark = (kind: string) =>
    `<details class="tested" data-mark="${kind}"><summary>in other words</summary>x</details>`
  const kinds = ['run', 'run', 'recorded', 'none', 'parsed', 'not tested', 'changed']
  expect(tested(kinds.map(mark).join(''))).toEqual({ run: 2, recorded: 1, notRun: 2, notTested: 2 })
})

it('takes nothing that only reads like a mark for one', () => {
  expect(tested('<details class="tested"><summary>run</summary>x</details>')).toBeUndefined()
})

it('counts no mark of a kind that it does not know', () => {
  expect(() => tested('<details data-mark="valueOf"><summary>run</summary></details>')).toThrow(
    'There is no mark of the kind "valueOf".',
  )
})
