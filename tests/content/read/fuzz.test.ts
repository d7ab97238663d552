import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { markdownToHtml, mdxToJs } from 'satteri'
import { expect, test } from 'vitest'
import { withoutFrontmatter } from '../../../src/content/astro/mdx-frontmatter.ts'
import { checkContent } from '../../../src/content/check/check.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { parseSource } from '../../../src/content/read/source.ts'
import { TODAY, withContent } from '../check/broken-content.ts'

const key = fc.constantFrom(
  'title',
  'summary',
  'runbook',
  'severity',
  'components',
  'reviewed',
  'aliases',
  '__proto__',
  'x y',
  '',
)
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'sev1',
    '2026-02-30',
    '*x',
    '&x y',
    '!!js/function x',
    '{a: b}',
    '[1',
    '~',
    '17:30',
    '- a',
    '| x',
    '%',
    '@',
    '\t',
    'x: y',
    "'it's",
    "'it's'",
    '"x',
    '\n\tx: y',
    '\r',
  ),
)
const line = fc.oneof(
  fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
  fc.tuple(key, scalar).map(([name, value]) => `${name}:\n  - ${value}`),
  scalar,
)
const fence = fc.constantFrom('---', '---\n', '--- ', '---js', '----', '+++', '')
const body = fc.array(
  fc.constantFrom(
    '## Fix',
    '### Part',
    '---',
    '{a}',
    '{/* note */}',
    '<b>',
    '<b>x</b>',
    '<B>',
    '<!-- note -->',
    '<br />',
    '\\{ \\<',
    '{',
    '```',
    '```text\n<x>\n```',
    '[x](../y.md)',
    '[x](https://example.com)',
    '![](z.png)',
    'é😀',
    '> [!NOTE]\n> text',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '1. one',
    '+++',
    'import x',
    'export default 1',
  ),
  { maxLength: 5 },
)
const file = fc
  .tuple(fence, fc.array(line, { maxLength: 6 }), fence, body)
  .map(([open, lines, close, rest]) => [open, ...lines, close, ...rest].join('\n'))

test('no file, whatever is in it, keeps the check from naming what is wrong', () => {
  withContent((root) => {
    fc.assert(
      fc.property(
        file,
        fc.constantFrom(
          'issues/orders-late.md',
          'runbooks/orders.mdx',
          'site.yaml',
          'engineers/engineer-a.yaml',
        ),
        (text, name) => {
          writeFileSync(path.join(root, name), text)
          // Without rotas: planning has properties of its own, and takes the time of a hundred files.
          for (const finding of checkContent({ ...loadContent(root), rotas: new Map() }, { today: TODAY })) {
            const { line = 1, column = 1 } = finding
            const lines = readFileSync(finding.file, 'utf8').split('\n')
            expect(line).toBeGreaterThan(0)
            expect(line).toBeLessThanOrEqual(lines.length)
            expect(column).toBeGreaterThan(0)
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
            expect(finding.hint).not.toBe('')
            expect(finding.message).not.toMatch(/undefined|\[object/)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('what the parser accepts, Astro splits in the same place', () => {
  fc.assert(
    fc.property(file, (text) => {
      const source = parseSource(Buffer.from(text), 'markdown')
      if (!source.isDivided) return
      const { content, frontmatter } = parseFrontmatter(withoutFrontmatter(source))
      expect(frontmatter).toEqual({})
      expect(content.replace(/^\n/, '')).toBe(source.body)
    }),
    { numRuns: 2000 },
  )
})

test('a body that passes the check is one that the build can render', () => {
  withContent((root) => {
    const rendered = { 'issues/orders-late.md': 0, 'runbooks/orders.mdx': 0 }
    const originals = loadContent(root).documents
    fc.assert(
      fc.property(body, (lines) => {
        for (const name of ['issues/orders-late.md', 'runbooks/orders.mdx'] as const) {
          const original = originals.find(({ file: each }) => each.endsWith(name))
          if (!original) throw new Error(name)
          // Below what is there, so that all sections stay.
          writeFileSync(original.path, `${original.text}\n${lines.join('\n\n')}\n`)
          const content = loadContent(root)
          const changed = content.documents.find(({ path: each }) => each === original.path)
          const errors = checkContent({ ...content, rotas: new Map() }, { today: TODAY }).filter(
            ({ severity }) => severity === 'error',
          )
          if (!changed || errors.some(({ file: each }) => each === changed.file)) continue
          const render = name.endsWith('.mdx') ? mdxToJs : markdownToHtml
          expect(() => render(withoutFrontmatter(changed))).not.toThrow()
          rendered[name]++
        }
      }),
      { numRuns: 150 },
    )
    for (const times of Object.values(rendered)) expect(times).toBeGreaterThan(5)
  })
})
