import { describe, expect, it } from 'vitest'
import { fairnessReport, proofText } from '../../../src/calendar/views/fairness.ts'
import { movedTurns, orderChanges } from '../../../src/calendar/views/order-changes.ts'
import { calendar, holiday, rota, type Setup } from '../../oncall/rota.ts'
import { calendarOf } from '../feeds/sources.ts'

const name = (id: string) => id.toUpperCase()
const report = (setup: Setup, year = 2026) => fairnessReport(calendar(setup), year, name)

describe('what is not fair is said first', () => {
  it('names who has two great holidays close together, and that it cannot be avoided where that is proved', () => {
    const found = report({
      rotation: 'a',
      holidays: [holiday('2026-11-26', 'Thanks'), holiday('2026-12-25', 'Christmas')],
      weights: { Thanks: 3, Christmas: 3 },
    })
    expect(found.uneven).toEqual([
      'A has Thanks (26 Nov 2026) and Christmas (25 Dec 2026), two great holidays within 29 days.',
    ])
    expect(found.limits).toEqual([
      'Proved: no order of the turns has fewer great holidays close together or held again without a loss in what counts as much or more, given the years before. So what is close together or comes again cannot be avoided.',
    ])
  })

  it('names who has the same holiday again', () => {
    const found = report(
      { rotation: 'a', holidays: [holiday('2026-05-01', 'Day'), holiday('2027-05-01', 'Day')] },
      2027,
    )
    expect(found.uneven).toContain('A has Day again: on 1 May 2026 and on 1 May 2027.')
  })

  it('says who has the most and who the fewest, of those who are there all year', () => {
    const days = ['2026-01-01', '2026-01-29', '2026-02-26'].map((date) => holiday(date))
    const overrides = days.map(({ date }) => ({ from: date, to: date, engineer: 'a' }))
    const found = report({ holidays: days, overrides, engineers: { d: { from: '2026-03-01' } } })
    expect(found.uneven).toEqual([
      'A has the most holidays in 2026, with 3. B and C have none.',
      'D is not in the rotation for the whole year, and is not compared here.',
    ])
  })

  it('says that nobody has more where everything is even', () => {
    const found = report({ holidays: [] })
    expect(found.uneven).toEqual([])
    expect(found.limits).toEqual([])
    expect(found.even).toBe('Shared evenly: weekend days in 2026 (26 to 28 each).')
    // 26 and 28 are not the same: what counts as even is said.
    expect(found.calm).toBe(
      'No two people are further apart than one holiday, and two days of weekends or for others.',
    )
  })

  it('compares nobody who is alone', () => {
    expect(report({ rotation: 'a', holidays: [] }).calm).toBe(
      'One person has every turn: there is nobody to compare with.',
    )
    expect(report({ rotation: 'a', holidays: [] }).plain).toBe(
      'A plain rotation, without leave or swaps, would have given A 0 holidays, with no holiday again, as here.',
    )
  })

  it('a great holiday that comes again is proved by the level of great holidays, others by that of repeats', () => {
    const again = (weights: Record<string, number>) =>
      report(
        { rotation: 'a', holidays: [holiday('2026-05-01', 'Day'), holiday('2027-05-01', 'Day')], weights },
        2027,
      ).limits
    const proof = (what: string) => [
      `Proved: no order of the turns ${what} without a loss in what counts as much or more, given the years before. So what is close together or comes again cannot be avoided.`,
    ]
    expect(again({ Day: 3 })).toEqual(proof('has fewer great holidays close together or held again'))
    expect(again({ Day: 2 })).toEqual(proof('gives fewer other holidays to the same person again'))
  })

  it('calls nothing unavoidable where the proof ends before what comes again', () => {
    const all = ['2026-05-01', '2026-11-26', '2026-12-25', '2027-05-01', '2027-11-26', '2027-12-25']
    const setup: Setup = {
      rotation: 'a',
      holidays: all.map((date) => holiday(date, `Day of ${date.slice(5)}`)),
      weights: { 'Day of 11-26': 3, 'Day of 12-25': 3 },
    }
    const planned = calendar(setup)
    const limits = (proved: 'all' | 'evenness') =>
      fairnessReport(
        { ...planned, explain: (year) => ({ ...planned.explain(year), proved }) },
        2027,
        name,
      ).limits.join(' ')
    expect(limits('all')).toContain('cannot be avoided')
    expect(limits('evenness')).toContain('There may be an order')
    expect(limits('evenness')).not.toContain('cannot be avoided')
  })

  it('an uneven count alone is not said to be unavoidable', () => {
    const days = ['2026-01-01', '2026-01-15', '2026-01-29', '2026-02-12'].map((date) => holiday(date))
    const overrides = days.map(({ date }) => ({ from: date, to: date, engineer: 'a' }))
    const found = report({ rotation: 'ab', holidays: days, overrides })
    expect(found.limits).toEqual([
      'Proved: no order of the turns brings the balances of holidays closer together without a loss in what counts as much or more, given the years before, leave, overrides and the weeks already announced.',
    ])
  })

  it('speaks of month-ends only where the rota has a watch', () => {
    const says = (setup: Setup) => JSON.stringify(report(setup)).includes('month-end')
    expect(says({ monthEnd: true })).toBe(true)
    expect(says({})).toBe(false)
  })

  it('claims no proof for weeks that were announced before', () => {
    const setup = {
      rotation: 'ab',
      holidays: ['2026-01-01', '2026-01-15', '2026-01-29'].map((date) => holiday(date)),
    }
    const planned = calendar(setup)
    const weeks = planned.publishable('2027-01-03').map((week, index, all) => ({
      ...week,
      // The announced order gives every holiday to the same person.
      engineer: index % 2 === 0 ? 'a' : 'b',
      holidays: Object.fromEntries(
        setup.holidays
          .map(({ date, name: title }) => [date, title])
          .filter(([date = '']) => date >= week.start && date < (all[index + 1]?.start ?? '9999')),
      ),
      daysOff: [],
    }))
    const announced = calendarOf({ ...rota(setup), published: weeks })
    const found = fairnessReport(announced, 2026, name)
    expect(found.uneven).toContain('A has the most holidays in 2026, with 3. B has none.')
    expect(found.limits).toEqual([
      'Every week of this year is announced already, and the plan moves none of them by itself.',
    ])
    expect(proofText(announced.year(2026), 'all')).toMatch(/^As announced/)
  })

  it('proves no more than what is proved', () => {
    const year = calendar().year(2026)
    expect(proofText(year, 'all')).toBe(
      'Proved: no other order of these turns is better by the rules of the plan.',
    )
    expect(proofText(year, 'rest')).toBe(
      'Proved: no order is better as far as the level “rest”. Beyond that, it is the best order that was found.',
    )
    expect(proofText(year, 'none')).toContain('is not proved')
  })
})

describe('why the turns come in another order', () => {
  it('names the holiday that changes hands, and no holidays beside a cycle without one', () => {
    // The plain order would give a both holidays: weeks 1 and 5.
    const found = calendar({ holidays: [holiday('2026-01-01'), holiday('2026-01-29')] })
    const changes = orderChanges(found.explain(2026), name)
    expect(changes.map(({ why }) => why)).toEqual([
      expect.stringMatching(
        /^To share the holidays more evenly: Holiday of 2026-01-29 goes to [BCD] instead of A\.$/,
      ),
    ])
  })

  it('says that somebody is away', () => {
    const found = calendar({ engineers: { b: { unavailable: [{ from: '2026-01-05', to: '2026-01-11' }] } } })
    const [change] = movedTurns(found.explain(2026), name)
    expect(change?.why).toBe('So that nobody has a turn while they are away.')
    expect(change?.expected).toEqual(['a', 'b', 'c', 'd'])
  })

  it('says of announced weeks that they were announced', () => {
    const planned = calendar()
    const [first, second, ...others] = planned.publishable('2026-01-25')
    if (!first || !second) throw new Error('two weeks are published')
    const published = [{ ...first, engineer: 'b' }, { ...second, engineer: 'a' }, ...others]
    const found = calendarOf({ ...rota(), published })
    expect(movedTurns(found.explain(2026), name)[0]?.why).toBe('These weeks were announced before.')
  })
})
