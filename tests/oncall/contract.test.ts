import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../../src/content/read/load.ts'
import { toRotaInput } from '../../src/content/facts/rota-input.ts'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { calendarYearSchema } from '../../src/calendar/contract.ts'

const content = loadContent(path.join(import.meta.dirname, '..', '..', 'content'))
const found = createCalendar(toRotaInput(content, 'data-engineering'), dateHolidays)

describe('the JSON contract of the data engineers’ rota', () => {
  it.each([2026, 2027, 2028])('%d is what the schema promises, before and after JSON', (year) => {
    const parsed = calendarYearSchema.parse(JSON.parse(JSON.stringify(found.year(year))))
    expect(parsed).toEqual(found.year(year))
  })

  it('2026 has 53 weeks, and its plan is proved', () => {
    expect(found.year(2026).weeks).toHaveLength(53)
    expect(found.year(2026)).toMatchObject({ version: 1, rota: 'data-engineering', optimal: true })
  })

  it('its shifts are contiguous through both changes of the clock', () => {
    const { shifts } = found.year(2026)
    expect(shifts[0]?.start).toBe('2025-12-29T09:00:00-05:00')
    expect(shifts.at(-1)?.end).toBe('2027-01-04T09:00:00-05:00')
    for (const [index, shift] of shifts.entries())
      expect(shift.end).toBe(shifts[index + 1]?.start ?? shift.end)
    const hours = shifts.reduce(
      (sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 3_600_000,
      0,
    )
    expect(hours).toBe(53 * 7 * 24)
    expect(new Set(shifts.map(({ start }) => start.slice(-6)))).toEqual(new Set(['-05:00', '-04:00']))
  })

  it('neighbours differ in engineer, kind, `for` or `reason`', () => {
    const { shifts } = found.year(2026)
    const without = ({ start: _start, end: _end, ...rest }: (typeof shifts)[number]) => JSON.stringify(rest)
    for (const [index, shift] of shifts.slice(1).entries()) {
      const before = shifts[index]
      expect(before && without(before)).not.toBe(without(shift))
    }
  })

  it('a year follows the other without a gap', () => {
    expect(found.year(2027).shifts[0]?.start).toBe(found.year(2026).shifts.at(-1)?.end)
  })

  it('`daysOff` and `owed` are in order of date, then engineer', () => {
    const inOrder = (keys: string[]) => {
      expect(keys).toEqual(keys.toSorted())
    }
    for (const year of [2026, 2027, 2028]) {
      inOrder(found.year(year).daysOff.map(({ date, engineer }) => `${date} ${engineer}`))
      inOrder(found.year(year).owed.map((owed) => `${owed.for.date} ${owed.engineer}`))
    }
  })

  it('another key, a `Z` or a day that does not exist is against the contract', () => {
    const year = found.year(2026)
    const [shift] = year.shifts
    for (const wrong of [
      { ...year, extra: 1 },
      { ...year, shifts: [{ ...shift, start: '2025-12-29T14:00:00Z' }] },
      { ...year, daysOff: [{ ...year.daysOff[0], date: '2026-02-30' }] },
    ]) {
      expect(calendarYearSchema.safeParse(wrong).success).toBe(false)
    }
  })
})
