import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { holidayLookup } from '../../src/oncall/holidays.ts'
import type { HolidayRules } from '../../src/oncall/index.ts'
import { validateRota } from '../../src/oncall/index.ts'
import { toDate, toDay } from '../../src/oncall/dates.ts'
import { calendar, ledger, rota } from './rota.ts'

const NOTHING: HolidayRules = { add: [], remove: [] }

/** A month's or a year's holidays of a calendar: `12-25 Christmas Day 2 own`, `12-27 Christmas Day 1 for 2027-12-25`. */
function listed(code: string, period: string, rules: Partial<HolidayRules> = {}, own = code): string[] {
  const lookup = holidayLookup(
    { calendar: own, holidayTypes: ['public'], holidays: { ...NOTHING, ...rules } },
    code,
    dateHolidays,
  )
  const year = period.slice(0, 4)
  return Array.from({ length: 366 }, (_, index) => toDay(`${year}-01-01`) + index).flatMap((day) => {
    const holiday = lookup(day)
    if (!holiday || !toDate(day).startsWith(period)) return []
    const observed = holiday.observedFor === undefined ? '' : ` for ${toDate(holiday.observedFor)}`
    return [
      `${toDate(day).slice(5)} ${holiday.name} ${String(holiday.weight)}${observed}${holiday.credit ? '' : ' own'}`,
    ]
  })
}

const CHRISTMAS = { weights: { 'Christmas Day': 3 } }

describe('R4: the own date of a great holiday that has a substitute day', () => {
  it.each<[string, Partial<HolidayRules>, string[]]>([
    ['of weight 1 does not count', {}, ['12-27 Christmas Day 1 for 2027-12-25']],
    [
      'counts with its weight less 1, the substitute day with 1',
      CHRISTMAS,
      ['12-25 Christmas Day 2 own', '12-27 Christmas Day 1 for 2027-12-25'],
    ],
    [
      'with `substitutes: also` has its whole weight and a credit',
      { ...CHRISTMAS, substitutes: 'also' },
      ['12-25 Christmas Day 3', '12-27 Christmas Day 1 for 2027-12-25'],
    ],
    [
      'is taken away by `remove`',
      { ...CHRISTMAS, remove: [{ date: '2027-12-25' }] },
      ['12-27 Christmas Day 1 for 2027-12-25'],
    ],
    [
      'stays where the substitute day is removed',
      { ...CHRISTMAS, remove: [{ date: '2027-12-27' }] },
      ['12-25 Christmas Day 2 own'],
    ],
    [
      'that is a holiday by `add` counts as that alone',
      { ...CHRISTMAS, add: [{ date: '2027-12-25', name: 'Ours' }] },
      ['12-25 Ours 1', '12-27 Christmas Day 1 for 2027-12-25'],
    ],
  ])('%s', (_case, rules, expected) => {
    const boxing = (line: string) => line.includes('Boxing') || line.startsWith('12-26')
    expect(listed('GB-ENG', '2027-12', rules).filter((line) => !boxing(line))).toEqual(expected)
  })

  it('earns no credit, is shown with `credit: false`, and weighs in the balance', () => {
    // Saturday 25 December and Monday the 27th are in two weeks.
    const found = calendar({
      calendar: 'GB-ENG',
      holidayTypes: ['public'],
      start: '2027-12-20',
      ...CHRISTMAS,
    })
    const worked = found.year(2027).weeks.flatMap((week) => week.holidays)
    expect(worked.slice(0, 2)).toEqual([
      { date: '2027-12-25', name: 'Christmas Day', engineer: 'a', weight: 2, credit: false },
      { date: '2027-12-27', name: 'Christmas Day', engineer: 'b', weight: 1, observedFor: '2027-12-25' },
    ])
    expect(ledger(found, 2027, 'holidays')['a']).toBe(0)
    expect(ledger(found, 2027, 'balance')['a']).toBe(2)
    expect(found.year(2027).owed.filter(({ engineer }) => engineer === 'a')).toEqual([])
  })
})

describe('R4: pairs that the calendar does not mark', () => {
  it.each([
    ['CN', '2028-10', ['10-01', '10-02', '10-03']],
    ['TH', '2025-04', ['04-06', '04-13', '04-14', '04-15']],
    ['ID', '2025-03', ['03-29', '03-31']],
    ['SG', '2026-06', ['06-01']],
    ['SG', '2026-05', ['05-01', '05-27']],
    ['SG', '2026-11', ['11-09']],
    ['RU', '2026-03', ['03-09']],
    ['AU-NSW', '2028-01', ['01-03', '01-26']],
    ['AU-NSW', '2034-01', ['01-02', '01-26']],
    ['UA', '2033-12', ['12-26']],
  ])('%s in %s counts %s', (code, period, expected) => {
    const dates = listed(code, period).map((line) => line.slice(0, 5))
    for (const date of expected) expect(dates).toContain(date)
    if (['SG', 'RU', 'AU-NSW', 'UA'].includes(code)) expect(dates).toEqual(expected)
  })

  it.each([
    ['SG', '2026-06', '06-01 Vesak Day 1 for 2026-05-31'],
    ['RU', '2026-03', "03-09 International Women's Day 1 for 2026-03-08"],
    ['UA', '2033-12', '12-26 Christmas Day 1 for 2033-12-25'],
  ])('%s in %s: %s', (code, period, expected) => {
    expect(listed(code, period)).toContain(expected)
  })
})

describe('R4: `add` and `remove` are about one calendar', () => {
  const add = (calendar?: string) => ({
    add: [{ date: '2026-03-03', name: 'Ours', ...(calendar !== undefined && { calendar }) }],
  })
  it.each([
    ['the rota’s own where none is named', undefined, ['US']],
    ['the one named', 'IN', ['IN']],
    ['all', 'all', ['US', 'IN', 'GB-ENG']],
  ])('%s', (_case, named, expected) => {
    const having = ['US', 'IN', 'GB-ENG'].filter((code) =>
      listed(code, '2026-03', add(named), 'US').includes('03-03 Ours 1'),
    )
    expect(having).toEqual(expected)
  })

  it('of two entries on one date and calendar the first counts', () => {
    const twice = { add: [...add('all').add, { date: '2026-03-03', name: 'Second' }] }
    expect(listed('US', '2026-03', twice)).toEqual(['03-03 Ours 1'])
  })

  it('names are the calendar’s own English where it has one', () => {
    expect(listed('US', '2026-09')).toEqual(['09-07 Labor Day 1'])
    expect(listed('CA', '2026-09')).toContain('09-07 Labour Day 1')
  })
})

describe('R4: what does nothing, or cannot be, is reported', () => {
  const rules = (holidays: Partial<HolidayRules>) =>
    validateRota(
      { ...rota({ holidayTypes: ['public'] }), holidays: { ...NOTHING, ...holidays } },
      dateHolidays,
      { today: '2025-12-29' },
    ).map(({ rule, severity, field }) => `${severity} ${rule} ${(field ?? []).join('.')}`)

  it.each<[Partial<HolidayRules>, string[]]>([
    [
      { add: [{ date: '2026-03-03', name: 'X', calendar: 'XX' }] },
      ['error rota-calendar holidays.add.0.calendar'],
    ],
    [{ remove: [{ date: '2026-03-03' }] }, ['warning rota-remove-nothing holidays.remove.0.date']],
    [{ add: [{ date: '2026-12-25', name: 'X' }] }, ['warning rota-add-known holidays.add.0.date']],
    [{ add: [{ date: '2026-12-25', name: 'X' }], remove: [{ date: '2026-12-25' }] }, []],
    [{ weights: { 'Christmas Dya': 3 } }, ['warning rota-weight-unknown holidays.weights.Christmas Dya']],
    [{ weights: { 'Christmas Day': 10 } }, ['error rota-weight holidays.weights.Christmas Day']],
    [{ weights: { 'Christmas Day': 9, 'Labor Day': 1 } }, []],
  ])('%j: %j', (holidays, expected) => {
    expect(rules(holidays)).toEqual(expected)
  })

  it('a weight for a name that no calendar has lists the names there are', () => {
    const [found] = validateRota(
      { ...rota({ holidayTypes: ['public'] }), holidays: { ...NOTHING, weights: { Xmas: 3 } } },
      dateHolidays,
      { today: '2025-12-29' },
    )
    expect(found?.hint).toContain('Christmas Day, ')
  })
})
