import { expect, it } from 'vitest'
import { languageOf } from '../../../src/search/engine/language.ts'
import { tokens } from '../../../src/search/engine/terms.ts'

const TEXTS = [
  'KafkaConsumerLagHigh fires, and the consumer’s lag does not fall.',
  'ORA-00942 at 12:04:11: org.apache.kafka.errors.TimeoutException, n/a, time-series, max.poll.interval.ms=300',
  'データの到着が遅れる Kafkaのラグ, Überläuferin, don’t',
]

it('finds a word at its place, wherever it stands and however often it was read before', () => {
  for (const tag of ['en', 'de', 'ja']) {
    const language = languageOf(tag)
    for (const text of TEXTS) {
      const alone = tokens(text, language)
      expect(alone.length).toBeGreaterThan(3)
      const later = tokens(`${text} — ${text}`, language)
      const by = text.length + ' — '.length
      expect(later).toEqual([
        ...alone,
        ...alone.map((token) => ({ ...token, start: token.start + by, end: token.end + by })),
      ])
    }
  }
})

it('reads a word in each language by its own grammar', () => {
  const terms = (tag: string) => tokens('queues', languageOf(tag)).map(({ term }) => term)
  expect(terms('en')).toEqual(['queue'])
  expect(terms('de')).toEqual(['queues'])
  expect(terms('en')).toEqual(['queue'])
})

it('reads a text of more different words than it remembers', () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `word${index.toString(36)}x`)
  const found = tokens(words.join(' '), languageOf('en'))
  expect(found.length).toBe(words.length)
  expect(found.every(({ text }, index) => text === words[index])).toBe(true)
})

it.each([
  ['analyse', 'analyze'],
  ['catalysing', 'catalyzing'],
  ['normalise', 'normalize'],
  ['normalisations', 'normalizations'],
  ['behaviour', 'behavior'],
  ['coloured', 'colored'],
  ['favourites', 'favorites'],
  ['centre', 'center'],
  ['litres', 'liters'],
  ['calibre', 'caliber'],
  ['catalogue', 'catalog'],
  ['dialogues', 'dialogs'],
  ['cancelled', 'canceled'],
  ['modelling', 'modeling'],
  ['traveller', 'traveler'],
  ['cancellation', 'cancelation'],
  ['licences', 'licenses'],
  ['offence', 'offense'],
  ['defence', 'defense'],
  ['pretence', 'pretense'],
  ['cheques', 'checks'],
  ['programmes', 'programs'],
  ['greyed', 'grayed'],
])('knows %s and %s for one word', (british, american) => {
  const { stem } = languageOf('en')
  expect(stem(british)).toBe(stem(american))
})
