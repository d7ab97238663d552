import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { checkContent } from '../../../src/content/check/check.ts'
import { rules } from '../../../src/content/check/rules/index.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { TODAY, withContent } from './broken-content.ts'

const BROKEN = path.join(import.meta.dirname, '../../fixtures/broken')

it('finds the same, in the same order, however few pages are in memory at a time', () => {
  withContent((root) => {
    // The pages of every fixture, each in a folder of its own: one content with many mistakes.
    for (const fixture of readdirSync(BROKEN)) {
      for (const collection of ['issues', 'runbooks', 'pipelines']) {
        const from = path.join(BROKEN, fixture, 'content', collection)
        if (existsSync(from)) cpSync(from, path.join(root, collection, fixture), { recursive: true })
      }
    }
    const content = loadContent(root)
    const find = (atATime?: number) =>
      checkContent(content, {
        today: TODAY,
        accept: false,
        ...(atATime !== undefined && { atATime }),
      })
    const all = find()
    expect(all.length).toBeGreaterThan(200)
    const rule = rules.find(({ id }) => id === 'broken-link')
    if (!rule) throw new Error('No rule looks for broken links.')
    const looks = vi.spyOn(rule, 'check')
    for (const atATime of [1, 7]) {
      looks.mockClear()
      expect(find(atATime)).toEqual(all)
      expect(Math.max(...looks.mock.calls.map(([{ pages }]) => pages.length))).toBe(atATime)
    }
    looks.mockRestore()
  })
})
