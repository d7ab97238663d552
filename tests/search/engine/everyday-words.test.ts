import { describe, expect, it } from 'vitest'
import { correct, heard } from '../../../src/search/engine/spelling.ts'
import { engineOf } from './memory-index.ts'

const fillers = Array.from({ length: 12 }, (_, index) => ({
  id: `filler-${String(index)}`,
  title: `Chapter ${String(index)} of the handbook`,
  text: 'Parcels, vans and depots: how they are planned, washed and counted.',
}))

describe('a phrase of a team’s synonyms', () => {
  const engine = engineOf(
    [
      {
        id: 'gap',
        title: 'Parcels without a scan',
        keywords: ['scan missing'],
        text: 'Ask the depot where it was lost.',
      },
      { id: 'lost', title: 'Lost keys of a van', text: 'Keys that are lost: a lost key, keys of depots.' },
      { id: 'late', title: 'Vans behind their plan', keywords: ['van late'], text: 'Ask the driver.' },
      ...fillers,
    ],
    {
      synonyms: [
        ['scan missing', 'parcel vanished', 'nothing on the depot chart'],
        ['van late', 'driver delayed'],
      ],
    },
  )
  const first = async (query: string) => (await (await engine).search(query)).found[0]?.id

  it.each([
    ['as it is', 'parcel vanished', 'gap'],
    ['in another order', 'vanished: another parcel', 'gap'],
    ['in other words of the same meaning', 'two parcels disappeared', 'gap'],
    ['with words between', 'the driver of depot four is much delayed', 'late'],
  ])('finds its page %s', async (_, query, id) => {
    expect(await first(query)).toBe(id)
  })

  it('makes no answer of a query that is mostly about something else', async () => {
    const { found, closest } = await (
      await engine
    ).search('my driver license photo delayed at the embassy counter')
    expect(found).toEqual([])
    expect(closest.length).toBeGreaterThan(0)
  })
})

it('a page that is about a meaning comes before one that says it by the way', async () => {
  const engine = await engineOf([
    {
      id: 'by-the-way',
      title: 'Order of the columns',
      keywords: ['blank column'],
      text: 'Columns are sorted. A doubled column is dropped. Figures in columns.',
    },
    {
      id: 'about',
      title: 'Duplicate orders',
      keywords: ['counted twice', 'repeated orders', 'copies'],
      text: 'An order that was sent twice is there two times, as a copy. Remove the duplicates.',
    },
    ...fillers,
  ])
  expect((await engine.search('column values are doubled')).found[0]?.id).toBe('about')
})

it('an accountant is not an account', async () => {
  const engine = await engineOf([
    { id: 'account', title: 'Account is locked', text: 'The account of a user.' },
    { id: 'accountant', title: 'The accountant asks for receipts', text: 'Send them by mail.' },
    ...fillers,
  ])
  const { found } = await engine.search('our accountants')
  expect(found.map(({ id }) => id)).toEqual(['accountant'])
})

describe('a word that nobody writes', () => {
  const words = new Map([
    ['double', 3],
    ['reads', 8],
    ['authorized', 4],
    ['recovery', 2],
  ])

  it.each([
    ['dubble', 'double'],
    ['rikovery', 'recovery'],
    ['redis', undefined],
    ['qwrtzp', undefined],
  ])('%s sounds like %s', (typed, meant) => {
    expect(heard(typed, words)).toBe(meant)
  })

  it('is not taken for its opposite', () => {
    expect(correct('unauthorized', words)).toBeUndefined()
    expect(correct('athorized', words)).toBe('authorized')
  })

  it('is passed over where it was meant as a word that tells nothing', async () => {
    const engine = await engineOf(
      [{ id: 'late', title: 'Events arrive late', text: 'They arrive after midnight.' }, ...fillers],
      { synonyms: [['events arrive late', 'arriving after midnight']] },
    )
    const { found, missing } = await engine.search('events at midnigt')
    expect(found[0]?.id).toBe('late')
    expect(missing).toEqual([])
  })
})

it('a name of an error with a slip in it finds the page of that name', async () => {
  const engine = await engineOf([
    { id: 'federation', title: 'CollectorFederationError', text: 'The collector cannot reach its source.' },
    { id: 'forward', title: 'CollectorForwardError', text: 'The collector cannot send what it has.' },
    ...fillers,
  ])
  for (const slip of ['CollectorFederatoinError', 'CollectorFedertionError', 'ColllectorFederationError'])
    expect((await engine.search(slip)).found[0]?.id, slip).toBe('federation')
})

it('a title of small words is found with a slip in one of them', async () => {
  const engine = await engineOf([
    { id: 'wrong', title: 'If something goes wrong', text: 'Something is wrong: ask.' },
    ...fillers,
  ])
  expect((await engine.search('if somthing goes wrong')).found[0]?.id).toBe('wrong')
})
