import { describe, expect, it } from 'vitest'
import { compareWording, plainWords, sayingOf, withoutNumbers } from '../../../src/search/engine/wording.ts'
import { engineOf } from './memory-index.ts'

describe('a text without its numbers', () => {
  it.each([
    ['took 350 ms', 'took 12 ms'],
    ['2027-03-04T22:11:09.120Z gate closed', '2026-12-31 01:00:59 gate closed'],
    [
      'request 8f31aa02-77b1-4c0d-9e11-0a1b2c3d4e5f denied',
      'request 00c0ffee-1234-4abc-8def-99887766554a denied',
    ],
    ['node postgres08 is down', 'node postgres113 is down'],
  ])('%s is as %s', (one, other) => {
    expect(withoutNumbers(plainWords(one))).toBe(withoutNumbers(plainWords(other)))
  })

  it('keeps its words, also those of hexadecimal letters', () => {
    expect(withoutNumbers(plainWords('feed faced dead code'))).toBe(' feed faced dead code ')
  })
})

it('a text that a page has with its own numbers is nearer than one with others', () => {
  const saying = sayingOf('upgrade of the cluster to 4.16 stops')
  const same = compareWording(saying, plainWords('The upgrade of the cluster to 4.16 stops.'))
  const other = compareWording(saying, plainWords('The upgrade of the cluster to 4.15 stops.'))
  expect(same).toEqual({ share: 1, isWhole: true })
  expect(other.isWhole).toBe(true)
  expect(other.share).toBeLessThan(1)
})

const FILLER = Array.from({ length: 12 }, (_, index) => ({
  id: `page-${String(index)}`,
  title: `Page ${String(index)}`,
  text: `The weather of day ${String(index)}: error ${String(index)}.`,
}))
const search = async (pages: Parameters<typeof engineOf>[0], query: string) =>
  (await engineOf([...pages, ...FILLER])).search(query)

describe('an error with other numbers and ids', () => {
  const printed =
    '2026-01-01 10:00:00.123 ERROR [worker-3] shard 17 of store 8f31aa02 refused the lease after 350 ms: lease held by 0c0ffee0'
  const pasted =
    '2027-11-30 23:59:59.001 ERROR [worker-41] shard 2 of store 77b1d00e refused the lease after 12345 ms: lease held by 12abcdef'
  const owner = { id: 'owner', title: 'Leases', text: `What is seen.\n${printed}\nWhat to do.` }

  it('finds the page that prints it', async () => {
    expect((await search([owner], pasted)).found[0]?.id).toBe('owner')
  })

  it('finds that page though a name of machines in it is of another page', async () => {
    const line = `${pasted} (LeaseKeeper)`
    const own = { ...owner, text: `What is seen.\n${printed} (LeaseKeeper)\nWhat to do.` }
    const named = { id: 'keeper', title: 'LeaseKeeper', text: 'The keeper of leases.' }
    expect((await search([named, own], line)).found[0]?.id).toBe('owner')
  })

  it('finds that page from the midst of a long log', async () => {
    const log = ['INFO starting up', 'INFO connected to the archive', pasted, 'INFO shutting down'].join('\n')
    expect((await search([owner], log)).found[0]?.id).toBe('owner')
  })
})

describe('a heading', () => {
  const headed = (id: string, headings: string[]) => ({ id, title: id, headings, text: headings.join('. ') })

  it('that one page alone has finds that page, of small words too', async () => {
    const pages = [headed('one', ['What not to do']), headed('two', ['Not to be done: what']), ...FILLER]
    expect((await search(pages, 'What Not To Do')).found[0]?.id).toBe('one')
  })

  it('does not come before a page of that title or keyword', async () => {
    const titled = { id: 'titled', title: 'Restart the loader', text: 'Restart.' }
    const pages = [headed('one', ['Restart the loader']), titled]
    expect((await search(pages, 'restart the loader')).found[0]?.id).toBe('titled')
  })

  it('that many pages have leads to none of them alone', async () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      headed(`many-${String(index)}`, ['Before you begin']),
    )
    expect((await search(many, 'Before you begin')).found).toEqual([])
  })
})
