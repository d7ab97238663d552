import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, dutyDay, holiday, holders, ledger, owed } from './rota.ts'

const override = (engineer: string, from: string, to: string, reason?: string) => ({
  engineer,
  from,
  to,
  ...(reason !== undefined && { reason }),
})

/** The shifts that are not plain rotation, as `d 2026-01-06T18:00:00+00:00 2026-01-06T22:00:00+00:00`. */
function changes(setup: Setup, year = 2026): string[] {
  return calendar(setup)
    .year(year)
    .shifts.filter(({ kind }) => kind !== 'rotation')
    .map(({ engineer, start, end }) => `${engineer} ${start} ${end}`)
}

describe('R9: of two overrides on one day the shorter applies', () => {
  it('a cover of a cover: c has the week, d its Saturday', () => {
    const overrides = [override('c', '2026-01-05', '2026-01-11'), override('d', '2026-01-10', '2026-01-10')]
    expect(holders(calendar({ overrides }), '2026-01-05', 7)).toBe('cccccdc')
    expect(holders(calendar({ overrides: overrides.toReversed() }), '2026-01-05', 7)).toBe('cccccdc')
  })

  it('whoever a longer one names need not be there where a shorter one applies', () => {
    const overrides = [override('c', '2026-01-05', '2026-01-11'), override('d', '2026-01-10', '2026-01-10')]
    const engineers = { c: { unavailable: [{ from: '2026-01-10', to: '2026-01-10' }] } }
    expect(holders(calendar({ overrides, engineers }), '2026-01-05', 7)).toBe('cccccdc')
    expect(() => calendar({ overrides: overrides.slice(0, 1), engineers })).toThrow(
      'unavailable on 2026-01-10',
    )
  })

  it('of equal length they are a mistake', () => {
    const overrides = [override('c', '2026-01-05', '2026-01-06'), override('d', '2026-01-06', '2026-01-07')]
    expect(() => calendar({ overrides })).toThrow('and is as long')
  })
})

describe('R9: an override of hours changes who is on call in that window, and nothing else', () => {
  const evening = [override('d', '2026-01-06T18:00', '2026-01-06T22:00', 'Concert')]

  it('is a shift of its own, inside the shift of who holds the day', () => {
    const { shifts } = calendar({ overrides: evening }).year(2026)
    expect(shifts.slice(1, 4)).toEqual([
      {
        start: '2026-01-05T09:00:00+00:00',
        end: '2026-01-06T18:00:00+00:00',
        engineer: 'b',
        kind: 'rotation',
      },
      {
        start: '2026-01-06T18:00:00+00:00',
        end: '2026-01-06T22:00:00+00:00',
        engineer: 'd',
        kind: 'override',
        reason: 'Concert',
        hours: true,
      },
      {
        start: '2026-01-06T22:00:00+00:00',
        end: '2026-01-12T09:00:00+00:00',
        engineer: 'b',
        kind: 'rotation',
      },
    ])
  })

  it('the day, its holiday, credit, balance and ledger stay with who holds it', () => {
    const setup = { holidays: [holiday('2026-01-06')], monthEnd: true }
    const [bare, found] = [calendar(setup), calendar({ ...setup, overrides: evening })]
    expect({ ...found.year(2026), shifts: [] }).toEqual({ ...bare.year(2026), shifts: [] })
    expect(ledger(found, 2026, 'holidays')['b']).toBe(1)
    expect(dutyDay(found, '2026-01-06')).toMatchObject({ holder: 'b', hours: [{ engineer: 'd' }] })
    expect(owed(found, 2026)).toEqual(owed(bare, 2026))
  })

  it('goes on top of an override of days, and of a cover', () => {
    const days = override('c', '2026-01-05', '2026-01-11')
    expect(changes({ overrides: [days, ...evening] })).toEqual([
      'c 2026-01-05T09:00:00+00:00 2026-01-06T18:00:00+00:00',
      'd 2026-01-06T18:00:00+00:00 2026-01-06T22:00:00+00:00',
      'c 2026-01-06T22:00:00+00:00 2026-01-12T09:00:00+00:00',
    ])
  })

  it('two that touch with the same engineer and reason are one shift', () => {
    const overrides = [
      override('d', '2026-01-06T18:00', '2026-01-06T20:00'),
      override('d', '2026-01-06T20:00', '2026-01-06T22:00'),
    ]
    expect(changes({ overrides })).toEqual(['d 2026-01-06T18:00:00+00:00 2026-01-06T22:00:00+00:00'])
  })

  it('crosses handoffs, and is cut where the year’s weeks end', () => {
    const overrides = [override('c', '2027-01-03T20:00', '2027-01-04T12:00')]
    expect(changes({ overrides })).toEqual(['c 2027-01-03T20:00:00+00:00 2027-01-04T09:00:00+00:00'])
    expect(changes({ overrides }, 2027)).toEqual(['c 2027-01-04T09:00:00+00:00 2027-01-04T12:00:00+00:00'])
  })

  it.each([
    // Clocks go forward at 02:00 on 29 March: 02:30 takes the offset before the gap.
    ['2026-03-29T02:30', '2026-03-29T04:00', 'd 2026-03-29T03:30:00+02:00 2026-03-29T04:00:00+02:00'],
    // They go back at 03:00 on 25 October: the first 02:30 is meant.
    ['2026-10-25T02:30', '2026-10-25T04:00', 'd 2026-10-25T02:30:00+02:00 2026-10-25T04:00:00+01:00'],
  ])('from %s to %s where clocks change', (from, to, expected) => {
    expect(changes({ timeZone: 'Europe/Berlin', overrides: [override('d', from, to)] })).toEqual([expected])
  })

  it.each([
    ['2026-01-06T18:00', '2026-01-06', 'mixes or misspells dates and times'],
    ['2026-01-06T25:00', '2026-01-07T01:00', 'mixes or misspells dates and times'],
    ['2026-01-06T18:00', '2026-01-06T18:00', 'ends before it begins'],
  ])('from %s to %s is refused', (from, to, message) => {
    expect(() => calendar({ overrides: [override('d', from, to)] })).toThrow(message)
  })

  it('two with times may not overlap, and each needs its engineer on every duty day that it touches', () => {
    expect(() =>
      calendar({ overrides: [...evening, override('c', '2026-01-06T21:00', '2026-01-07T01:00')] }),
    ).toThrow('overlaps')
    // 08:00 belongs to the duty day of the 5th, on which d is away.
    const engineers = { d: { unavailable: [{ from: '2026-01-05', to: '2026-01-05' }] } }
    const night = [override('d', '2026-01-06T08:00', '2026-01-06T12:00')]
    expect(() => calendar({ engineers, overrides: night })).toThrow('unavailable on 2026-01-05')
    expect(changes({ engineers, overrides: evening })).toHaveLength(1)
  })
})
