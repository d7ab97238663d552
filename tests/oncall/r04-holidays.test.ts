import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, dutyDay, holiday, years } from './rota.ts'

/** The holidays of someone alone in the rotation, from one date through another, as `date name`. */
function holidays(code: string, from: string, to: string, setup: Setup = {}): string[] {
  const found = calendar({
    rotation: 'a',
    calendar: code,
    holidayTypes: ['public'],
    start: '2025-12-29',
    ...setup,
  })
  return years(found, found.yearOf(to))
    .flatMap((year) => found.days(year))
    .filter((day) => day.holiday !== undefined && from <= day.date && day.date <= to)
    .map((day) => `${day.date} ${day.holiday ?? ''}`)
}

describe('R4: a substitute day counts instead of the holiday, under its name', () => {
  it.each([
    ['GB-ENG', '2026-12-20', '2026-12-31', ['2026-12-25 Christmas Day', '2026-12-28 Boxing Day']],
    ['GB-ENG', '2027-12-20', '2027-12-31', ['2027-12-27 Christmas Day', '2027-12-28 Boxing Day']],
    ['GB-SCT', '2028-01-01', '2028-01-10', ['2028-01-03 January 2nd', "2028-01-04 New Year's Day"]],
    ['US', '2026-07-01', '2026-07-10', ['2026-07-03 Independence Day']],
    ['US', '2027-12-20', '2028-01-10', ['2027-12-24 Christmas Day', "2027-12-31 New Year's Day"]],
    [
      'JP',
      '2026-05-01',
      '2026-05-10',
      ['2026-05-04 Greenery Day', "2026-05-05 Children's Day", '2026-05-06 Constitution Day'],
    ],
  ])('%s, %s to %s', (code, from, to, expected) => {
    expect(holidays(code, from, to)).toEqual(expected)
  })

  it('a weekend holiday without a substitute day counts on its weekend', () => {
    expect(holidays('DE-BY', '2026-10-01', '2026-11-10')).toEqual([
      '2026-10-03 National Holiday',
      "2026-11-01 All Saints' Day",
    ])
  })
})

describe('R4: a holiday counts on its date and on as many dates as it lasts whole days', () => {
  it.each([
    // The date names the day meant, although these start at 18:00 the evening before.
    ['four days', 'SA', '2026-03-01', '2026-04-01', ['19', '20', '21', '22'].map((day) => `2026-03-${day}`)],
    [
      '90 hours: three days',
      'TR',
      '2026-03-01',
      '2026-04-01',
      ['20', '21', '22'].map((day) => `2026-03-${day}`),
    ],
    [
      '114 hours: four days',
      'TR',
      '2026-05-20',
      '2026-06-01',
      ['27', '28', '29', '30'].map((day) => `2026-05-${day}`),
    ],
    ['one day from the evening before', 'IL', '2026-09-15', '2026-09-25', ['2026-09-21']],
  ])('%s in %s', (_length, code, from, to, expected) => {
    expect(holidays(code, from, to).map((text) => text.slice(0, 10))).toEqual(expected)
  })

  it.each([
    // 24 December is a bank holiday from 14:00, and all day where it is a Sunday.
    ['DE-BY', '2026-12-20', '2026-12-31', ['public', 'bank'], ['2026-12-25', '2026-12-26']],
    [
      'DE-BY',
      '2028-12-20',
      '2028-12-31',
      ['public', 'bank'],
      ['2028-12-24', '2028-12-25', '2028-12-26', '2028-12-31'],
    ],
    ['CN', '2026-05-01', '2026-05-31', ['public'], ['2026-05-01']],
    ['US', '2026-10-30', '2026-11-01', ['observance'], []],
  ])('not at all from 12:00 or later: %s, %s to %s of types %j', (code, from, to, holidayTypes, expected) => {
    expect(holidays(code, from, to, { holidayTypes }).map((text) => text.slice(0, 10))).toEqual(expected)
  })
})

describe('R4: only the types asked for, by the calendar of the engineer', () => {
  it('day after Thanksgiving is an observance', () => {
    expect(holidays('US', '2026-11-25', '2026-11-30')).toEqual(['2026-11-26 Thanksgiving Day'])
    expect(holidays('US', '2026-11-25', '2026-11-30', { holidayTypes: ['public', 'observance'] })).toEqual([
      '2026-11-26 Thanksgiving Day',
      '2026-11-27 Day after Thanksgiving Day',
    ])
  })

  it('an engineer’s own calendar goes before the rota’s', () => {
    const setup = { engineers: { a: { calendar: 'GB-ENG' } } }
    expect(holidays('US', '2026-08-01', '2026-09-30', setup)).toEqual(['2026-08-31 Summer bank holiday'])
  })

  it('a day says whose calendars have a holiday, and its holder’s alone counts', () => {
    const found = calendar({
      rotation: 'ab',
      start: '2026-07-06',
      holidayTypes: ['public'],
      engineers: { b: { calendar: 'GB-ENG' } },
    })
    const [christmas, thanksgiving] = [dutyDay(found, '2026-12-25'), dutyDay(found, '2026-11-26')]
    expect(christmas.holidays).toEqual([{ name: 'Christmas Day', engineers: ['a', 'b'] }])
    expect(thanksgiving.holidays).toEqual([{ name: 'Thanksgiving Day', engineers: ['a'] }])
    expect(thanksgiving.holiday).toBe(thanksgiving.holder === 'a' ? 'Thanksgiving Day' : undefined)
  })

  it('names are in English where given, else local', () => {
    expect(holidays('CH-ZH', '2026-07-25', '2026-08-05')).toEqual(['2026-08-01 Bundesfeiertag'])
    expect(holidays('DE', '2026-10-01', '2026-10-05')).toEqual(['2026-10-03 National Holiday'])
  })
})

describe('R4: then `remove`, then `add`; one date counts once, under the first name', () => {
  it.each<[string, Setup, string[]]>([
    ['removed', { remove: ['2026-10-12'] }, []],
    [
      'added on a free day',
      { holidays: [holiday('2026-10-13', 'Ours')] },
      ['2026-10-12 Columbus Day', '2026-10-13 Ours'],
    ],
    [
      'added on a Saturday',
      { holidays: [holiday('2026-10-10', 'Ours')] },
      ['2026-10-10 Ours', '2026-10-12 Columbus Day'],
    ],
    ['added on a holiday', { holidays: [holiday('2026-10-12', 'Ours')] }, ['2026-10-12 Columbus Day']],
    [
      'removed and added',
      { remove: ['2026-10-12'], holidays: [holiday('2026-10-12', 'Ours')] },
      ['2026-10-12 Ours'],
    ],
    [
      'added twice',
      { remove: ['2026-10-12'], holidays: [holiday('2026-10-13', 'First'), holiday('2026-10-13', 'Second')] },
      ['2026-10-13 First'],
    ],
    ['removed where there is none', { remove: ['2026-10-13'] }, ['2026-10-12 Columbus Day']],
  ])('%s', (_case, setup, expected) => {
    expect(holidays('US', '2026-10-05', '2026-10-20', setup)).toEqual(expected)
  })

  it('`add` and `remove` apply to every calendar of the rota', () => {
    const setup: Setup = {
      engineers: { a: { calendar: 'GB-ENG' } },
      holidays: [holiday('2026-08-28', 'Ours')],
      remove: ['2026-08-31'],
    }
    expect(holidays('US', '2026-08-01', '2026-09-30', setup)).toEqual(['2026-08-28 Ours'])
  })

  it.each([
    ['EG', '2026-01-25', 'National Police Day'],
    ['IN', '2028-04-14', 'Ambedkar Jayanti'],
  ])('two holidays of %s on %s count once, as %s', (code, date, name) => {
    expect(holidays(code, date, date)).toEqual([`${date} ${name}`])
  })

  it('removing the date of a holiday leaves its substitute day', () => {
    expect(holidays('US', '2026-07-01', '2026-07-10', { remove: ['2026-07-04'] })).toEqual([
      '2026-07-03 Independence Day',
    ])
    expect(holidays('US', '2026-07-01', '2026-07-10', { remove: ['2026-07-03'] })).toEqual([])
  })
})
