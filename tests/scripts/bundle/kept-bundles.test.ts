import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { KeptBundles } from '../../../scripts/lib/bundle/kept-bundles.ts'

let folder = ''
const facts = { entry: 'entry.mjs', pages: [['a', { styles: [] }]] as [string, unknown][], scripts: [] }
const place = (name: string) => path.join(folder, 'one', name)

function keep(key: string): void {
  const bundles = new KeptBundles(folder)
  const begun = bundles.begin()
  writeFileSync(path.join(begun, 'server/entry.mjs'), `export const app = ${JSON.stringify(key)}`)
  writeFileSync(path.join(begun, 'site/a.css'), 'a {}')
  bundles.keep(begun, key, facts)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchbook-bundles-'))
  keep('one')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('a bundle is found by its key, with what it needs', () => {
  expect(new KeptBundles(folder).find('one')).toEqual({
    ...facts,
    server: place('server'),
    site: place('site'),
  })
  expect(new KeptBundles(folder).find('two')).toBeUndefined()
})

it.each<[what: string, damage: () => void]>([
  ['has a module that was cut short', () => void truncateSync(place('server/entry.mjs'), 5)],
  ['has a module that was changed', () => void appendFileSync(place('server/entry.mjs'), '\nevil()')],
  ['lacks a file', () => void rmSync(place('site/a.css'))],
  ['has one file more', () => void writeFileSync(place('server/b.mjs'), '')],
  [
    'has a link in the place of a file',
    () => {
      renameSync(place('site/a.css'), path.join(folder, 'a.css'))
      symlinkSync(path.join(folder, 'a.css'), place('site/a.css'))
    },
  ],
  ['has no seal, as one that was not finished', () => void rmSync(place('seal.json'))],
  ['has a seal that was cut short', () => void truncateSync(place('seal.json'), 100)],
  [
    'has a seal that was changed',
    () =>
      void writeFileSync(
        place('seal.json'),
        readFileSync(place('seal.json'), 'utf8').replace('entry.mjs', 'a.mjs'),
      ),
  ],
  [
    'was made for another key',
    () => {
      keep('two')
      rmSync(path.join(folder, 'one'), { recursive: true })
      renameSync(path.join(folder, 'two'), path.join(folder, 'one'))
    },
  ],
])('a bundle that %s is none, and is removed', (_, damage) => {
  damage()
  expect(new KeptBundles(folder).find('one')).toBeUndefined()
  expect(readdirSync(folder)).not.toContain('one')
})

it('a new bundle takes the place of the one that had its key', () => {
  keep('one')
  expect(new KeptBundles(folder).find('one')).toBeDefined()
  expect(readdirSync(folder)).toEqual(['one'])
})

it('of many bundles those stay that were used last, and nothing that was only begun', () => {
  for (let each = 0; each < 20; each += 1) keep(`b${String(each)}`)
  const bundles = new KeptBundles(folder)
  bundles.begin()
  expect(bundles.find('one')).toBeDefined()
  bundles.tidy()
  const left = readdirSync(folder)
  expect(left).toHaveLength(12)
  expect(left).toContain('one')
  expect(left.filter((name) => name.startsWith('new-'))).toEqual([])
})
