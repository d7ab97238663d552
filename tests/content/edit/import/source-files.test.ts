import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { importSources } from '../../../../src/content/edit/import/import.ts'
import { readSourceTree } from '../../../../src/content/edit/import/source/source-tree.ts'

const top = mkdtempSync(path.join(tmpdir(), 'source-'))
afterAll(() => {
  rmSync(top, { recursive: true, force: true })
})

function source(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [file, text] of Object.entries({ ...files })) {
    const to = path.join(top, name, file)
    mkdirSync(path.dirname(to), { recursive: true })
    writeFileSync(to, text)
  }
  return path.join(top, name)
}

it('follows a symbolic link to a file of the same folder, and to nothing else of the machine', () => {
  writeFileSync(path.join(top, 'private.md'), 'A file of somebody else.')
  const folder = source('links', { 'README.md': '# A\n\nText.', 'docs/b.md': '[A](index.md)' })
  symlinkSync('../README.md', path.join(folder, 'docs/index.md'))
  symlinkSync('../../private.md', path.join(folder, 'docs/out.md'))
  symlinkSync('/etc/hostname', path.join(folder, 'docs/host.md'))
  symlinkSync('..', path.join(folder, 'docs/loop'))
  symlinkSync('gone.md', path.join(folder, 'docs/dangling.md'))
  expect(readSourceTree(folder).pages).toEqual(['README.md', 'docs/b.md', 'docs/index.md'])
})

it('leaves out a file that is called like a page and holds no text', () => {
  const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256))
  const { entries, leftOut } = importSources(
    readSourceTree(source('binary', { 'a.md': bytes, 'b.md': 'Text.' })),
  )
  expect(entries.map((each) => each.source)).toEqual(['b.md'])
  expect(leftOut).toEqual([{ source: 'a.md', why: 'it is no text' }])
})

it.each([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFGrüße.')],
  ['UTF-16', Buffer.from('\uFEFFGrüße.', 'utf16le')],
  ['Latin-1', Buffer.from('Grüße.', 'latin1')],
  ['UTF-8', Buffer.from('Grüße.')],
])('reads %s', (name, bytes) => {
  const { entries } = importSources(readSourceTree(source(name, { 'a.md': bytes })))
  expect(entries[0]?.text).toContain('\n\nGrüße.')
})
