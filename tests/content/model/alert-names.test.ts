import { expect, it } from 'vitest'
import { issueSchema } from '../../../src/content/model/issue.ts'
import { ODD } from '../../support/odd-content.ts'

const takes = (name: string) => issueSchema.shape.alerts.safeParse([name]).success

it.each(['OrdersLate', 'Disk full (90%)', 'a.b_c-d', ...ODD.alerts])(
  'an alert may be called "%s"',
  (name) => {
    expect(takes(name)).toBe(true)
  },
)

it.each([
  ['..', 'a folder above'],
  ['a/b', 'two folders'],
  ['a\\b', 'two folders on Windows'],
  ['a?b', 'the begin of a query'],
  ['a#b', 'the begin of an anchor'],
  ['CPU > 90', 'no folder on Windows'],
  ['<b>', 'markup'],
  ['a"b', 'no folder on Windows'],
  ['a%2Fb', 'encoded already'],
  ['100%', 'a number, not a name'],
  ['a  b', 'two blanks in turn'],
  ['nul', 'a device of Windows'],
  ['ends.', 'a name without its last dot on Windows'],
])('and not "%s": it would be %s', (name) => {
  expect(takes(name)).toBe(false)
})
