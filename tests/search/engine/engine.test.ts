import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/search/engine/engine.ts'
import { notesOf } from '../../../src/search/engine/notes.ts'
import { resultsOf } from '../../../src/search/engine/results.ts'
import { fakeIndex } from './fake-index.ts'

const PAGES = [
  {
    id: 'late',
    title: 'Late data in Kafka',
    text: 'The consumer lag grows and events arrive hours late. Restart the loader. Partition, offset, warehouse.',
    signatures: ['CommitFailedException: * already rebalanced'],
    alerts: ['KafkaConsumerLagHigh'],
  },
  {
    id: 'oom',
    title: 'Spark joins out of memory',
    text: 'An executor dies while joining. Memory, heap, broadcast, driver, partition, warehouse.',
    signatures: ['java.lang.OutOfMemoryError: Java heap space'],
  },
  {
    id: 'zero',
    title: 'Division by zero',
    text: 'A figure is missing in the report, NaN or infinity. Warehouse, events, accounts.',
  },
]

async function ask(text: string) {
  const { pagefind, lookup, asked } = fakeIndex(PAGES)
  const answer = await createEngine(pagefind, lookup).search(text)
  const notes = notesOf(answer).map((note) =>
    note.map((part) => (typeof part === 'string' ? part : `[${part.word}]`)).join(''),
  )
  return { answer, asked, notes, order: resultsOf(answer).map(({ id }) => id) }
}

describe('the ladder', () => {
  test('a page with every word is found, and nothing is remarked', async () => {
    const { answer, notes, order } = await ask('consumer lag')
    expect(order[0]).toBe('late')
    expect(answer.confident).toBe(true)
    expect(notes).toEqual([])
  })

  test('small words of a question do not hide the page', async () => {
    const { order, notes } = await ask('why does the consumer lag of this grow?')
    expect(order[0]).toBe('late')
    expect(notes).toEqual([])
  })

  test.each([
    ['two letters swapped', 'kafak lag', 'kafak', 'kafka'],
    ['a letter missing', 'memry heap', 'memry', 'memory'],
    ['a letter too many', 'broaddcast', 'broaddcast', 'broadcast'],
    ['a wrong letter', 'executer driver', 'executer', 'executor'],
  ])('%s: the word that was meant is searched for, and it says so', async (_, text, from, to) => {
    const { answer, notes } = await ask(text)
    expect(answer.corrected).toEqual([{ from, to }])
    expect(answer.confident).toBe(true)
    expect(notes).toEqual([`Searched for [${to}] instead of [${from}].`])
  })

  test('a quoted text that no page has is searched for word by word, and it says so', async () => {
    const { order, notes } = await ask('"lag consumer grows"')
    expect(order[0]).toBe('late')
    expect(notes).toEqual(['No page has exactly [lag consumer grows]; searched for the words.'])
  })

  test('a quoted text that a page has counts as one', async () => {
    const { order, notes, asked } = await ask('"consumer lag grows" loader')
    expect(order).toEqual(['late'])
    expect(asked).toContain('"consumer lag grows"')
    expect(notes).toEqual([])
  })

  test('words that the best page lacks are dropped, and it says which', async () => {
    const { order, answer, notes } = await ask('consumer lag loader restart heap')
    expect(order[0]).toBe('late')
    expect(answer.missing).toEqual(['heap'])
    expect(notes).toEqual(['No page has all of it; showing pages without [heap].'])
  })

  test('pages that have little of it are shown as a guess', async () => {
    const { answer, notes } = await ask('warehouse certificate expired yesterday')
    expect(answer.confident).toBe(false)
    expect(notes.at(-1)).toBe('None of these fits well.')
  })

  test('where no page has any word, the nearest titles are offered', async () => {
    const { answer, order, notes } = await ask('dvsn xyzzy')
    expect(answer.found).toEqual([])
    expect(order.length).toBeGreaterThan(0)
    expect(notes).toEqual(['No page has [dvsn xyzzy]. The nearest titles:'])
  })

  test('an error code is never taken for another one', async () => {
    const { answer } = await ask('ORA-00942')
    expect(answer.corrected).toEqual([])
    expect(answer.confident).toBe(false)
  })
})

describe('a pasted text', () => {
  const LOG = `2026-11-21 03:12:44,107 INFO  loader-7 polling
2026-11-21 03:12:45,002 ERROR org.apache.kafka.clients.consumer.CommitFailedException: Commit refused, the group has already rebalanced
	at org.apache.kafka.clients.consumer.Heap.poll(Heap.java:118)`

  test('leads to the issue whose signature stands in it, with the line that matched', async () => {
    const { answer, order, notes } = await ask(LOG)
    expect(order[0]).toBe('late')
    expect(answer.signatures[0]?.line).toContain('already rebalanced')
    expect(answer.signatures[0]?.line).not.toContain('polling')
    expect(answer.confident).toBe(true)
    expect(notes[0]).toBe('One issue names a text that stands in yours.')
  })

  test('an issue is listed once, though it is found by its signature and by its words', async () => {
    const { order } = await ask(LOG)
    expect(order.filter((id) => id === 'late')).toHaveLength(1)
  })

  test('an alert in it leads to its issue', async () => {
    const { order, answer } = await ask('[FIRING:1] KafkaConsumerLagHigh (engagement-loader)')
    expect(order[0]).toBe('late')
    expect(answer.signatures[0]?.signature).toBe('KafkaConsumerLagHigh')
  })

  test('without a signature its rarest words are searched for, and it says which', async () => {
    const { order, answer, notes } = await ask(
      `driver: broadcast failed\n  heap of executor 14 is full (0x7f3a) at 12:01:33\n`,
    )
    expect(order[0]).toBe('oom')
    expect(answer.matched).toEqual(expect.arrayContaining(['driver', 'broadcast', 'heap', 'executor']))
    expect(notes[0]).toMatch(/^Searched for the telling words: .*\[heap\]/)
  })

  test('is never corrected: its words are names, not slips', async () => {
    const { answer } = await ask('ERROR memry manager\nlost heaap executer')
    expect(answer.corrected).toEqual([])
  })
})

test('any text gets an answer, and never an error', async () => {
  const { pagefind, lookup } = fakeIndex(PAGES)
  const engine = createEngine(pagefind, lookup)
  const text = fc.oneof(
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 200 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '"',
      '""',
      '"a',
      '*',
      '\ud800',
      '<img src=x onerror=alert(1)>',
      '\n\n',
      '\0',
    ),
    fc
      .array(fc.constantFrom('kafka', 'lag', '"', '-', '__proto__', 'heap\n'), { maxLength: 60 })
      .map((all) => all.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (query) => {
      const answer = await engine.search(query)
      for (const { coverage } of answer.found) {
        expect(coverage).toBeGreaterThanOrEqual(0)
        expect(coverage).toBeLessThanOrEqual(1)
      }
      notesOf(answer)
    }),
  )
})

test('10,000 words are cut to a number that can be searched for', async () => {
  const { asked } = await ask(Array.from({ length: 10_000 }, (_, i) => `kafka${String(i)} lag`).join(' '))
  expect(asked.length).toBeLessThan(30)
})
