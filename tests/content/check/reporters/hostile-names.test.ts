import { expect, it } from 'vitest'
import { reporters } from '../../../../src/content/check/reporters/index.ts'
import type { Finding } from '../../../../src/content/read/findings.ts'
import { printable, printableLines } from '../../../../src/text/printable.ts'

const HOSTILE = [
  'x\n::stop-commands::zz\n.md',
  '\u001b[2J\u001b[1;32mNo mistakes found.\u001b[8m',
  'a\r::error::b',
  'a\u0085::warning::b',
  'a\u2028::add-mask::b',
  'gpj.\u202egnp.exe',
  'a\u009b2Jb',
  '::error file=x::y',
]

/** What a terminal or the log of a workflow would obey. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/

const finding = (text: string): Finding => ({
  file: text,
  line: 1,
  column: 1,
  severity: 'error',
  rule: 'invalid-value',
  message: `"title" is "${text}"`,
  hint: `Write ${text}`,
})

it.for(HOSTILE)('%j reaches neither the terminal nor the log of a workflow as a command', (text) => {
  for (const format of ['text', 'github']) {
    const report = reporters[format]?.([finding(text)]) ?? ''
    expect(report).not.toMatch(OBEYED)
    const commands = report.split('\n').filter((line) => line.startsWith('::'))
    expect(commands.length).toBe(format === 'github' ? 1 : 0)
  }
})

it('text that people read stays as it is', () => {
  const text = 'Łukasz → 予定 👩‍💻 “ok”'
  expect(printable(text)).toBe(text)
  expect(printableLines(`${text}\n\t${text}`)).toBe(`${text}\n\t${text}`)
})
