import { expect, it } from 'vitest'
import { sameButAddresses } from '../../../../src/content/check/alert-rules/same-but-addresses.ts'

const RULE = 'alert: OrdersLate\nexpr: up == 0\n'
const URL = 'annotations:\n  runbook_url: https://d.example/\n'

it.each([
  ['an address is put in', RULE, RULE + URL, true],
  ['an address replaces another', RULE + URL, RULE + URL.replace('d.example', 'e.example'), true],
  ['annotations were written without any', `${RULE}annotations:\n`, RULE + URL, true],
  ['another annotation is lost', `${RULE}annotations: { summary: Late }\n`, RULE + URL, false],
  ['annotations that are a text are lost', `${RULE}annotations: Late\n`, RULE + URL, false],
  ['a condition changes', RULE, RULE.replace('0', '1'), false],
  ['a document is lost', `${RULE}---\na: 1\n`, RULE, false],
  [
    'an address is put into rules within a text',
    `data:\n  r.yaml: |\n    ${RULE.replaceAll('\n', '\n    ')}`,
    `data:\n  r.yaml: |\n    ${(RULE + URL).replaceAll('\n', '\n    ')}`,
    true,
  ],
])('two rule files say the same where %s: %s', (_, before, after, isSame) => {
  expect(sameButAddresses(before, after)).toBe(isSame)
})
