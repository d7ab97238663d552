import { expect, it } from 'vitest'
import { unclosedCode } from '../../../../src/content/check/rules/unclosed-code.ts'
import { runPageRule } from '../../../../src/content/check/rules/rule.ts'
import { parsePage } from '../../../../src/content/read/body.ts'
import type { ContentDocument } from '../../../../src/content/read/load.ts'
import { parseSource } from '../../../../src/content/read/source.ts'

function linesOf(body: string): (number | undefined)[] {
  const source = parseSource(Buffer.from(`---\ntitle: T\n---\n${body}\n`), 'markdown')
  const document = { ...source, file: 'a.md', path: '/a.md', id: 'a' } as unknown as ContentDocument
  return runPageRule(unclosedCode, parsePage(document)).map(({ line = 0 }) => line - 3)
}

it.each([
  ['a longer fence around a shorter one', '````text\n```yaml\na: 1\n```\n````', []],
  ['one around another of the same length', '```text\n```yaml\na: 1\n```', [1]],
  ['one around a longer one', '```text\n````yaml\na: 1\n````', [1]],
  ['a longer one that is never closed', '````text\n```yaml\na: 1\n```', [1]],
])('%s: is reported only where it was left open', (_, body, expected) => {
  expect(linesOf(body)).toEqual(expected)
})
