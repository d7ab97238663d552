import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'
import { weeklyOrder } from '../../../src/calendar/import/weekly.ts'

const day = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10)
const weeks = (people: string, days = 7) =>
  people
    .split(' ')
    .map((person, index) => `${day(days * index)},${person}`)
    .join('\n')

/** The order that weeks from 5 January 2026 show, with what is said about it. */
function order(text: string) {
  const found = weeklyOrder(readSchedule(text, { timeZone: 'UTC' }), 'UTC')
  if (typeof found === 'string') return found
  return {
    people: found.people.map(({ name }) => name).join(' '),
    from: new Date(found.anchor).toISOString().slice(0, 10),
    notes: found.notes,
  }
}

describe('the weekly order that shifts show', () => {
  it('a swap does not hide it', () => {
    expect(order(weeks('a b c b a c a b c a b c'))).toEqual({
      people: 'a b c',
      from: '2026-01-05',
      notes: [],
    })
  })

  it('is that of the most weeks, and not the shortest that nearly fits', () => {
    expect(order(weeks('a b a b a c a b a b a b'))).toMatchObject({ people: 'a b' })
    expect(order(weeks('a b c d a b c d a b c d'))).toMatchObject({ people: 'a b c d' })
  })

  it.each([
    ['a b a c a b a c a b a c', 'a, b', 'c'],
    ['a a b a a b a a b', 'a', 'b'],
    ['a b c a b d a b c a b d', 'a, b, c', 'd'],
  ])('loses nobody: in %j the order %s would', (people, nearly, lost) => {
    expect(order(weeks(people))).toBe(
      `The weeks of the file nearly follow the order ${nearly}, but ${lost} would have no turn in it: a rota gives everybody one turn in a round.`,
    )
  })

  it('says who had a week and has no place in it', () => {
    expect(order(weeks('a b c a x c a b c a b c'))).toEqual({
      people: 'a b c',
      from: '2026-01-05',
      notes: [
        'x has no place in the order: their weeks are covers. Add them to `rotation` if they take turns.',
      ],
    })
  })

  it('somebody who joined or left since is no mistake: the later weeks show the order, and from when', () => {
    const note = (from: string) =>
      `The weeks before ${from} follow another order than those since, and were left out.`
    expect(order(weeks('a b a b a b a b a b a b c a b c a b c a b c'))).toEqual({
      people: 'a b c',
      from: day(70),
      notes: [note(day(70))],
    })
    expect(order(weeks('a b c a b c a b c a b a b a b a b'))).toEqual({
      people: 'a b',
      from: day(63),
      notes: [note(day(63))],
    })
  })

  it.each(['a b c a a b b c', 'a', 'a b', 'a b c c c'])('guesses none in %j', (people) => {
    expect(order(weeks(people))).toMatch(/show no order that repeats|would have no turn/)
  })

  it('lines of single days are the turn that they are together', () => {
    const daily = 'a b c a b c'
      .split(' ')
      .flatMap((person) => Array.from({ length: 7 }, () => person))
      .join(' ')
    expect(order(weeks(daily, 1))).toEqual({ people: 'a b c', from: '2026-01-05', notes: [] })
    expect(order(weeks('a b c a b c', 1))).toContain('Nobody is on call for four days or longer')
  })

  it.each([
    ['a b c d e f g h a b c d e f g', 'h', 'a b c d e f g h'],
    ['a b c a', 'b', 'a b c'],
    ['a b a b a b', 'a', 'a b'],
  ])('a last shift until further notice is one week: %j, then %s', (before, last, people) => {
    const event = (who: string, week: number, end = day(7 * (week + 1))) =>
      `BEGIN:VEVENT\nDTSTART:${day(7 * week).replaceAll('-', '')}T090000Z\nDTEND:${end.replaceAll('-', '')}T090000Z\nSUMMARY:${who}\nEND:VEVENT\n`
    const names = before.split(' ')
    const events = [...names.map((who, week) => event(who, week)), event(last, names.length, '2126-01-07')]
    expect(order(`BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR`)).toEqual({
      people,
      from: '2026-01-05',
      notes: [],
    })
  })

  it('two people at once are two schedules', () => {
    const event = (start: string, end: string, who: string) =>
      `BEGIN:VEVENT\nDTSTART:${start}T090000Z\nDTEND:${end}T090000Z\nSUMMARY:${who}\nEND:VEVENT\n`
    const text = `BEGIN:VCALENDAR\n${event('20260105', '20260112', 'a')}${event('20260105', '20260112', 'b')}END:VCALENDAR`
    expect(order(text)).toBe(
      'The file has a and b on call at once at 2026-01-05 09:00: a rota has one person at a time. Export one schedule alone.',
    )
  })
})
