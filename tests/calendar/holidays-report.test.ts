import { describe, expect, it } from 'vitest'
import { calendarName } from '../../src/calendar/calendar-name.ts'
import { holidaysReport } from '../../src/calendar/holidays-report.ts'
import { holidayNote } from '../../src/calendar/views/holiday-notes.ts'
import { rota, type Setup } from '../oncall/rota.ts'

const report = (setup: Setup, year = 2027) => {
  const input = rota({ holidayTypes: ['public'], ...setup })
  return holidaysReport(input, input.rotation, year)
}
const one = (setup: Setup, year?: number) => {
  const [first] = report(setup, year)
  if (!first) throw new Error('a rota has a calendar')
  return first
}

describe('the name of a calendar', () => {
  it.each([
    ['US', ['public'], 'Public holidays of the United States'],
    ['US-CA', ['public'], 'Public holidays of California (United States)'],
    ['DE-BY', ['public', 'bank'], 'Public and bank holidays of Bayern (Germany)'],
    ['GB', ['public'], 'Public holidays of the United Kingdom'],
    ['MO', ['public'], 'Public holidays of Macao SAR China'],
    ['FR', ['public', 'bank', 'school'], 'Public, bank and school holidays of France'],
    ['US', [], 'Added holidays of the United States'],
  ])('%s with %j is %s', (code, types, name) => {
    expect(calendarName(code, types)).toBe(name)
  })
})

describe('the report of holidays', () => {
  it('has one list for each calendar, with whose it is, the most people first', () => {
    const found = report({ engineers: { b: { calendar: 'GB-SCT' }, d: { calendar: 'GB-SCT' } } })
    expect(found.map(({ calendar, engineers }) => [calendar, engineers])).toEqual([
      ['US', ['a', 'c']],
      ['GB-SCT', ['b', 'd']],
    ])
  })

  it('says why a day is left out', () => {
    const found = one({ remove: ['2027-10-11'], holidays: [{ date: '2027-12-31', name: 'Inventory' }] })
    const why = (date: string) => found.leftOut.filter((each) => each.date === date).map((each) => each.why)
    expect(why('2027-10-11')).toEqual(['The team removed it.'])
    expect(why('2027-07-04')).toEqual(['It counts on 5 Jul 2027 instead.'])
    expect(why('2027-02-14')).toEqual(['It is of the type “observance”; this rota counts public.'])
    // New Year's Day of 2028 is observed on the last day of 2027: that is the first name of the day.
    expect(why('2027-12-31')).toContain("Added, but the day counts once, as New Year's Day.")
  })

  it('leaves nothing out twice, and nothing that counts', () => {
    const found = one({ calendar: 'GB' })
    const keys = found.leftOut.map(({ date, name }) => `${date} ${name}`)
    expect(keys.length).toBeGreaterThan(3)
    expect(found.holidays.length).toBeGreaterThan(3)
    expect(new Set(keys).size).toBe(keys.length)
    expect(found.holidays.filter(({ date, name }) => keys.includes(`${date} ${name}`))).toEqual([])
  })

  it('marks weights, substitute days, own dates and what the team added', () => {
    const found = one({
      weights: { 'Independence Day': 3 },
      holidays: [{ date: '2027-08-02', name: 'Inventory' }],
    })
    const note = (date: string) => found.holidays.filter((each) => each.date === date).map(holidayNote)
    expect(note('2027-07-04')).toEqual([
      'the day itself: it counts in the plan and earns no day off; weight 2',
    ])
    expect(note('2027-07-05')).toEqual(['observed for 4 Jul 2027'])
    expect(note('2027-08-02')).toEqual(['added by the team'])
  })

  it.each(['IN', 'CN'])('says that the list of %s is known to be incomplete', (calendar) => {
    expect(one({ calendar }).gap).toMatch(
      /^This list is known to be incomplete: \d+ days count in 2027, and .* lists about \d+\./,
    )
  })

  it('says which calendar a missing day is for, where it is not that of the rota', () => {
    const add = 'Add the missing ones under `holidays.add` in rotas/'
    expect(one({ calendar: 'IN' }).gap).toMatch(new RegExp(`${add}[a-z-]+\\.yaml\\.$`))
    const engineers = { a: { name: 'A', calendar: 'IN' } }
    const mixed = holidaysReport(
      { ...rota({ rotation: 'a', holidayTypes: ['public'] }), calendar: 'US', engineers },
      ['a'],
      2027,
    )
    expect(mixed.find(({ calendar }) => calendar === 'IN')?.gap).toMatch(
      new RegExp(`${add}[a-z-]+\\.yaml, each with \`calendar: IN\`\\.$`),
    )
  })

  it.each(['AE', 'SA'])('says that holidays of %s are declared late', (calendar) => {
    expect(one({ calendar }).gap).toMatch(
      /^This country declares some holidays late or moves them: 1\d days count/,
    )
  })

  it('says nothing of a list that is known to be complete, or that counts no public holidays', () => {
    expect(one({ calendar: 'US' }).gap).toBeUndefined()
    expect(one({ calendar: 'IN', holidayTypes: ['observance'] }).gap).toBeUndefined()
  })

  it('is empty where no type counts', () => {
    const found = one({ holidayTypes: [] })
    expect(found.holidays).toEqual([])
    expect(found.days).toBe(0)
  })
})
