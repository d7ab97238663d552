import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { Kept, digest } from '../../../src/content/read/kept.ts'

const folders: string[] = []
function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-'))
  folders.push(folder)
  return path.join(folder, 'cache/kept')
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A file in which one process has kept `{ found: [1] }` as `a`. */
function written(): string {
  const file = newFile()
  const store = new Kept(file, () => 'code 1')
  store.set('a', { found: [1] })
  store.save()
  return file
}

it('gives the next process what was kept, and nothing that was not', () => {
  const store = new Kept(written(), () => 'code 1')
  expect(store.get('a')).toEqual({ found: [1] })
  expect(store.get('b')).toBeUndefined()
})

it('gives nothing that other code has kept', () => {
  expect(new Kept(written(), () => 'code 2').get('a')).toBeUndefined()
})

it('keeps nothing where the code has changed since the process began', () => {
  const file = newFile()
  let code = 'code 1'
  const store = new Kept(file, () => code)
  store.set('a', 1)
  code = 'code 2'
  store.save()
  expect(['code 1', 'code 2'].map((version) => new Kept(file, () => version).get('a'))).toEqual([
    undefined,
    undefined,
  ])
})

it('gives nothing of a file in which any byte is another, or that ends at any place before its end', () => {
  const file = written()
  const sound = readFileSync(file)
  const wrong: number[] = []
  for (let at = 0; at < sound.length; at++) {
    const changed = Buffer.from(sound)
    changed[at] = (changed[at] ?? 0) ^ 1
    for (const bytes of [changed, sound.subarray(0, at)]) {
      writeFileSync(file, bytes)
      if (new Kept(file, () => 'code 1').get('a') !== undefined) wrong.push(at)
    }
  }
  expect(wrong).toEqual([])
})

it('keeps anew what it could not read', () => {
  const file = written()
  writeFileSync(file, 'nothing')
  const store = new Kept(file, () => 'code 1')
  store.set('a', 2)
  store.save()
  expect(new Kept(file, () => 'code 1').get('a')).toBe(2)
})

it('keeps what two processes add at a time, and each sees what the other has saved', () => {
  const file = written()
  const [one, other] = [new Kept(file, () => 'code 1'), new Kept(file, () => 'code 1')]
  one.set('b', 2)
  one.save()
  expect(other.get('b')).toBe(2)
  other.set('c', 3)
  one.set('d', 4)
  other.save()
  one.save()
  const next = new Kept(file, () => 'code 1')
  expect(['a', 'b', 'c', 'd'].map((key) => next.get(key))).toEqual([{ found: [1] }, 2, 3, 4])
  expect(readdirSync(path.dirname(file))).toEqual(['kept'])
})

it('works without a word where nothing can be written', () => {
  const file = newFile()
  // A file is where the folder would be: nobody can write there, an administrator neither.
  writeFileSync(path.dirname(file), '')
  const blocked = new Kept(path.join(file), () => 'code 1')
  blocked.set('a', 1)
  blocked.save()
  expect(blocked.get('a')).toBe(1)
  const readOnly = newFile()
  mkdirSync(path.dirname(readOnly), { recursive: true })
  chmodSync(path.dirname(readOnly), 0o500)
  const store = new Kept(readOnly, () => 'code 1')
  store.set('a', 1)
  store.save()
  expect(store.get('a')).toBe(1)
  chmodSync(path.dirname(readOnly), 0o700)
})

it('holds what the last process needed, and so much of the rest that its file does not grow', () => {
  const file = newFile()
  const long = 'x'.repeat(1_000_000)
  for (let round = 0; round < 8; round++) {
    const store = new Kept(file, () => 'code 1')
    store.set(String(round), long)
    store.save()
  }
  expect(readFileSync(file).length).toBeLessThan(5_100_000)
  const last = new Kept(file, () => 'code 1')
  expect(last.get('7')).toBe(long)
  expect(last.get('0')).toBeUndefined()
})

it('holds one large thing, in a file that who does not ask for it does not need', () => {
  const file = newFile()
  const store = new Kept(file, () => 'code 1')
  store.large.set('a', 1)
  store.large.set('b', 2)
  store.save()
  const { large } = new Kept(file, () => 'code 1')
  expect([large.get('a'), large.get('b')]).toEqual([undefined, 2])
  expect(readdirSync(path.dirname(file))).toEqual(['kept.large'])
})

it('makes another key of texts that are divided in another way', () => {
  const keys = [['ab', 'c'], ['a', 'bc'], ['abc'], ['1 a', ''], ['', '1 a']].map((texts) => digest(...texts))
  expect(new Set(keys).size).toBe(keys.length)
})

it('asks for the version of the code once, however many of its files are read', () => {
  const version = vi.fn(() => 'code 1')
  const store = new Kept(written(), version)
  store.large.get('a')
  expect(store.get('a')).toEqual({ found: [1] })
  expect(version).toHaveBeenCalledTimes(1)
})
