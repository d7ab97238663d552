import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineOf, saidOf } from './memory-index.ts'

const PAGES = [
  {
    id: 'late',
    title: 'Late data in Kafka',
    text: 'The consumer lag grows and events arrive hours late. Restart the loader. Partition, offset, warehouse.',
    keywords: ['consumer lag'],
    signatures: ['CommitFailedException: * already rebalanced'],
    names: ['KafkaConsumerLagHigh'],
    families: ['kafka/consumer-group'],
  },
  {
    id: 'oom',
    title: 'Spark joins out of memory',
    text: 'An executor dies while joining. Memory, heap, broadcast, driver, partition, warehouse.',
    keywords: ['heap is full'],
    signatures: ['java.lang.OutOfMemoryError: Java heap space'],
    names: ['ReportGateBlocked166'],
  },
  {
    id: 'zero',
    title: 'Division by zero',
    text: 'A figure is missing in the report, NaN or infinity. Warehouse, events, accounts.',
    families: ['ORA-0147'],
  },
  {
    id: 'stale',
    title: 'Stale data in the report',
    text: 'The report holds an old day. Warehouse, scheduler.',
  },
]
const engine = await engineOf(PAGES)

async function ask(text: string) {
  const answer = await engine.search(text)
  return { answer, said: saidOf(answer), order: answer.found.map(({ id }) => id) }
}

describe('typed words', () => {
  it('find the page that has all of them, and nothing is remarked', async () => {
    const { said, order } = await ask('consumer lag')
    expect(order[0]).toBe('late')
    expect(said).toEqual([])
  })

  it('are found whatever a question puts around them', async () => {
    const { order, said } = await ask('why does the consumer lag of this grow?')
    expect(order[0]).toBe('late')
    expect(said).toEqual([])
  })

  it.each([
    ['two letters swapped', 'kafak lag', 'kafak', 'kafka'],
    ['a letter missing', 'memry heap', 'memry', 'memory'],
    ['a letter too many', 'broaddcast memory', 'broaddcast', 'broadcast'],
    ['a wrong letter in a long word', 'exacutor memory', 'exacutor', 'executor'],
    ['words run together', 'kafkalag', 'kafkalag', 'kafka lag'],
  ])('%s: what was meant is searched for, and it says so', async (_, text, from, to) => {
    const { answer, said } = await ask(text)
    expect(answer.corrected).toEqual([{ from, to }])
    expect(answer.found.length).toBeGreaterThan(0)
    expect(said).toEqual([`Searched for [${to}] instead of [${from}].`])
  })

  it('of everyday language are never taken for a misspelling', async () => {
    // `lower` is one letter from `mower`, `broken` is two from `broker`.
    const { answer, order } = await ask('lawn mower blade')
    expect(answer.corrected).toEqual([])
    expect(order).toEqual([])
  })

  it.each([
    ['a phrase of the same meaning', 'the dashboard has not been updated', 'stale'],
    ['a word of the same meaning', 'frozen report', 'stale'],
    ['a negation in any form', 'chart doesn’t move', 'stale'],
    ['another form of the word', 'consumers lagging', 'late'],
    ['what memory is called', 'ran out of ram', 'oom'],
  ])('%s finds the page', async (_, text, id) => {
    expect((await ask(text)).order[0]).toBe(id)
  })

  it('that the best page lacks are named', async () => {
    const { order, answer, said } = await ask('consumer lag kafka certificate')
    expect(order[0]).toBe('late')
    expect(answer.missing).toEqual(['certificate'])
    expect(said).toEqual(['The first page does not have [certificate].'])
  })
})

describe('where there is no evidence', () => {
  it.each([
    ['a word that every page has by the way, among others', 'warehouse certificate expired'],
    ['small words', 'of the and'],
    ['random letters', 'qpwo eiru tyal'],
    ['a name', 'Harriet Blomqvist'],
    ['an unknown constant of a known family of programs', 'TOPIC_AUTHORIZATION_FAILED'],
    ['an error code that is another one', 'ORA-00942'],
    ['a longer name than one of a page', 'ReportGateBlocked1660'],
    ['code for another program', "' OR 1=1; DROP TABLE report; --"],
    ['an address of the web', 'https://shop.example.com/cart?id=4'],
    ['emoji', '🙂🚀'],
  ])('%s: nothing is shown as found', async (_, text) => {
    const { order, answer } = await ask(text)
    expect(order).toEqual([])
    expect(answer.closest.length).toBeLessThanOrEqual(3)
  })

  it('says which words were not found, with at most three pages that come closest', async () => {
    const { said, answer } = await ask('kafka certificate expired renewal')
    expect(said).toEqual(['No page matches all of this. Not found: [certificate], [expired], [renewal].'])
    expect(answer.closest.map(({ id }) => id)).toEqual(['late'])
  })

  it('says so where no page has any of it', async () => {
    expect((await ask('xyzzy plugh')).said).toEqual(['No page has any of this.'])
  })
})

describe('names of machines', () => {
  it.each([
    ['a code of a family that the page names', 'COORDINATOR_NOT_AVAILABLE', 'late'],
    [
      'the class that is named after a code',
      'org.apache.kafka.common.errors.UnknownMemberIdException',
      'late',
    ],
    ['a code that begins like a family', 'ORA-01476', 'zero'],
    ['an alert, however it is written', 'kafkaconsumerlaghigh', 'late'],
    ['the beginning of an alert', 'KafkaConsumer', 'late'],
  ])('%s leads to it', async (_, text, id) => {
    expect((await ask(text)).order).toEqual([id])
  })
})

describe('a quoted text', () => {
  it('that no page has is searched for word by word, and it says so', async () => {
    const { order, said } = await ask('"lag consumer grows"')
    expect(order[0]).toBe('late')
    expect(said).toEqual(['No page has exactly [lag consumer grows]; searched for the words.'])
  })

  it('that a page has leads to that page alone', async () => {
    expect((await ask('"consumer lag grows" loader')).order).toEqual(['late'])
  })
})

describe('a pasted text', () => {
  const LOG = `2026-11-21 03:12:44,107 INFO  loader-7 polling
2026-11-21 03:12:45,002 ERROR org.apache.kafka.clients.consumer.CommitFailedException: Commit refused, the group has already rebalanced
	at org.apache.kafka.clients.consumer.Heap.poll(Heap.java:118)`

  it('leads to the issue whose signature is in it, with the line and the part of it that matched', async () => {
    const { answer, order, said } = await ask(LOG)
    const hit = answer.found[0]?.hit
    expect(order).toEqual(['late'])
    expect(hit?.line).toContain('already rebalanced')
    expect(hit?.line).not.toContain('polling')
    expect(hit?.line.slice(hit.mark.start, hit.mark.end)).toMatch(
      /^CommitFailedException: .* already rebalanced$/,
    )
    expect(said[0]).toBe('One issue names a text that is in yours.')
  })

  it('with an alert in it leads to its issue', async () => {
    const { order, answer } = await ask('[FIRING:1] KafkaConsumerLagHigh (engagement-loader)')
    expect(order[0]).toBe('late')
    expect(answer.found[0]?.hit?.signature).toBe('KafkaConsumerLagHigh')
  })

  it('without a signature is searched for by its rarest words, and it says which', async () => {
    const { order, said } = await ask(
      `driver: broadcast failed\n  heap of executor 14 is full (0x7f3a) at 12:01:33\n`,
    )
    expect(order[0]).toBe('oom')
    expect(said[0]).toMatch(/^Searched for the telling words: .*\[heap\]/)
  })

  it('is not corrected: its words are names, not slips', async () => {
    const { answer } = await ask('ERROR memry manager\nlost heaap executer')
    expect(answer.corrected).toEqual([])
  })

  it('is about the cause, not about the program that was around it', async () => {
    const { order } = await ask(`ERROR TaskSetManager: Task 3 in stage 2.0 failed 4 times; aborting job
org.apache.spark.SparkException: Job aborted due to stage failure: executor driver partition
Caused by: org.apache.kafka.clients.consumer.CommitFailedException: the group has already rebalanced`)
    expect(order[0]).toBe('late')
  })
})

it('gives any text an answer, and never an error', async () => {
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
      saidOf(answer)
    }),
  )
})

it('cuts 10,000 words to a number that can be searched for', async () => {
  const { answer } = await ask(Array.from({ length: 10_000 }, (_, i) => `kafka${String(i)} lag`).join(' '))
  expect(answer.units.length).toBeLessThan(30)
})
