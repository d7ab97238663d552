import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutFrontmatter } from '../../../src/content/astro/mdx-frontmatter.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { rendererOf } from '../../support/hostile/render.ts'
import { findingsIn, withContent } from './broken-content.ts'
import { MISTAKES } from './editing-mistakes.ts'

/** Folders that the check reads, as generators of hands and clipboards leave them. */
const FOLDERS_TRIED = 500

const NAMES = [
  'issues/a.md',
  'issues/A b.md',
  'issues/x/y.md',
  'runbooks/b.mdx',
  'pipelines/c.mdx',
  'teams/d.yaml',
  'teams/e.yml',
  'rotas/f.yaml',
  'engineers/g.yaml',
  'published/on-call.yaml',
  'published/no.yaml',
  'overrides/h.yaml',
  'leave/i.yaml',
  'tables/j.yaml',
  'images/k.png',
  'images/l.svg',
  'files/m.txt',
  'baseline.yaml',
  'site.yaml',
  'README.md',
  'odd.md',
  'rehearsals/n/rehearsal.yaml',
  'receipts/issues/orders-late.json',
  '.hidden/o',
]

const line = fc.oneof(
  fc.constantFrom(
    '---',
    '',
    'title: X',
    'name: X',
    'rota: on-call',
    'from: 2026-12-01',
    'to: 2026-11-01',
    'engineer: engineer-a',
    '- start: 2026-11-23',
    'rotation: [engineer-a]',
    'start: 2026-11-23',
    '## Fix',
    '```bash',
    '```',
    '| a | b |',
    '- [ ] x',
    '{',
    '}',
    '<div>',
    '[x](y.md)',
    'a: &a [*a]',
    '\t x',
    'secrets:',
    '- hash: 0',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), file: fc.constantFrom(...NAMES), text }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), from: fc.nat(), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(), from: fc.nat(), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), from: fc.nat(), text }),
  fc.record({ kind: fc.constant('slip' as const), at: fc.nat(MISTAKES.length - 1) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort()
}

function apply(root: string, each: Change): void {
  const files = filesOf(root)
  if (each.kind === 'write') {
    const file = path.join(root, each.file)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, each.text)
    return
  }
  if (each.kind === 'slip') {
    const slip = MISTAKES[each.at]
    const file = slip && files.find((name) => name.endsWith(slip.file))
    if (slip && file)
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(slip.from, () => slip.to),
      )
    return
  }
  const file = files[each.at % Math.max(1, files.length)]
  if (file === undefined) return
  if (each.kind === 'delete') {
    rmSync(file)
    return
  }
  const before = readFileSync(file, 'utf8')
  const from = each.from % (before.length + 1)
  const [head, tail] = [before.slice(0, from), before.slice(from)]
  if (each.kind === 'insert') writeFileSync(file, head + each.text + tail)
  else if (each.kind === 'cut') writeFileSync(file, head + tail.slice(each.length))
  else writeFileSync(file, head + tail.slice(0, each.length) + tail)
}

/** The pages of a folder that the processor refuses, by the names that findings give them. */
async function refusedIn(root: string): Promise<string[]> {
  const render = await rendererOf(root)
  const refused: string[] = []
  for (const document of loadContent(root).documents) {
    if (document.kind !== 'markdown' || document.data === undefined) continue
    await render(withoutFrontmatter(document), document.path).catch(() =>
      refused.push(path.relative(path.dirname(root), document.path).split(path.sep).join('/')),
    )
  }
  return refused
}

it(
  `${String(FOLDERS_TRIED)} generated folders: the check ends on each, each finding names a file and says what to do, and no page that the build refuses is without one`,
  { timeout: 600_000 },
  async () => {
    let findings = 0
    let sound = 0
    let refusals = 0
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) =>
        withContent(async (root) => {
          for (const each of changes) apply(root, each)
          const found = findingsIn(root)
          for (const { file, line: at = 1, column = 1, message, hint, rule } of found) {
            findings++
            expect(file).toMatch(/^content\b/)
            expect(at).toBeGreaterThan(0)
            expect(column).toBeGreaterThan(0)
            expect(message).not.toMatch(/undefined|\[object/)
            expect(message.trim()).not.toBe('')
            expect(hint.trim()).not.toBe('')
            // A failure inside of the check is a finding too, and a mistake of ours.
            expect(rule, message).not.toBe('unreadable')
          }
          const wrong = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file))
          if (wrong.size === 0) sound++
          for (const file of await refusedIn(root)) {
            refusals++
            expect(wrong, file).toContain(file)
          }
        }),
      ),
      { numRuns: FOLDERS_TRIED },
    )
    expect(findings).toBeGreaterThan(FOLDERS_TRIED)
    console.log(`${String(sound)} folders without an error, ${String(refusals)} pages refused by both`)
    expect(sound).toBeGreaterThan(5)
    expect(refusals).toBeGreaterThan(5)
  },
)
