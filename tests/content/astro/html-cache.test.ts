import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HtmlCache } from '../../../src/content/astro/html-cache.ts'

let folder = ''
const rendered = { html: '<h2 id="fix">Fix</h2>', metadata: { headings: ['Fix'], imagePaths: ['./a.svg'] } }
const fileOf = (digest: string) => path.join(folder, `${digest}.json`)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchbook-html-'))
  new HtmlCache(folder).set('abc', rendered)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('what is kept comes back as it was, with its headings and images', () => {
  expect(new HtmlCache(folder).get('abc')).toEqual(rendered)
})

test('another digest does not change what is kept under the first', () => {
  const cache = new HtmlCache(folder)
  cache.set('def', { html: 'other' })
  expect(cache.get('abc')).toEqual(rendered)
})

test.each<[what: string, damage: () => void]>([
  ['was deleted', () => void rmSync(fileOf('abc'))],
  ['was cut short', () => void truncateSync(fileOf('abc'), 80)],
  ['is empty', () => void truncateSync(fileOf('abc'), 0)],
  [
    'was changed',
    () => void writeFileSync(fileOf('abc'), readFileSync(fileOf('abc'), 'utf8').replace('Fix', 'Fax')),
  ],
  [
    'is that of another page',
    () => {
      new HtmlCache(folder).set('def', { html: 'other' })
      writeFileSync(fileOf('abc'), readFileSync(fileOf('def')))
    },
  ],
])('HTML whose file %s is not there, so that it is made again', (_, damage) => {
  damage()
  expect(new HtmlCache(folder).get('abc')).toBeUndefined()
})

test('what nobody has asked for leaves no file', () => {
  const cache = new HtmlCache(folder)
  cache.set('def', rendered)
  cache.forgetOthers()
  expect(readdirSync(folder)).toEqual(['def.json'])
})

test('a folder that is not there has nothing to give or to forget', () => {
  const cache = new HtmlCache(path.join(folder, 'none'))
  cache.forgetOthers()
  expect(cache.get('abc')).toBeUndefined()
})
