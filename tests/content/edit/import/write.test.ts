import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importSources } from '../../../../src/content/edit/import/import.ts'
import {
  earlierFiles,
  readState,
  writeImport,
  type Written,
} from '../../../../src/content/edit/import/write.ts'
import { sourceOf } from './in-memory.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'import-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const one = { 'a.md': 'A text.', 'b.md': '![x](x.png)\n\nB text.', 'x.png': '' }

function run(files: Readonly<Record<string, string>>, dryRun = false): Partial<Written> {
  const tree = sourceOf(files)
  const result = importSources(tree, { earlier: earlierFiles(readState(root), 'source') })
  const written = writeImport(root, tree, result, { dryRun })
  return Object.fromEntries(Object.entries(written).filter(([, list]) => (list as unknown[]).length > 0))
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

it('writes entries and pictures, and nothing the second time', () => {
  const all = ['runbooks/a.md', 'runbooks/b.md', 'images/x.png']
  expect(run(one)).toEqual({ added: all })
  expect(run(one)).toEqual({ same: all })
})

it('writes nothing in a dry run, and says what it would', () => {
  expect(run(one, true)).toEqual({ added: ['runbooks/a.md', 'runbooks/b.md', 'images/x.png'] })
  expect(readdirSync(root)).toEqual([])
})

it('brings a change of the source in', () => {
  run(one)
  expect(run({ ...one, 'a.md': 'A new text.' }).updated).toEqual(['runbooks/a.md'])
  expect(read('runbooks/a.md')).toContain('A new text.')
})

it('never touches what was edited here, and says when its source has changed as well', () => {
  run(one)
  writeFileSync(path.join(root, 'runbooks/a.md'), 'Edited here.')
  expect(run(one).edited).toEqual([{ file: 'runbooks/a.md', isNew: false }])
  expect(run({ ...one, 'a.md': 'A new text.' }).edited).toEqual([{ file: 'runbooks/a.md', isNew: true }])
  expect(run({ ...one, 'a.md': 'A new text.' }).edited).toEqual([{ file: 'runbooks/a.md', isNew: true }])
  expect(read('runbooks/a.md')).toBe('Edited here.')
})

it('does not write again what was deleted here', () => {
  run(one)
  rmSync(path.join(root, 'runbooks/a.md'))
  expect(run(one).removed).toEqual(['runbooks/a.md'])
  expect(run(one).removed).toEqual(['runbooks/a.md'])
})

it('never writes over a file of somebody else', () => {
  mkdirSync(path.join(root, 'runbooks'))
  writeFileSync(path.join(root, 'runbooks/a.md'), 'Ours.')
  expect(run(one).foreign).toEqual(['runbooks/a.md'])
  expect(run(one).foreign).toEqual(['runbooks/a.md'])
  expect(read('runbooks/a.md')).toBe('Ours.')
})

it('says what is gone at the source', () => {
  run(one)
  expect(run({ 'b.md': one['b.md'], 'x.png': '' }).orphaned).toEqual([
    { file: 'runbooks/a.md', source: 'a.md' },
  ])
})

it('keeps the place of a page when other pages come', () => {
  run({ 'deep/a.md': 'A text.' })
  expect(run({ 'deep/a.md': 'A text.', 'other/b.md': 'B text.' })).toEqual({
    added: ['runbooks/other/b.md'],
    same: ['runbooks/a.md'],
  })
})
