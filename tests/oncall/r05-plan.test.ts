import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, holiday, ledger, turns } from './rota.ts'

const away = (from: string, to = from) => ({ unavailable: [{ from, to }] })

/** Two cycles of two in 2026, with a holiday in the first week of each. */
const TWO_HOLIDAYS: Setup = {
  rotation: 'ab',
  start: '2026-12-07',
  holidays: [holiday('2026-12-09'), holiday('2026-12-23')],
}

/** a holds the X of 2026 and b a holiday as well; the next X falls to a again. */
const SAME_A_YEAR_LATER: Setup = {
  rotation: 'ab',
  start: '2026-12-21',
  holidays: [holiday('2026-12-25', 'X'), holiday('2026-12-30', 'Y'), holiday('2027-12-25', 'X')],
}

describe('R5: the least of the orders, in this order of importance', () => {
  it.each<[string, string, Setup]>([
    // 6 and 7
    ['nothing to even out: `rotation` order, cycle after cycle', 'abcd abcd abcd', {}],
    // 3 before 6
    ['evenness moves turns: each of two has one of two holidays', 'ab ba', TWO_HOLIDAYS],
    ['… and the new order stays, since turning back would move two more', 'ab ba ba ba', TWO_HOLIDAYS],
    [
      'a holiday that is none for an engineer costs them nothing: b has Thanksgiving, a the day after Boxing Day',
      'ba ba ba',
      {
        rotation: 'ab',
        start: '2026-11-23',
        calendar: 'US',
        holidayTypes: ['public'],
        engineers: { b: { calendar: 'GB-ENG' } },
      },
    ],
    // 2 before 3
    [
      'rest before evenness: c, without a holiday so far, has just had the week before the third',
      'abc abc',
      {
        rotation: 'abc',
        start: '2026-11-23',
        holidays: [holiday('2026-11-25'), holiday('2026-12-02'), holiday('2026-12-16')],
      },
    ],
    // 1 before 2
    [
      'absence before rest: a and b are away for three days, so c has two weeks in a row',
      'abc cab abc',
      {
        rotation: 'abc',
        start: '2026-12-14',
        engineers: { a: away('2027-01-04', '2027-01-06'), b: away('2027-01-04', '2027-01-06') },
      },
    ],
    // 2 before 4
    [
      'rest before short absence: two days away are covered instead',
      'abc abc abc',
      {
        rotation: 'abc',
        start: '2026-12-14',
        engineers: { a: away('2027-01-04', '2027-01-05'), b: away('2027-01-04', '2027-01-05') },
      },
    ],
    // 1 before 3
    [
      'absence before evenness: b is away for three days of both weeks with holidays',
      'ab ab',
      {
        ...TWO_HOLIDAYS,
        engineers: {
          b: {
            unavailable: [
              { from: '2026-12-07', to: '2026-12-09' },
              { from: '2026-12-21', to: '2026-12-23' },
            ],
          },
        },
      },
    ],
    // 3 before 4
    [
      'evenness before short absence: two days in each are no reason',
      'ab ba',
      {
        ...TWO_HOLIDAYS,
        engineers: {
          b: {
            unavailable: [
              { from: '2026-12-07', to: '2026-12-08' },
              { from: '2026-12-21', to: '2026-12-22' },
            ],
          },
        },
      },
    ],
    // 4 before 6
    [
      'short absence before moved turns: b is away for a day of one of them',
      'ba ab',
      { ...TWO_HOLIDAYS, engineers: { b: away('2026-12-21') } },
    ],
    [
      'a week of leave costs one swap, the lexicographically smaller',
      'acbd abcd abcd',
      { engineers: { b: away('2026-01-05', '2026-01-11') } },
    ],
    [
      'an overridden day of leave is none',
      'abcd abcd',
      {
        engineers: { b: away('2026-01-05') },
        overrides: [{ from: '2026-01-05', to: '2026-01-05', engineer: 'd' }],
      },
    ],
    [
      'overrides count in the balance: b holds the first holiday by override, so a keeps the second',
      'ab ab',
      { ...TWO_HOLIDAYS, overrides: [{ from: '2026-12-09', to: '2026-12-09', engineer: 'b' }] },
    ],
  ])('%s: %s', (_case, expected, setup) => {
    expect(turns(calendar(setup), expected.replaceAll(' ', '').length)).toBe(expected)
  })

  // 5 before 6, 4 before 5: the last cycle of 2027 is the one with the X.
  it.each<[string, string, Setup]>([
    ['nobody has the same holiday twice: the last two swap', 'ab ab ba', SAME_A_YEAR_LATER],
    [
      'of another name, it is no repeat',
      'ab ab ab',
      {
        ...SAME_A_YEAR_LATER,
        holidays: [holiday('2026-12-25', 'X'), holiday('2026-12-30', 'Y'), holiday('2027-12-25', 'Z')],
      },
    ],
    [
      'short absence before repeats: b is away for a day of that week',
      'ab ab ab',
      { ...SAME_A_YEAR_LATER, engineers: { b: away('2027-12-21') } },
    ],
  ])('%s: … %s', (_case, expected, setup) => {
    expect(turns(calendar(setup), 54).slice(-8)).toBe(expected)
  })
})

describe('R5.2: the minimum of weeks off is 0 for one or two members, n − 2 for more', () => {
  it.each<[string, number, string]>([
    ['ab', 0, 'ba'],
    ['abc', 1, 'abc'],
    ['abcd', 2, 'abcd'],
    ['abcde', 3, 'abcde'],
  ])(
    'of %s, everyone has at least %d weeks off between turns, whatever holidays there are',
    (rotation, minimum) => {
      const found = calendar({ rotation, holidayTypes: ['public'] })
      const holders = turns(found, 52, 1000)
      for (const [index, holder] of [...holders].entries()) {
        const next = holders.indexOf(holder, index + 1)
        if (next >= 0) expect(next - index - 1).toBeGreaterThanOrEqual(minimum)
      }
      expect(found.explain(2026).cost.rest).toBe(0)
    },
  )

  it('the smaller of two cycles counts: three after four need one week off', () => {
    // d leaves; c, third of four and then without a holiday, may be first of three.
    const found = calendar({
      start: '2026-11-16',
      engineers: { d: { until: '2026-12-13' } },
      holidays: [holiday('2026-11-18'), holiday('2026-11-25'), holiday('2026-12-16')],
    })
    expect(turns(found, 7)).toMatch(/^abcd c/)
  })
})

describe('R5.4: balance = baseline + holidays held by plan, overrides applied', () => {
  it.each<[string, Record<string, number>, Setup]>([
    ['first members start from 0', { a: 1, b: 1 }, TWO_HOLIDAYS],
    [
      'absence and its cover change nothing: a is away on the holiday',
      { a: 1, b: 0, c: 0 },
      {
        rotation: 'abc',
        start: '2026-12-14',
        holidays: [holiday('2026-12-15')],
        engineers: { a: away('2026-12-15'), b: away('2026-12-16'), c: away('2026-12-17') },
      },
    ],
    [
      'an override takes the holiday along',
      { a: 0, b: 1 },
      {
        rotation: 'ab',
        start: '2026-12-21',
        holidays: [holiday('2026-12-25')],
        overrides: [{ from: '2026-12-25', to: '2026-12-25', engineer: 'b' }],
      },
    ],
    [
      'someone else who holds one by override has it in their balance',
      { a: 0, b: 0, x: 1 },
      {
        rotation: 'ab',
        start: '2026-12-21',
        holidays: [holiday('2026-12-25')],
        engineers: { x: {} },
        overrides: [{ from: '2026-12-25', to: '2026-12-25', engineer: 'x' }],
      },
    ],
    [
      'the part of the last cycle that runs into the next year counts there',
      { a: 0, b: 0, c: 0, d: 0 },
      { start: '2026-12-28', holidays: [holiday('2027-01-06')] },
    ],
  ])('%s', (_case, expected, setup) => {
    expect(ledger(calendar(setup), 2026, 'balance')).toEqual(expected)
  })

  it.each([
    // holidays of two in 2026, who start a cycle with c in 2027
    [0, { a: 0, b: 0, c: 0 }],
    [1, { a: 1, b: 0, c: 0 }],
    [2, { a: 1, b: 1, c: 1 }],
    [3, { a: 2, b: 1, c: 1 }],
    [4, { a: 2, b: 2, c: 2 }],
  ])('a newcomer after %d holidays of two starts from their mean, rounded down', (count, expected) => {
    const dates = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].slice(0, count)
    const found = calendar({
      rotation: 'abc',
      start: '2026-12-07',
      engineers: { c: { from: '2027-01-04' } },
      holidays: dates.map((date) => holiday(date)),
    })
    const balances = ledger(found, 2027, 'balance')
    expect(Object.values(balances).toSorted()).toEqual(Object.values(expected).toSorted())
    expect(balances['c']).toBe(expected.c)
  })

  it.each([
    // Cycles: abc from 2 November; ab, ab while c is away; abc from 21 December.
    [
      'c had none, a and b have two each: at least the mean of those who stayed',
      ['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16'],
      { a: 2, b: 2, c: 2 },
    ],
    [
      'c had two, a and b none: more than the mean, and kept',
      ['2026-11-16', '2026-11-17'],
      { a: 0, b: 0, c: 2 },
    ],
  ])('who returns after cycles left out: %s', (_case, dates, expected) => {
    const found = calendar({
      rotation: 'abc',
      start: '2026-11-02',
      engineers: { c: away('2026-11-23', '2026-12-21') },
      holidays: dates.map((date) => holiday(date)),
    })
    expect(found.explain(2026).cycles.map((cycle) => cycle.members.join(''))).toEqual([
      'abc',
      'ab',
      'ab',
      'abc',
    ])
    expect(ledger(found, 2026, 'balance')).toEqual(expected)
  })
})

describe('R5.6: a repeat is a holiday of the same name that the engineer held 300 to 430 days before', () => {
  it.each([
    // days after 25 December 2026
    [299, '2027-10-20', 0],
    [300, '2027-10-21', 1],
    [365, '2027-12-25', 1],
    [430, '2028-02-28', 1],
    [431, '2028-02-29', 0],
  ])('%d days later, on %s: %d', (_days, date, repeats) => {
    const found = calendar({
      rotation: 'a',
      start: '2026-12-21',
      holidays: [holiday('2026-12-25', 'X'), holiday(date, 'X')],
    })
    expect(ledger(found, Number(date.slice(0, 4)), 'repeats')).toEqual({ a: repeats })
  })

  it('a day counts once, however many days of that name were held a year before', () => {
    const found = calendar({
      rotation: 'a',
      start: '2026-12-21',
      holidays: [holiday('2026-12-24', 'X'), holiday('2026-12-25', 'X'), holiday('2027-12-24', 'X')],
    })
    expect(ledger(found, 2027, 'repeats')).toEqual({ a: 1 })
  })

  it('nobody has Christmas twice in a row where a plain rotation gives one engineer every one', () => {
    const found = calendar({ holidayTypes: ['public'] })
    const christmas = [2026, 2027, 2028].map(
      (year) => found.days(year).find((day) => day.holiday === 'Christmas Day')?.planned,
    )
    expect(new Set(christmas).size).toBe(3)
  })
})

describe('R5.8: a turn is moved where its engineer differs from the undisturbed plan', () => {
  it('leave moves the two turns of a swap, and names who would have had them', () => {
    const found = calendar({ engineers: { b: away('2026-01-05', '2026-01-11') } })
    expect(found.explain(2026).moved).toEqual([
      { start: '2026-01-05', engineer: 'c', plain: 'b' },
      { start: '2026-01-12', engineer: 'b', plain: 'c' },
    ])
    expect(found.explain(2026).cost).toEqual({
      absence: 0,
      rest: 0,
      greatHolidays: 0,
      evenness: 0,
      shortAbsence: 0,
      repeats: 0,
      monthEnds: 0,
      moved: 2,
    })
  })

  it('the undisturbed plan moves nobody from itself, whatever it did for evenness', () => {
    expect(calendar(TWO_HOLIDAYS).explain(2026).moved).toEqual([])
  })

  it('in the undisturbed plan newcomers come last, and who left leaves the others’ order alone', () => {
    const setup = { engineers: { b: { until: '2026-01-25' }, d: { from: '2026-01-26' } } }
    // b is gone before the second cycle would end, d comes in the middle of it.
    expect(turns(calendar(setup), 11, 11)).toBe('abc' + 'ac' + 'acd' + 'acd')
  })
})

describe('R5: what the plan claims', () => {
  it.each(['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef'])('the plan of %s is proved', (rotation) => {
    expect(calendar({ rotation, holidayTypes: ['public'], calendar: 'GB-ENG' }).year(2026).optimal).toBe(true)
  })

  it('explains what it cost: absence that nobody else could take', () => {
    const cost = calendar({
      rotation: 'ab',
      start: '2026-12-21',
      engineers: { a: away('2026-12-21', '2026-12-23'), b: away('2026-12-24', '2026-12-27') },
      holidays: [holiday('2026-12-25')],
    }).explain(2026).cost
    expect(cost).toEqual({
      absence: 3,
      rest: 0,
      greatHolidays: 0,
      evenness: 1,
      shortAbsence: 0,
      repeats: 0,
      monthEnds: 0,
      moved: 0,
    })
  })
})
