import { rmSync, writeFileSync } from 'node:fs'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { ContentStore } from '../../../src/content/read/store.ts'
import { withContent } from '../check/broken-content.ts'

let parses = 0
const count = () => (parses += 1)

beforeEach(() => {
  parses = 0
  subscribe('watchbook:parse', count)
})
afterEach(() => {
  unsubscribe('watchbook:parse', count)
})

/** How many files are parsed while `work` runs. */
function parsedBy(work: () => unknown): number {
  const before = parses
  work()
  return parses - before
}

describe('the one reading of a content folder', () => {
  it('parses each file once, however often it is asked', () => {
    withContent((root) => {
      const store = new ContentStore(root)
      expect(parsedBy(() => store.read())).toBe(store.read().documents.length)
      expect(parsedBy(() => [store.read(), store.read()])).toBe(0)
      expect(store.read()).toBe(store.read())
    })
  })

  it('parses the file that changed, and no other', () => {
    withContent((root) => {
      const store = new ContentStore(root)
      const before = store.read()
      const file = path.join(root, 'site.yaml')
      writeFileSync(file, 'name: Another name\ndescription: Words.\ndefaultRota: on-call\n')
      store.invalidate(file)
      expect(parsedBy(() => store.read())).toBe(1)
      expect(store.read().site?.data.name).toBe('Another name')
      expect(before.site?.data.name).toBe('Team')
      expect(store.read().issues.get('orders-late')).toBe(before.issues.get('orders-late'))
    })
  })

  it('stays the same object where a file was touched and says what it said', () => {
    withContent((root) => {
      const store = new ContentStore(root)
      const before = store.read()
      store.invalidate(path.join(root, 'site.yaml'))
      expect(parsedBy(() => store.read())).toBe(0)
      expect(store.read()).toBe(before)
      expect(factsOf(store.read())).toBe(factsOf(before))
    })
  })

  it('hears of added and removed files', () => {
    withContent((root) => {
      const store = new ContentStore(root)
      store.read()
      const file = path.join(root, 'teams/new.yaml')
      writeFileSync(file, 'name: New\nsummary: A team.\n')
      store.invalidate(file)
      expect(store.read().teams.get('new')?.data.name).toBe('New')
      rmSync(file)
      store.invalidate(file)
      expect(store.read().teams.has('new')).toBe(false)
    })
  })

  it('keeps an entry as it last was while its file has a mistake, and reports the mistake', () => {
    withContent((root) => {
      const store = new ContentStore(root)
      store.read()
      const file = path.join(root, 'teams/data-engineering.yaml')
      writeFileSync(file, 'nothing: that it knows\n')
      store.invalidate(file)
      expect(store.read().teams.get('data-engineering')?.data.name).toBe('Data Engineering')
      expect(store.read().findings.map(({ rule }) => rule)).toContain('missing-field')
      writeFileSync(file, 'name: Renamed\nsummary: It is right again.\n')
      store.invalidate(file)
      expect(store.read().teams.get('data-engineering')?.data.name).toBe('Renamed')
      expect(store.read().findings).toEqual([])
    })
  })
})
