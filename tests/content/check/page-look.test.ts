import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkContent } from '../../../src/content/check/check.ts'
import { rules } from '../../../src/content/check/rules/index.ts'
import { runPageRule, type PageRule } from '../../../src/content/check/rules/rule.ts'
import { hasBody, parsePage } from '../../../src/content/read/body.ts'
import { Kept, keepIn } from '../../../src/content/read/kept.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { SEED, scale } from '../../oncall/scale.ts'
import { draws, makeEdit } from '../../support/content-edits.ts'
import { FIXTURE } from '../../support/built-sites.ts'
import { TODAY, withContent } from './broken-content.ts'

const BROKEN = path.join(import.meta.dirname, '../../fixtures/broken')
const PAGE_RULES = rules.filter((rule): rule is PageRule => rule.ofPage === true)
const EDITS = scale(6, 300)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-look-'))
})
afterEach(() => {
  keepIn(undefined)
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => path.join(folder, 'kept')

/** What a process finds that keeps it in the file, and has what was kept there. */
function findKeeping(root: string, version = 'this code') {
  const store = new Kept(file(), () => version)
  keepIn(store)
  const findings = checkContent(loadContent(root), { today: TODAY })
  store.save()
  keepIn(undefined)
  return findings
}

const find = (root: string) => checkContent(loadContent(root), { today: TODAY })

/** The pages of every fixture, each in a folder of its own: one content with many mistakes. */
function breakEverything(root: string): void {
  for (const fixture of readdirSync(BROKEN)) {
    for (const collection of ['issues', 'runbooks', 'pipelines']) {
      const from = path.join(BROKEN, fixture, 'content', collection)
      if (existsSync(from)) cpSync(from, path.join(root, collection, fixture), { recursive: true })
    }
  }
}

it('a rule of a page finds in all pages together what it finds in each of them alone', () => {
  withContent((root) => {
    breakEverything(root)
    const pages = loadContent(root).documents.filter(hasBody).map(parsePage)
    expect(PAGE_RULES.length).toBeGreaterThan(30)
    for (const rule of PAGE_RULES) {
      const together = Array.from(rule.check({ pages }), ({ document, message }) => [document.file, message])
      const alone = pages.flatMap((page) =>
        runPageRule(rule, page).map((finding) => [finding.file, finding.message]),
      )
      expect(together.sort(), rule.id).toEqual(alone.sort())
    }
  })
})

it('what was kept of pages with every kind of mistake is what is found in them', () => {
  withContent((root) => {
    breakEverything(root)
    const all = find(root)
    expect(all.length).toBeGreaterThan(200)
    expect(findKeeping(root)).toEqual(all)
    expect(findKeeping(root)).toEqual(all)
  })
})

it('a page that has not changed is not looked at again, and one that has is', () => {
  withContent((root) => {
    findKeeping(root)
    const looks = PAGE_RULES.map((rule) => vi.spyOn(rule, 'check'))
    const looked = () =>
      looks[0]?.mock.calls.map(([{ pages }]) => pages.map(({ document }) => document.id)).flat()
    findKeeping(root)
    expect(looked()).toEqual([])
    const page = path.join(root, 'issues/orders-late.md')
    writeFileSync(page, `${readFileSync(page, 'utf8')}\n![](../images/none.png)\n`)
    expect(findKeeping(root).map(({ rule }) => rule)).toContain('image-text')
    expect(looked()).toEqual(['orders-late'])
    findKeeping(root, 'other code')
    expect(looked()?.length).toBeGreaterThan(2)
  })
})

it('no secret of a page is kept, nor what a finding says of such a page', () => {
  withContent((root) => {
    const page = path.join(root, 'issues/orders-late.md')
    const secret = ['AKIA', 'Q3EGRWN7XJ5TKPLV'].join('')
    writeFileSync(page, `${readFileSync(page, 'utf8')}\nThe key is ${secret} [](./nothing.md)\n`)
    const [first, second] = [findKeeping(root), findKeeping(root)]
    expect(first.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['secret', 'empty-link']))
    expect(second).toEqual(first)
    expect(readFileSync(file(), 'utf8')).not.toContain(secret)
    expect(readFileSync(file(), 'utf8')).not.toContain('empty-link')
  })
})

it(
  `the check that keeps what it has found says after each of ${String(EDITS)} drawn edits what one says that keeps nothing`,
  { timeout: 1_800_000 },
  () => {
    const root = path.join(folder, 'content')
    cpSync(FIXTURE, root, { recursive: true })
    const draw = draws(SEED)
    findKeeping(root)
    const wrong: string[] = []
    for (let edit = 0; edit < EDITS; edit++) {
      const done = makeEdit(root, draw)
      if (JSON.stringify(findKeeping(root)) !== JSON.stringify(find(root))) wrong.push(done)
    }
    expect(wrong).toEqual([])
  },
)

it('a file without secrets and a sound rota are known to the next process, and looked at again once they change', () => {
  withContent((root) => {
    const clean = findKeeping(root)
    const lines = readFileSync(file(), 'utf8').split('\n')
    expect(lines.some((line) => line.startsWith('no-secret:'))).toBe(true)
    expect(lines.some((line) => line.startsWith('sound-rota:'))).toBe(true)
    expect(findKeeping(root)).toEqual(clean)
    const token = `ghp_${Array.from({ length: 36 }, (_, at) => 'aB3dE7gH1jK9'.charAt((at * 5) % 12)).join('')}`
    const [rota = ''] = readdirSync(path.join(root, 'rotas'))
    const place = path.join(root, 'rotas', rota)
    writeFileSync(place, `${readFileSync(place, 'utf8')}# ${token}\n`)
    expect(findKeeping(root).map(({ rule }) => rule)).toContain('secret')
    // Nothing is kept of a file that has one.
    expect(findKeeping(root)).toEqual(find(root))
    writeFileSync(place, readFileSync(place, 'utf8').replace(/^# ghp_.*$/m, 'start: 2026-01-06'))
    expect(findKeeping(root)).toEqual(find(root))
    expect(find(root)).not.toEqual(clean)
  })
})
