import { describe, expect, it } from 'vitest'
import type { PublishedWeek } from '../../src/oncall/index.ts'
import { historyProblems, validateRota } from '../../src/oncall/index.ts'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import type { Setup } from './rota.ts'
import { calendar, dutyDay, holiday, ledger, owed, rota } from './rota.ts'

const NEW_YEAR = holiday('2026-01-01', "New Year's Day")
const override = (engineer: string, from: string, to = from) => ({ engineer, from, to })

/** Five weeks as they are announced: a works New Year's Day and has Monday 26 January off, which c covers. */
const announced = calendar({ holidays: [NEW_YEAR] }).publishable('2026-02-01')
const setup = (more: Setup = {}): Setup => ({ holidays: [NEW_YEAR], published: announced, ...more })
const dayOff = (found: ReturnType<typeof calendar>, year = 2026) => found.year(year).daysOff[0]

describe('R11: what was announced is not what happened', () => {
  it('was announced: a is off on 26 January, and c covers', () => {
    expect(dayOff(calendar(setup()))).toMatchObject({ engineer: 'a', date: '2026-01-26', cover: 'c' })
  })

  it('“I work my day off”: it is not taken, and its credit is paid in the next turn', () => {
    const found = calendar(setup({ overrides: [override('a', '2026-01-26')] }))
    expect(dutyDay(found, '2026-01-26')).toMatchObject({ holder: 'a', kind: 'override' })
    expect(found.year(2026).daysOff).toEqual([
      expect.objectContaining({
        engineer: 'a',
        date: '2026-02-23',
        for: { date: '2026-01-01', name: "New Year's Day" },
      }),
    ])
  })

  it('given to another than the announced cover: it is taken, and who holds the day is its cover', () => {
    const found = calendar(setup({ overrides: [override('b', '2026-01-26')] }))
    expect(dayOff(found)).toMatchObject({ engineer: 'a', date: '2026-01-26', cover: 'b' })
    expect(ledger(found, 2026, 'covers')).toMatchObject({ b: 0, c: 0 })
  })

  it('a swapped week loses no day off', () => {
    // a gives the whole week to b, and takes b's.
    const overrides = [override('b', '2026-01-26', '2026-02-01'), override('a', '2026-02-02', '2026-02-08')]
    const published = calendar({ holidays: [NEW_YEAR] }).publishable('2026-02-08')
    const found = calendar({ holidays: [NEW_YEAR], published, overrides })
    expect(dayOff(found)).toMatchObject({ engineer: 'a', date: '2026-02-23' })
    expect(owed(found, 2026)).toEqual([])
  })

  it('a week given away but for one day keeps its day off', () => {
    const found = calendar(setup({ overrides: [override('b', '2026-01-26', '2026-01-31')] }))
    expect(dayOff(found)).toMatchObject({ engineer: 'a', date: '2026-01-26', cover: 'b' })
  })

  it('a holiday withdrawn since: the day off stands under the name announced, and the check warns', () => {
    const withdrawn = announced.map((week, index) => (index === 0 ? { ...week, holidays: {} } : week))
    const input = { published: withdrawn }
    expect(dayOff(calendar(input))).toMatchObject({ for: { date: '2026-01-01', name: "New Year's Day" } })
    const found = validateRota(rota(input), dateHolidays, { today: '2026-01-20' })
    expect(found.map(({ rule }) => rule)).toContain('published-day-off-unearned')
  })

  it('somebody else works it after all: the day off stands, and who works is paid as well', () => {
    const found = calendar(setup({ overrides: [override('b', '2026-01-01')] }))
    const taken = found.year(2026).daysOff.map(({ engineer, for: paid }) => [engineer, paid.date])
    expect(taken).toEqual([
      ['a', '2026-01-01'],
      ['b', '2026-01-01'],
    ])
  })

  it.each<[string, Partial<PublishedWeek>, string]>([
    ['the calendar’s where the file has none', {}, "New Year's Day"],
    ['else the date', { holidays: {} }, 'holiday of 2026-01-01'],
  ])('the name of its holiday is %s', (_case, first, name) => {
    const published = announced.map((week, index) => ({
      ...week,
      ...(index === 0 && first),
      daysOff: week.daysOff.map(({ date, cover, for: earned }) => ({ date, cover, for: earned })),
    }))
    const holidays = first.holidays ? [] : [NEW_YEAR]
    expect(dayOff(calendar({ holidays, published }))?.for.name).toBe(name)
  })
})

describe('R11: whose calendar a published day is read in', () => {
  const mixed: Setup = {
    rotation: 'ab',
    holidayTypes: ['public'],
    engineers: { b: { calendar: 'GB-ENG' } },
    start: '2026-06-29',
  }
  const published = calendar(mixed).publishable('2026-07-12')

  it('an override’s is the person’s own, whatever the file says', () => {
    // Independence Day is observed on Friday 3 July in the US, and in no British calendar.
    const holder = published[0]?.engineer ?? ''
    const other = holder === 'a' ? 'b' : 'a'
    const found = calendar({ ...mixed, published, overrides: [override(other, '2026-07-03')] })
    const worked = found.year(2026).weeks[0]?.holidays ?? []
    expect(worked.map(({ date }) => date).includes('2026-07-03')).toBe(other === 'a')
  })

  it('a day off on a day that has become a holiday: the check warns', () => {
    const late = { ...setup(), holidays: [NEW_YEAR, holiday('2026-01-26', 'Declared late')] }
    const found = validateRota(rota(late), dateHolidays, { today: '2026-01-20' })
    expect(found.map(({ rule }) => rule)).toContain('published-day-off-holiday')
    expect(ledger(calendar(late), 2026, 'balance')).toEqual({ a: 2, b: 0, c: 0, d: 0 })
  })
})

describe('R11: a cycle that published weeks began is completed by its members', () => {
  const week = (start: string, engineer: string, members?: string[]): PublishedWeek => ({
    start,
    engineer,
    cycle: '2025-12-29',
    plain: engineer,
    holidays: {},
    daysOff: [],
    absences: [],
    ...(members && { members }),
  })
  const next = (published: PublishedWeek[], more: Setup = {}) =>
    calendar({ rotation: 'abcd', published, ...more })
      .year(2026)
      .weeks.slice(0, 6)
      .map(({ engineer }) => engineer)
      .join('')

  it('those that the file names, whoever R3 would name today', () => {
    expect(next([week('2025-12-29', 'a', ['a', 'c'])])).toMatch(/^ac/)
    expect(next([week('2025-12-29', 'a')])).toMatch(/^abcd/)
  })

  it('who has left or is away in every week that is left does not serve', () => {
    const all = ['a', 'b', 'c', 'd']
    expect(next([week('2025-12-29', 'a', all)], { engineers: { c: { until: '2026-01-11' } } })).not.toMatch(
      /^a.*c/,
    )
    const away = { b: { unavailable: [{ from: '2026-01-05', to: '2026-01-25' }] } }
    expect(next([week('2025-12-29', 'a', all)], { engineers: away }).slice(0, 3)).not.toContain('b')
  })
})

describe('R11: history is not rewritten', () => {
  const [first, second] = announced
  const changed = (change: Partial<PublishedWeek>): PublishedWeek[] =>
    first && second ? [{ ...first, ...change }, second] : []
  const rules = (weeks: readonly PublishedWeek[], today: string) =>
    historyProblems(announced.slice(0, 2), weeks, today).map(({ rule, date }) => `${rule} ${date ?? ''}`)

  it('a week that has begun and differs in anything but `holidays` is an error', () => {
    expect(rules(changed({ engineer: 'b' }), '2025-12-29')).toEqual(['published-history 2025-12-29'])
    expect(
      rules(changed({ daysOff: [{ date: '2025-12-30', cover: 'b', for: '2025-12-25' }] }), '2026-02-01'),
    ).toHaveLength(1)
    expect(rules(changed({ holidays: {} }), '2026-02-01')).toEqual([])
  })

  it('so is one that is gone; a week that has not begun may change', () => {
    expect(rules([], '2026-01-01')).toEqual(['published-history 2025-12-29'])
    expect(rules(changed({ engineer: 'b' }), '2025-12-28')).toEqual([])
    expect(rules(announced, '2026-02-01')).toEqual([])
  })
})
