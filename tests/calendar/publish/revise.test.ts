import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { validateRota, type PublishedWeek, type RotaInput } from '../../../src/oncall/index.ts'
import { revise, revisedWeeks, withoutWeeksFrom } from '../../../src/calendar/publish/revise.ts'
import { calendarOf, rota } from '../feeds/sources.ts'

const published = calendarOf(rota()).publishable('2026-06-30')
const announced = (parts: Partial<RotaInput> = {}): RotaInput => rota({ published, ...parts })
const starts = (weeks: readonly { after: PublishedWeek }[]) => weeks.map(({ after }) => after.start)

describe('publish --through', () => {
  it('announces the planned weeks through the one that holds the date', () => {
    const weeks = revise(rota(), { kind: 'through', date: '2026-01-14' })
    expect(weeks.map((week) => week.start)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12'])
    expect(weeks.map((week) => week.engineer)).toEqual(
      calendarOf(rota())
        .year(2026)
        .weeks.slice(0, 3)
        .map((week) => week.engineer),
    )
  })

  it('adds to what was announced, and the rest of the year stays as planned', () => {
    const weeks = revise(announced(), { kind: 'through', date: '2026-07-19' })
    expect(starts(revisedWeeks(published, weeks))).toEqual(['2026-07-06', '2026-07-13'])
    expect(calendarOf(rota({ published: weeks })).year(2026).shifts).toEqual(
      calendarOf(rota()).year(2026).shifts,
    )
  })

  it.each(['2026-03-01', '2026-06-30', '2026-07-05', '2020-01-01'])(
    'changes nothing through %s, a date that was announced before',
    (date) => {
      expect(revise(announced(), { kind: 'through', date })).toEqual(published)
    },
  )
})

describe('publish --from', () => {
  const away = {
    'engineer-a': { name: 'Engineer A', unavailable: [{ from: '2026-04-01', to: '2026-06-15' }] },
  }
  const withLeave = announced({ engineers: { ...rota().engineers, ...away } })

  it('plans the weeks from the one that holds the date again, through the last that was announced', () => {
    const weeks = revise(withLeave, { kind: 'from', date: '2026-04-01' })
    expect(weeks.map((week) => week.start)).toEqual(published.map((week) => week.start))
    const changed = starts(revisedWeeks(published, weeks))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.filter((start) => start < '2026-03-30')).toEqual([])
  })

  it('fixes what the check reports', () => {
    const errors = (input: RotaInput) =>
      validateRota(input, dateHolidays, { today: '2026-03-20' }).filter(
        (problem) => problem.severity === 'error',
      )
    expect(errors(withLeave).map((problem) => problem.rule)).toContain('published-unavailable')
    expect(
      errors({ ...withLeave, published: revise(withLeave, { kind: 'from', date: '2026-04-01' }) }),
    ).toEqual([])
  })

  it('changes nothing the second time', () => {
    const once = revise(withLeave, { kind: 'from', date: '2026-04-01' })
    expect(revise({ ...withLeave, published: once }, { kind: 'from', date: '2026-04-01' })).toEqual(once)
  })

  it.each([
    ['2026-03-30', 13],
    ['2026-04-05', 13],
    ['2026-04-06', 14],
    ['2025-12-29', 0],
    ['2027-01-01', 27],
  ])('from %s keeps %i weeks', (date, kept) => {
    expect(withoutWeeksFrom(announced(), date).published).toHaveLength(kept)
  })

  it('has nothing to plan where nothing was announced', () => {
    expect(revise(rota(), { kind: 'from', date: '2026-04-01' })).toEqual([])
  })
})

describe('publish --amend', () => {
  it('changes nothing while the calendars say what was announced', () => {
    expect(revise(announced(), { kind: 'amend' })).toEqual(published)
  })

  it('brings in a holiday declared late, moves nobody, and its credit follows', () => {
    const late = announced({ holidays: { add: [{ date: '2026-06-24', name: 'Founders Day' }], remove: [] } })
    const holder = published.find((week) => week.start === '2026-06-22')?.engineer
    const weeks = revise(late, { kind: 'amend' })
    expect(
      revisedWeeks(published, weeks).map(({ before, after }) => ({ ...before, holidays: after.holidays })),
    ).toEqual(weeks.filter((week) => week.start === '2026-06-22'))
    expect(weeks.find((week) => week.start === '2026-06-22')?.holidays).toEqual({
      '2026-06-24': 'Founders Day',
    })
    const paidBack = (input: RotaInput) =>
      calendarOf(input)
        .year(2026)
        .daysOff.filter((dayOff) => dayOff.for.name === 'Founders Day')
    expect(paidBack(late)).toEqual([])
    expect(paidBack({ ...late, published: weeks })).toMatchObject([
      { engineer: holder, for: { date: '2026-06-24' } },
    ])
  })

  it('takes out a holiday that was withdrawn', () => {
    const withdrawn = announced({ holidays: { add: [], remove: [{ date: '2026-05-25' }] } })
    const changed = revisedWeeks(published, revise(withdrawn, { kind: 'amend' }))
    expect(changed.map(({ before, after }) => [before?.holidays, after.holidays])).toEqual([
      [{ '2026-05-25': 'Memorial Day' }, {}],
    ])
  })

  it('asks the calendar of who holds the day, were it an override by someone outside the rotation', () => {
    const inIndia = announced({
      engineers: { ...rota().engineers, 'engineer-x': { name: 'Engineer X', calendar: 'IN' } },
      overrides: [{ from: '2026-01-26', to: '2026-01-26', engineer: 'engineer-x' }],
    })
    const changed = revisedWeeks(published, revise(inIndia, { kind: 'amend' }))
    expect(changed.map(({ after }) => after.holidays)).toEqual([{ '2026-01-26': 'Republic Day' }])
  })
})
