import { describe, expect, it } from 'vitest'
import { engineOf } from './memory-index.ts'

const engine = await engineOf([
  ...['2023-10-31', '2023-11-13', '2023-11-20'].map((day) => ({
    id: day,
    title: `${day} Infrastructure team meeting`,
    text: 'Who was there, and what was said.',
  })),
  { id: '4.16', title: 'Upgrade to 4.16', text: 'The steps.' },
  { id: '4.17', title: 'Upgrade to 4.17', text: 'The steps.' },
  { id: 'other', title: 'Invoices are late', text: 'Since 2023-11-14, with version 4.18 and from 10.0.0.1.' },
])
const first = async (query: string) => (await engine.search(query)).found[0]?.id

describe('a page that has a date or a version in its title', () => {
  it.each([
    ['2023-11-13', '2023-11-13'],
    ['2023-11-20 team', '2023-11-20'],
    ['meeting of 2023-10-31', '2023-10-31'],
    ['upgrade 4.17', '4.17'],
    ['4.16', '4.16'],
    ['what happened on 2023-11-13?', '2023-11-13'],
  ])('is found by it: %s', async (query, id) => {
    expect(await first(query)).toBe(id)
  })

  it.each(['2023-11-14', '4.18', '10.0.0.1', '1.4.16', '4.16.2', '3.14159'])(
    'is not found by another one, nor one that is only in the text of a page: %s',
    async (query) => {
      expect(await first(query)).toBeUndefined()
    },
  )

  it('is not found by the time of a line of a log', async () => {
    expect(await first('2023-11-13 04:16:09 ERROR KnittingNeedleMissing: no needle')).toBeUndefined()
  })

  it('leaves what was asked besides as it is: no date or version is reported as missing', async () => {
    const { found, missing } = await engine.search('invoices late since 2031-01-01 with 9.9')
    expect(found[0]?.id).toBe('other')
    expect(missing).toEqual([])
  })
})
