import { describe, expect, test } from 'vitest'
import {
  LINES_READ,
  MAX_READ,
  TELLING_WORDS,
  isExcerpt,
  tellingWords,
} from '../../../src/search/engine/excerpt.ts'

const telling = (text: string) => tellingWords(text, () => 1, 50)

describe('what is set aside of a log', () => {
  test.each([
    ['a timestamp', '2026-11-21T03:12:44.107Z broker', ['broker']],
    ['a time in brackets', '[03:12:44,107] broker', ['broker']],
    ['a UUID', 'request 7f3c2a10-9d4e-4e0b-a3f1-2b6f0c1d9a77 rejected', ['request', 'rejected']],
    ['a hash', 'commit3 9fceb02d0ae598e95dc970b74767f19372d61af8 merged', ['commit3', 'merged']],
    ['an address of memory', 'segfault 0x7f3a91c2', ['segfault']],
    ['an IP address', 'refused 10.4.11.7:9092', ['refused']],
    ['a host with a port', 'broker kafka-2.internal:9092 gone', ['broker', 'gone']],
    ['a path', 'lock /var/lib/kafka/data.lock held', ['lock', 'held']],
    ['a link', 'see https://example.com/help/me now broken', ['see', 'broken']],
    ['a mail address', 'mailto ops@example.com bounced', ['mailto', 'bounced']],
    ['a number', 'retries 2147483646 left', ['retries', 'left']],
    ['the value of an assignment, but not its key', 'groupId=engagement-loader', ['groupid']],
    ['the packages of a class', 'org.apache.kafka.errors.TimeoutException', ['timeoutexception']],
    ['what every log says', 'ERROR main java.lang Exception in thread', []],
    [
      'stack frames',
      'stalled\n\tat com.example.Loader.run(Loader.java:118)\n  File "/srv/a.py", line 3, in f\n... 12 more',
      ['stalled'],
    ],
  ])('%s', (_, text, words) => {
    expect(telling(text)).toEqual(words)
  })

  test('the name of an option stays whole in its words', () => {
    expect(telling('raise max.poll.interval.ms')).toEqual(['raise', 'max', 'poll', 'interval', 'ms'])
  })
})

test('the rarest words are kept', () => {
  const pages: Record<string, number> = { consumer: 9, rebalanced: 1, group: 5 }
  expect(tellingWords('consumer group rebalanced', (word) => pages[word] ?? 0, 2)).toEqual([
    'rebalanced',
    'group',
  ])
})

test.each([
  ['kafka lag', false],
  ['  kafka lag\n', false],
  ['two\nlines', true],
  ['x'.repeat(200), true],
])('%j is pasted: %s', (text, pasted) => {
  expect(isExcerpt(text)).toBe(pasted)
})

describe('of a long paste', () => {
  const [first, middle, last] = ['broker', 'rebalance', 'retention']
  const read = (filler: string) => telling(`${first}\n${filler}\n${middle}\n${filler}\n${last}`)

  test('both ends are read for words, and what lies between many lines is not', () => {
    expect(read('INFO polled\n'.repeat(LINES_READ))).toEqual(expect.arrayContaining([first, last]))
    expect(read('INFO polled\n'.repeat(LINES_READ))).not.toContain(middle)
    expect(read('INFO polled\n'.repeat(10))).toContain(middle)
  })

  test('both ends are read for words, and what lies between long lines is not', () => {
    const line = `${'INFO polled '.repeat(MAX_READ / 100)}\n`
    expect(read(line.repeat(10))).toEqual(expect.arrayContaining([first, last]))
    expect(read(line.repeat(10))).not.toContain(middle)
  })

  test('no more words are searched for than of a short one', () => {
    const words = Array.from(
      { length: 10_000 },
      (_, i) => `lager${String.fromCharCode(97 + (i % 26)).repeat(1 + (i % 40))}`,
    )
    expect(tellingWords(words.join(' '), () => 1)).toHaveLength(TELLING_WORDS)
  })
})

test('a hostile token of 100 KB does not hold the page up', () => {
  for (const token of [
    'a.'.repeat(50_000),
    '/a'.repeat(50_000),
    'a'.repeat(100_000),
    '='.repeat(100_000),
    '"'.repeat(100_000),
  ]) {
    expect(telling(`broker ${token}`)).toContain('broker')
  }
})
