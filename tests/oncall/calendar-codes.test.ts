import { expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'

it.each([
  ['USA', 'US'],
  ['UK', 'GB'],
  ['Scotland', 'GB-SCT'],
  ['Germany', 'DE'],
  ['NEW ZEALAND', 'NZ'],
])('the code of %s is %s', (called, code) => {
  expect(dateHolidays.problem(called)?.message).toBe(`No country "${called}": its code is ${code}`)
  expect(dateHolidays.problem(code)).toBeUndefined()
})

it('says nothing of a code that nobody has', () => {
  expect(dateHolidays.problem('XX')?.message).toBe('No country "XX"')
})
