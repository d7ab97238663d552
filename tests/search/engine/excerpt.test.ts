import { describe, expect, test } from 'vitest'
import {
  LINES_READ,
  faultLines,
  isExcerpt,
  isFrame,
  isMachineText,
  isProbe,
  withoutVarying,
} from '../../../src/search/engine/excerpt.ts'
import { languageOf } from '../../../src/search/engine/language.ts'
import { tokens } from '../../../src/search/engine/terms.ts'

const telling = (text: string) =>
  text
    .split('\n')
    .filter((line) => !isFrame(line))
    .flatMap((line) => tokens(withoutVarying(line), languageOf('en')).map(({ word }) => word))

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
    ['a link', 'see https://example.com/help/me now broken', ['see', 'now', 'broken']],
    ['a mail address', 'mailto ops@example.com bounced', ['mailto', 'bounced']],
    ['a number', 'retries 2147483646 left', ['retries', 'left']],
    ['the value of an assignment, but not its key', 'groupId=engagement-loader', ['groupid']],
    ['the packages of a class', 'org.apache.kafka.errors.TimeoutException', ['timeout']],
    [
      'stack frames',
      'stalled\n\tat com.example.Loader.run(Loader.java:118)\n  File "/srv/a.py", line 3, in f\n... 12 more',
      ['stalled'],
    ],
  ])('%s', (_, text, words) => {
    expect(telling(text)).toEqual(words)
  })

  test('the name of an option stays whole', () => {
    expect(telling('raise max.poll.interval.ms')).toEqual(['raise', 'maxpollintervalms'])
  })
})

test.each([
  ['kafka lag', false],
  ['  kafka lag\n', false],
  ['two\nlines', true],
  ['x'.repeat(200), true],
])('%j is pasted: %s', (text, pasted) => {
  expect(isExcerpt(text)).toBe(pasted)
})

describe('the line that names the fault', () => {
  test.each([
    [
      'the innermost cause',
      'Exception in thread "main" A\nCaused by: B\n\tat x(y)\nCaused by: C\n... 3 more',
      'Caused by: C',
    ],
    [
      'what a Python program raised',
      'Traceback (most recent call last):\n  File "a.py", line 3, in f\n    x = 1 / 0\nZeroDivisionError: division by zero',
      'ZeroDivisionError: division by zero',
    ],
    [
      'a line that speaks of an error',
      'INFO polled\nWARN lost the leader\nINFO polled',
      'WARN lost the leader',
    ],
    ['otherwise the first', 'INFO polled\nINFO again', 'INFO polled'],
  ])('is %s', (_, text, line) => {
    expect(faultLines(text)[0]).toBe(line)
  })

  test('is looked for at both ends of a long paste', () => {
    const filler = 'INFO polled\n'.repeat(LINES_READ)
    expect(faultLines(`ERROR first\n${filler}\nERROR middle\n${filler}\nERROR last`)).toEqual([
      'ERROR first',
      'ERROR last',
    ])
  })
})

test.each([
  ['kafka lag is high', false],
  ['java.lang.ArithmeticException: / by zero', true],
  ['FATAL: password authentication failed', true],
])('%j is what a program prints: %s', (text, machine) => {
  expect(isMachineText(text)).toBe(machine)
})

test.each([
  ['why is the table empty', false],
  ["' OR 1=1; DROP TABLE users; --", true],
  ['SELECT * FROM customers WHERE id = 1', true],
  ['<script>alert(1)</script>', true],
  ['Dependencies not met for <TaskInstance: growth>', false],
])('%j is code for another program: %s', (text, probe) => {
  expect(isProbe(text)).toBe(probe)
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
