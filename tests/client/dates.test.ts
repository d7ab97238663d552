import { describe, expect, it } from 'vitest'
import { datesBefore } from '../../src/client/values/dates.ts'

describe('dates that are proposed for a value', () => {
  it.each([
    ['2026-03-31T12:00:00Z', ['2026-03', '2026-02', '2026-01']],
    ['2026-03-01T00:00:00Z', ['2026-03', '2026-02', '2026-01']],
    ['2026-01-31T23:59:59Z', ['2026-01', '2025-12', '2025-11']],
    ['2028-02-29T12:00:00Z', ['2028-02', '2028-01', '2027-12']],
  ])('are the month of %s and the two before it, none twice and none left out', (now, months) => {
    expect(datesBefore(Date.parse(now), 'month')).toEqual(months)
  })

  it.each([
    ['2026-03-08T12:00:00Z', ['2026-03-08', '2026-03-07', '2026-03-06']],
    ['2026-11-01T06:30:00Z', ['2026-11-01', '2026-10-31', '2026-10-30']],
    ['2026-01-01T00:00:00Z', ['2026-01-01', '2025-12-31', '2025-12-30']],
  ])('are the day of %s and the two before it, over a change of clocks too', (now, days) => {
    expect(datesBefore(Date.parse(now), 'day')).toEqual(days)
  })
})
