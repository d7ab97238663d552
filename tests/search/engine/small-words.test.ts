import { describe, expect, it } from 'vitest'
import { engineOf } from './memory-index.ts'

const german = await engineOf(
  [
    { id: 'last', title: 'Hohe Last auf dem Server', text: 'Die Last steigt.' },
    { id: 'not', title: 'Not-Aus', text: 'Wie der Not-Aus geht: den Schalter drücken. It is off.' },
    {
      id: 'of',
      title: 'Proof of Concept: how to',
      headings: ['Wie geht es weiter'],
      text: 'Es geht weiter.',
    },
  ],
  { language: 'de' },
)
const french = await engineOf(
  [
    { id: 'file', title: 'La file de messages déborde', text: 'Les messages arrivent en retard.' },
    { id: 'disque', title: 'Le disque est plein', text: 'Où est la place ?' },
  ],
  { language: 'fr' },
)

describe('on a site in another language', () => {
  it.each(['der', 'und', 'of', 'the', 'how', 'it is what it is', 'wie geht es dir heute', 'Guten Morgen'])(
    'small words of it, or of English, find nothing: %s',
    async (query) => {
      const { found, closest } = await german.search(query)
      expect([...found, ...closest]).toEqual([])
    },
  )

  it.each([
    ['Last', 'last'],
    ['die Last auf dem Server', 'last'],
    ['Not', 'not'],
    ['Not-Aus drücken', 'not'],
    ['Proof of Concept', 'of'],
  ])('a word that is small in English alone, or among others, finds its page: %s', async (query, id) => {
    expect((await german.search(query)).found[0]?.id).toBe(id)
  })

  it('small words of French are passed over', async () => {
    expect((await french.search('est-ce que le disque est plein')).found[0]?.id).toBe('disque')
    expect((await french.search('qui est là')).found).toEqual([])
  })
})

it('an error code finds no page that has a word that it begins with, by the way', async () => {
  const engine = await engineOf([
    { id: 'meeting', title: 'Meeting', text: 'We had pizza.' },
    { id: 'codes', title: 'Codes of the oven', families: ['OVEN'], text: 'What they mean.' },
    { id: 'invoices', title: 'Invoices are late', text: 'They come later.' },
  ])
  expect((await engine.search('PIZZA-404')).found).toEqual([])
  expect((await engine.search('OVEN-404')).found[0]?.id).toBe('codes')
})
