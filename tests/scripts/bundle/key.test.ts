import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundleKey, hasOtherModules, type BundleSurroundings } from '../../../scripts/lib/bundle/key.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { FIXTURE } from '../../support/built-sites.ts'

let folder = ''
let content = ''
const engine = () => path.join(folder, 'engine')
const file = (name: string) => path.join(content, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchbook-bundle-'))
  content = path.join(folder, 'content')
  mkdirSync(engine())
  cpSync(FIXTURE, content, { recursive: true })
  appendFileSync(file('runbooks/aggregate.mdx'), '\n```sql test="orders/late"\nSELECT 1\n```\n')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const edit = (name: string, from: RegExp, to: string): undefined => {
  const text = readFileSync(file(name), 'utf8')
  expect(text).toMatch(from)
  writeFileSync(file(name), text.replace(from, to))
}

const given = (): BundleSurroundings => ({
  code: 'a',
  address: { site: 'https://example.com', base: '/' },
  engine: engine(),
  environment: {},
  forge: 'https://example.org/a/b/tree/main/content/x',
})
const keyOf = (changed: Partial<BundleSurroundings> = {}) =>
  bundleKey(loadContent(content), { ...given(), ...changed })

it.each<[what: string, change: () => Partial<BundleSurroundings> | undefined]>([
  [
    'the body of a page in MDX',
    () => void appendFileSync(file('runbooks/aggregate.mdx'), '\nOne more line.\n'),
  ],
  [
    'the name of a page in MDX',
    () => void renameSync(file('pipelines/profit.mdx'), file('pipelines/gain.mdx')),
  ],
  ['a page in MDX that is deleted', () => void rmSync(file('pipelines/profit.mdx'))],
  [
    'a page in MDX that becomes one in Markdown',
    () => void renameSync(file('pipelines/profit.mdx'), file('pipelines/profit.md')),
  ],
  [
    'what was run of a page in MDX',
    () => {
      mkdirSync(file('receipts/runbooks'), { recursive: true })
      const page = 'runbooks/aggregate'
      const receipt = { version: 1, page, day: '2026-11-27', seed: 1, engines: {}, blocks: {} }
      const parsed = { ['0'.repeat(64)]: 'bash' }
      writeFileSync(file(`receipts/${page}.json`), JSON.stringify({ ...receipt, parsed }))
    },
  ],
  ['the place on the forge that pages in MDX lead to', () => ({ forge: 'https://example.org/a/c' })],
  ['the code', () => ({ code: 'b' })],
  ['the address', () => ({ address: { site: 'https://example.org', base: '/' } })],
  ['the path of the address', () => ({ address: { site: 'https://example.com', base: '/runbooks' } })],
  ['the place of the engine', () => ({ engine: tmpdir() })],
  ['a variable that Astro reads', () => ({ environment: { PUBLIC_NAME: 'x' } })],
])('the key of a bundle changes with %s', (_, change) => {
  const before = keyOf()
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  const changed = change()
  expect(keyOf(changed ?? {})).not.toBe(before)
})

it.each<[what: string, change: () => Partial<BundleSurroundings> | undefined]>([
  ['an issue', () => void appendFileSync(file('issues/stale-data-backfill-delays.md'), '\nOne more line.\n')],
  ['the title of a page in MDX', () => edit('runbooks/aggregate.mdx', /^title: .*$/m, 'title: Another')],
  ['a team', () => edit('teams/accounts.yaml', /^name: .*$/m, 'name: Another')],
  ['an issue that is deleted', () => void rmSync(file('issues/stale-data-backfill-delays.md'))],
  ['a file of variables', () => void writeFileSync(path.join(engine(), '.env.production'), 'PUBLIC_NAME=x')],
  ['a variable that nobody reads', () => ({ environment: { HOME: '/x' } })],
])('the key of a bundle stays with %s, which is read when pages are rendered', (_, change) => {
  const before = keyOf()
  const changed = change()
  expect(keyOf(changed ?? {})).toBe(before)
})

it('the key is the same in another folder, but where a link may lead out of it and in again by its name', () => {
  const elsewhere = () => {
    const other = path.join(folder, 'other/content')
    cpSync(content, other, { recursive: true })
    return bundleKey(loadContent(other), given())
  }
  expect(elsewhere()).toBe(keyOf())
  appendFileSync(file('runbooks/aggregate.mdx'), '\n[Late](../../content/issues/late.md)\n')
  expect(elsewhere()).not.toBe(keyOf())
})

it('a content with a picture, or with a page that may show one, has no bundle to keep', () => {
  const drawing = file('images/a.svg')
  mkdirSync(path.dirname(drawing), { recursive: true })
  writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(keyOf()).toBeUndefined()
  rmSync(drawing)
  appendFileSync(file('issues/stale-data-backfill-delays.md'), '\n![A](../images/a.svg)\n')
  expect(keyOf()).toBeUndefined()
})

it('a page in MDX that was saved since it was read is another module than the key names', () => {
  const read = loadContent(content)
  expect(hasOtherModules(read)).toBe(false)
  appendFileSync(file('runbooks/aggregate.mdx'), '\nOne more line.\n')
  expect(hasOtherModules(read)).toBe(true)
  rmSync(file('runbooks/aggregate.mdx'))
  expect(hasOtherModules(read)).toBe(true)
})
