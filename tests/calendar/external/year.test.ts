import { expect, it } from 'vitest'
import type { ExternalCalendar } from '../../../src/calendar/external/calendar.ts'
import { externalYear, shiftsOf } from '../../../src/calendar/external/year.ts'

const calendar: ExternalCalendar = {
  file: 'files/ops.ics',
  zone: 'UTC',
  shifts: [
    { start: '2026-12-28T00:00:00+00:00', end: '2027-01-01T00:00:00+00:00', name: 'Engineer A' },
    { start: '2027-12-27T00:00:00+00:00', end: '2028-01-03T00:00:00+00:00', name: 'Engineer B' },
  ],
  notes: [],
  isUncertain: false,
}
const namesOf = (year: number) => shiftsOf(calendar, year).map(({ name }) => name)
const inData = (year: number) => externalYear('ops', calendar, year).shifts.map(({ engineer }) => engineer)

it('a shift that ends as a year begins is none of that year', () => {
  expect([namesOf(2026), namesOf(2027)]).toEqual([['Engineer A'], ['Engineer B']])
  expect([inData(2026), inData(2027)]).toEqual([['Engineer A'], ['Engineer B']])
})

it('a shift over the turn of a year is of both years', () => {
  expect(namesOf(2028)).toEqual(['Engineer B'])
  expect(inData(2028)).toEqual(['Engineer B'])
})
