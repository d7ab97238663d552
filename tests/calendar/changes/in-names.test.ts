import { describe, expect, it } from 'vitest'
import { inNames } from '../../../src/calendar/changes/in-names.ts'
import { rota } from '../../oncall/rota.ts'

const people = { a: { name: 'Ada' }, will: { name: 'Will B' }, 'engineer-c': { name: 'Engineer C' } }
const says = (message: string, hint = '') => {
  const problem = { rule: 'rota-date', severity: 'error' as const, message, hint }
  const found = inNames(problem, { ...rota(), engineers: people })
  return hint === '' ? found.message : found.hint
}

describe('the words of the check, with names instead of ids', () => {
  it.each([
    [
      'a has a published day off on 2026-01-26, which is Labor Day for them',
      'Ada has a published day off on 2026-01-26, which is Labor Day for them',
    ],
    [
      'Nobody can cover 2026-01-26, on which will is unavailable',
      'Nobody can cover 2026-01-26, on which Will B is unavailable',
    ],
    [
      'The override 2026-01-26 to 2026-02-01 is for a, who is not active on 2026-01-26',
      'The override 2026-01-26 to 2026-02-01 is for Ada, who is not active on 2026-01-26',
    ],
    [
      'engineer-c is on duty on 2026-01-26 in a published week',
      'Engineer C is on duty on 2026-01-26 in a published week',
    ],
    ['No engineer "a"', 'No engineer "Ada"'],
    ['The file engineers/a.yaml has a mistake', 'The file engineers/a.yaml has a mistake'],
    ['The change 2026-01-26-engineer-c overlaps a-team', 'The change 2026-01-26-engineer-c overlaps a-team'],
  ])('%j is %j', (message, expected) => {
    expect(says(message)).toBe(expected)
  })

  it.each([
    [
      'Agree with a: name someone else in the override, or correct their leave.',
      'Agree with Ada: name someone else in the override, or correct their leave.',
    ],
    [
      'One gives the time to a, the other to engineer-c. It will be a mistake.',
      'One gives the time to Ada, the other to Engineer C. It will be a mistake.',
    ],
    ['Known: a, will, engineer-c.', 'Known: Ada, Will B, Engineer C.'],
  ])('the hint %j is %j', (hint, expected) => {
    expect(says('', hint)).toBe(expected)
  })
})
