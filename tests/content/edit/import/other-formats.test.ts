import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { importCommand } from '../../../../scripts/commands/import.ts'
import { importSources } from '../../../../src/content/edit/import/import.ts'
import { importReport } from '../../../../src/content/edit/import/report.ts'
import { readSourceTree } from '../../../../src/content/edit/import/source/source-tree.ts'
import { writeImport } from '../../../../src/content/edit/import/write.ts'

const top = mkdtempSync(path.join(tmpdir(), 'other-formats-'))
afterAll(() => {
  rmSync(top, { recursive: true })
})

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const made = path.join(top, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(made, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(made, file), text)
  }
  return made
}

it('names the documents that are not read, and how to make Markdown of them', () => {
  const source = folder('mixed', {
    'a.md': 'A page.',
    'b.adoc': '= B',
    'c/d.adoc': '= D',
    'e.html': '<p>E</p>',
    'themes/x/layout.html': '<html></html>',
    'key.asc': 'x',
  })
  const tree = readSourceTree(source)
  const result = importSources(tree)
  expect(result.notRead.map(({ name, count }) => [name, count])).toEqual([
    ['AsciiDoc', 2],
    ['HTML', 1],
  ])
  const written = writeImport(path.join(top, 'content'), tree, result, { dryRun: true })
  const report = importReport([{ source, result, written, failing: 0, findings: [], withoutPage: [] }])
  expect(report).toContain('### Documents that are no Markdown: not read')
  expect(report).toMatch(/- 2 files of AsciiDoc: .*asciidoctor/)
})

it('says of a folder without Markdown what is in it, and fails', () => {
  const source = folder('asciidoc', { 'docs/a.adoc': '= A', 'docs/b.rst': 'B' })
  const lines: string[] = []
  expect(() =>
    importCommand.run([source], {
      root: path.join(top, 'content'),
      out: (line) => lines.push(line),
      error: (line) => lines.push(line),
      now: new Date('2026-01-01'),
      zone: 'UTC',
    }),
  ).toThrow('There is nothing to import.')
  expect(lines.join('\n')).toContain('not read, 1 file of AsciiDoc: make Markdown of them first')
})
