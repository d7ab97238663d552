import { describe, expect, it } from 'vitest'
import { identify } from '../../../src/calendar/import/identify.ts'
import { engineerOf } from '../../../src/calendar/import/people.ts'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'
import type { Person, Schedule } from '../../../src/calendar/import/schedule.ts'

const known = (name: string, more: { id?: string; email?: string } = {}) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  ...more,
})
const schedule = (people: Person[]): Schedule => ({
  tool: 'a table',
  turns: people.map((person, start) => ({ start, end: start + 1, person })),
  overrides: [],
  notes: [],
})
const idsOf = (people: Person[], engineers = [known('Kim')]) => {
  const found = identify(schedule(people), engineers)
  return { ids: found.schedule.turns.map(({ person }) => person.id), notes: found.schedule.notes }
}

describe('the people of a file', () => {
  it('a name that is a part of another name is not that person', () => {
    expect(engineerOf({ name: 'Jo Ann Smith' }, [known('Ann')])).toBeUndefined()
    expect(engineerOf({ name: 'Jo Ann Smith', title: 'Jo Ann Smith' }, [known('Ann')])).toBeUndefined()
    expect(idsOf([{ name: 'Kim Lee' }, { name: 'Bob' }, { name: 'Kim' }])).toEqual({
      ids: ['kim-lee', 'bob', 'kim'],
      notes: [],
    })
  })

  it.each([
    ['Primary: Kim Lee (backup)', 'kim-lee'],
    ['Payments on call – Kim', 'kim'],
    ['Secondary Kim Lee', 'kim-lee'],
    ['Kimberly', undefined],
    ['Kim and Kim Lee', undefined],
    ['Kim Lee / Bob', undefined],
  ])('the title %j is %j', (name, id) => {
    const engineers = [known('Kim'), known('Kim Lee'), known('Bob')]
    expect(engineerOf({ name, title: name }, engineers)).toBe(id)
  })

  it.each([
    'Covering Kim',
    'covering for Kim',
    'Instead of Kim',
    'On call: covering Kim',
    'Primary (cover for Kim)',
    'On behalf of Kim',
    'Covers Kim',
  ])('whom the title %j says to be covered is not on call, and nobody is added', (title) => {
    const event = `BEGIN:VEVENT\nDTSTART:20260105T090000Z\nDTEND:20260112T090000Z\nSUMMARY:${title}\nEND:VEVENT\n`
    const read = readSchedule(`BEGIN:VCALENDAR\n${event}END:VCALENDAR`, {})
    expect(read.turns.map(({ person }) => engineerOf(person, [known('Kim')]))).toEqual([undefined])
    const found = identify(read, [known('Kim')])
    expect(found.schedule.turns).toEqual([])
    expect(found.schedule.notes).toEqual([
      `"${title}" does not say who is on call, but whom they cover: the event was left out.`,
    ])
    expect(engineerOf({ name: title, title }, [known('Kim')])).toBeUndefined()
    expect(engineerOf({ name: `Bob ${title}`, title }, [known('Kim'), known('Bob')])).toBe('bob')
  })

  it('a title that names two engineers is left out with a note', () => {
    expect(idsOf([{ name: 'Kim / Bob', title: 'Kim / Bob' }], [known('Kim'), known('Bob')])).toEqual({
      ids: [],
      notes: ['"Kim / Bob" names Kim and Bob: it is not certain who is on call, and the event was left out.'],
    })
  })

  it('two people of one name stay two where their e-mails or logins differ', () => {
    const [one, other] = [
      { name: 'Ann', email: 'ann.a@example.org' },
      { name: 'Ann', email: 'ann.b@example.org' },
    ]
    expect(idsOf([one, other, one], []).ids).toEqual(['ann', 'ann-2', 'ann'])
    expect(
      idsOf(
        [
          { name: 'Ann', login: 'P1' },
          { name: 'Ann', login: 'P2' },
        ],
        [],
      ).ids,
    ).toEqual(['ann', 'ann-2'])
    expect(idsOf([one, other], [known('Ann', { email: 'ann.b@example.org' })]).ids).toEqual(['ann-2', 'ann'])
    const unclear = idsOf([one, other], [known('Ann')])
    expect(unclear.ids).toEqual(['ann-2', 'ann-3'])
    expect(unclear.notes).toHaveLength(2)
    expect(unclear.notes[0]).toContain('engineers/ann.yaml does not say which of them it is about')
  })

  it('a name and an id of one engineer, or a name with and without an e-mail, are one person', () => {
    const engineers = [known('Engineer A')]
    expect(
      idsOf([{ name: 'Engineer A' }, { name: 'engineer-a' }, { name: 'engineer a' }], engineers).ids,
    ).toEqual(['engineer-a', 'engineer-a', 'engineer-a'])
    expect(idsOf([{ name: 'Ann' }, { name: 'Ann', email: 'ann@example.org' }], []).ids).toEqual([
      'ann',
      'ann',
    ])
  })

  it('a name without a letter from a to z has the id of its e-mail or login, else an id must be given', () => {
    expect(idsOf([{ name: '山田', email: 'yamada@example.org' }]).ids).toEqual(['yamada'])
    expect(idsOf([{ name: '山田', login: 'Yamada.T' }]).ids).toEqual(['yamada-t'])
    expect(() => idsOf([{ name: '山田' }])).toThrow('No id can be made of the name "山田".')
    expect(idsOf([{ name: '山田' }], [known('山田', { id: 'yamada' })]).ids).toEqual(['yamada'])
  })

  it('does not choose between two engineers of one name', () => {
    expect(() => idsOf([{ name: 'Kim' }], [known('Kim'), known('Kim', { id: 'kim-2' })])).toThrow(
      '"Kim" can be any of kim, kim-2.',
    )
  })
})
