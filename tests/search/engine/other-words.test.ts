import { describe, expect, it } from 'vitest'
import { SYMPTOMS } from '../../../src/search/engine/english/symptoms.ts'
import { GERMAN, spellingsOf } from '../../../src/search/engine/english/german.ts'
import { OPERATIONS } from '../../../src/search/engine/english/operations.ts'
import { engineOf, saidOf } from './memory-index.ts'

const fillers = Array.from({ length: 12 }, (_, index) => ({
  id: `filler-${String(index)}`,
  title: `Chapter ${String(index)} of the handbook`,
  text: 'Parcels, vans and depots: how they are planned, washed and counted.',
}))

const engine = engineOf([
  {
    id: 'copies',
    title: 'Duplicate parcels',
    keywords: ['counted twice'],
    text: 'A parcel is there as a copy.',
  },
  { id: 'gap', title: 'A scan is missing', text: 'There is a gap in the list of scans.' },
  { id: 'nan', title: 'NaN in place of a weight', text: 'The scale was off.' },
  { id: 'certificate', title: 'Certificate of the gate has expired', text: 'Order another one.' },
  {
    id: 'disk',
    title: 'GateFilesystemAlmostOutOfSpace',
    names: ['GateFilesystemAlmostOutOfSpace'],
    text: 'Look.',
  },
  { id: 'evict', title: 'GuestCannotBeEvicted', names: ['GuestCannotBeEvicted'], text: 'Look.' },
  ...fillers,
])
const first = async (query: string) => (await (await engine).search(query)).found[0]?.id

describe('German words between English ones', () => {
  it.each([
    ['parcels doppelt', 'copies'],
    ['warum sind die parcels schon wieder doppelt', 'copies'],
    ['ein scan fehlt', 'gap'],
    ['lücke beim scan', 'gap'],
    ['luecke beim scan', 'gap'],
    ['gate certificate abgelaufen', 'certificate'],
  ])('"%s" finds its page', async (query, id) => {
    expect(await first(query)).toBe(id)
  })

  it('make no answer where the rest is about something else', async () => {
    expect(await first('urlaub im schwarzwald doppelt gebucht')).toBeUndefined()
  })
})

describe('what people call the things that they operate', () => {
  it.each([
    ['ssl cert is no longer valid', 'certificate'],
    ['gate disk nearly full', 'disk'],
    ['vm cannot be evicted', 'evict'],
  ])('"%s" finds its page', async (query, id) => {
    expect(await first(query)).toBe(id)
  })

  it('is no fault alone: of another trade it finds nothing', async () => {
    for (const query of ['birth certificate copy of my mother', 'coffee machine', 'vm ware stock price'])
      expect(await first(query), query).toBeUndefined()
  })
})

it.each(['it says n a n for the weight', 'weight is N A N', 'weight n. a. n.'])(
  'letters that were dictated one by one are a word: %s',
  async (query) => {
    expect(await first(query)).toBe('nan')
  },
)

it('what people say while they think is not missing', async () => {
  const answer = await (await engine).search('um hmm so yeah the scan is missing i dunno')
  expect(answer.found[0]?.id).toBe('gap')
  expect(answer.missing).toEqual([])
})

it('two words of one meaning are no two witnesses', async () => {
  const { found } = await (await engine).search('copy of duplicate printer cartridge invoices')
  expect(found).toEqual([])
})

it('a title that is one name is full only with all words of the name', async () => {
  const names = await engineOf([
    { id: 'all', title: 'NoReadyGateController', names: ['NoReadyGateController'], text: 'gate' },
    {
      id: 'other',
      title: 'LowReadyGateControllersCount',
      names: ['LowReadyGateControllersCount'],
      text: 'gate',
    },
    ...fillers,
  ])
  expect((await names.search('no gate controller is ready')).found[0]?.id).toBe('all')
  expect((await names.search('count of ready gate controllers is low')).found[0]?.id).toBe('other')
})

describe('an answer that lacks much of the query', () => {
  it('is called a guess, with what it lacks', async () => {
    const answer = await (await engine).search('duplicate parcels in the hospital')
    expect(answer.found[0]?.id).toBe('copies')
    expect(saidOf(answer)).toEqual(['This is a guess: the first page does not have [hospital].'])
  })

  it('is no guess where nothing or little is missing', async () => {
    for (const query of ['duplicate parcels', 'a scan is missing', 'GuestCannotBeEvicted'])
      expect(saidOf(await (await engine).search(query)).join(' '), query).not.toContain('guess')
  })
})

describe('the tables of words', () => {
  it('name only meanings that there are', () => {
    const known = new Set([...Object.keys(SYMPTOMS), ...Object.keys(OPERATIONS)])
    expect(Object.keys(GERMAN).filter((id) => !known.has(id))).toEqual([])
    // A meaning of both tables would count as a fault and as a thing.
    expect(Object.keys(OPERATIONS).filter((id) => Object.hasOwn(SYMPTOMS, id))).toEqual([])
  })

  it.each(Object.entries({ ...OPERATIONS, ...GERMAN }))('have no phrase twice or empty in %s', (_, row) => {
    const phrases = row.split(/,\s*/)
    expect(phrases.filter((phrase) => phrase.trim() === '')).toEqual([])
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
  })

  it('write umlauts in both ways', () => {
    expect(spellingsOf('lücke')).toEqual(['lücke', 'luecke'])
    expect(spellingsOf('doppelt')).toEqual(['doppelt'])
  })
})
