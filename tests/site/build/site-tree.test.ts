import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteTree } from '../../../src/site/build/site-tree.ts'
import { filesOf } from '../../support/pages.ts'

let base = ''
let folder = ''

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'site-tree-'))
  folder = join(base, 'tree')
})
afterEach(() => {
  rmSync(base, { recursive: true })
})

const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Whether the disk tells `A` from `a`. */
function tellsCasesApart(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'site-tree-'))
  writeFileSync(join(place, 'a'), '')
  const tells = !existsSync(join(place, 'A'))
  rmSync(place, { recursive: true })
  return tells
}

/** Builds a site of these files over whatever is in the folder. */
function build(files: Readonly<Record<string, string>>): void {
  const tree = new SiteTree(folder)
  for (const [file, text] of Object.entries(files)) tree.put(file, text)
  tree.finish()
}

describe('a site that is built over an earlier one', () => {
  it.each<{ kind: string; before: Record<string, string>; after: Record<string, string> }>([
    {
      kind: 'a page was added',
      before: { 'a/index.html': '1' },
      after: { 'a/index.html': '1', 'b/index.html': '2' },
    },
    { kind: 'a page was edited', before: { 'a/index.html': '1' }, after: { 'a/index.html': '2' } },
    { kind: 'one of the same length', before: { a: 'x' }, after: { a: 'y' } },
    { kind: 'a page was deleted', before: { 'a/b/index.html': '1', c: '2' }, after: { c: '2' } },
    { kind: 'a folder became a file', before: { 'a/b': '1' }, after: { a: '2' } },
    { kind: 'a file became a folder', before: { a: '1' }, after: { 'a/b/c': '2' } },
    {
      kind: 'only the case of a name changed',
      before: { 'Late/index.html': '1' },
      after: { 'late/index.html': '1' },
    },
    { kind: 'nothing is left', before: { 'a/b': '1' }, after: {} },
  ])('has the files of the new one and no others: $kind', ({ before, after }) => {
    build(before)
    build(after)
    expect(filesOf(folder)).toEqual(Object.keys(after).sort())
    expect(Object.keys(after).map(read)).toEqual(Object.values(after))
  })

  const twins: { kind: string; before: Record<string, string> }[] = [
    { kind: 'one', before: { 'files/Logo.txt': '1' } },
    { kind: 'the other one', before: { 'files/logo.txt': '2' } },
    { kind: 'a third one', before: { 'files/LOGO.txt': '1' } },
  ]
  if (!tellsCasesApart()) console.log('Skipped: names that differ in case only are one name on this disk.')
  it.runIf(tellsCasesApart()).each(twins)(
    'has both files whose names differ in case only where $kind was there',
    ({ before }) => {
      const both = { 'files/Logo.txt': '1', 'files/logo.txt': '2' }
      build(before)
      build(both)
      expect(filesOf(folder)).toEqual(Object.keys(both))
      expect(Object.keys(both).map(read)).toEqual(Object.values(both))
    },
  )

  it('writes no file that is there already', () => {
    build({ 'a/index.html': 'same', b: 'before' })
    const time = statSync(join(folder, 'a/index.html')).mtimeMs
    build({ 'a/index.html': 'same', b: 'after' })
    expect([statSync(join(folder, 'a/index.html')).mtimeMs, read('b')]).toEqual([time, 'after'])
  })

  it('makes a file anew that was cut short', () => {
    build({ a: 'a whole page' })
    writeFileSync(join(folder, 'a'), 'a who')
    build({ a: 'a whole page' })
    expect(read('a')).toBe('a whole page')
  })

  it('leaves another name of a file as it was', () => {
    build({ a: 'before' })
    linkSync(join(folder, 'a'), join(base, 'published'))
    build({ a: 'after' })
    expect([read('a'), readFileSync(join(base, 'published'), 'utf8')]).toEqual(['after', 'before'])
  })

  it('follows no link that somebody has put there', () => {
    const elsewhere = join(base, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'index.html'), 'not ours')
    build({ b: '1' })
    symlinkSync(elsewhere, join(folder, 'a'))
    build({ 'a/index.html': 'ours', b: '1' })
    expect([read('a/index.html'), readFileSync(join(elsewhere, 'index.html'), 'utf8')]).toEqual([
      'ours',
      'not ours',
    ])
  })

  it('takes in what another folder holds, and only what differs', () => {
    build({ 'assets/a.js': 'same', 'assets/b.js': 'before' })
    const time = statSync(join(folder, 'assets/a.js')).mtimeMs
    const other = join(base, 'other')
    mkdirSync(join(other, 'assets'), { recursive: true })
    writeFileSync(join(other, 'assets/a.js'), 'same')
    writeFileSync(join(other, 'assets/b.js'), 'after')
    const tree = new SiteTree(folder)
    tree.take(other)
    tree.finish()
    expect(filesOf(folder)).toEqual(['assets/a.js', 'assets/b.js'])
    expect([statSync(join(folder, 'assets/a.js')).mtimeMs, read('assets/b.js')]).toEqual([time, 'after'])
  })
})
