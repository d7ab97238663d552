import { expect, it } from 'vitest'
import { withoutSecrets } from '../../../../src/content/check/secrets/redact.ts'

const finding = (message: string) => ({
  file: `content/${message}`,
  severity: 'error' as const,
  rule: 'x',
  message,
  hint: message,
})
const cleaned = (message: string, ...values: string[]) =>
  withoutSecrets([finding(message)], new Set(values)).map((each) => [each.file, each.message, each.hint])

it.each([
  ['a secret', 'It has hunter22 in it', ['hunter22'], 'It has … in it'],
  ['one twice', 'hunter22hunter22', ['hunter22'], '……'],
  ['the longer of two', 'hunter22!', ['hunter2', 'hunter22'], '…!'],
  ['one at the end', 'is hunter22', ['hunter22'], 'is …'],
  ['a short one', 'is abc.', ['abc'], 'is ….'],
  ['none', 'is hunter', ['hunter22'], 'is hunter'],
  ['an empty one', 'is hunter', ['', 'x9x9x9'], 'is hunter'],
])('%s is left out', (_, message, values, expected) => {
  expect(cleaned(message, ...values)).toEqual([[`content/${expected}`, expected, expected]])
})

it('thousands of secrets in thousands of findings take no time of the one times the other', () => {
  const values = new Set(Array.from({ length: 20_000 }, (_, at) => `${String(at * 7919)}q7Zt9LwXv2`))
  const findings = Array.from({ length: 20_000 }, (_, at) =>
    finding(`The value ${String(at * 7919)}q7Zt9LwXv2 is one`),
  )
  const before = process.cpuUsage()
  const few = withoutSecrets(findings, new Set([...values].slice(0, 100)))
  const { user: timeOfFew } = process.cpuUsage(before)
  const next = process.cpuUsage()
  const all = withoutSecrets(findings, values)
  const { user: timeOfAll } = process.cpuUsage(next)
  expect(few.length).toBe(20_000)
  expect(all.every(({ message }) => message === 'The value … is one')).toBe(true)
  // Two hundred times as many.
  expect(timeOfAll / timeOfFew).toBeLessThan(20)
})
