import { expect, it } from 'vitest'
import { importSources } from '../../../../src/content/edit/import/import.ts'
import { importFiles, sourceOf } from './in-memory.ts'

const reasons = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(importFiles(files).leftOut.map(({ source, why }) => [source, why]))

it('imports the others where one page cannot be read', () => {
  const tree = sourceOf({ 'a.md': 'A.', 'b.md': 'B.' })
  const bytes = (file: string): Buffer => {
    if (file === 'a.md') throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    return tree.bytes(file)
  }
  const { entries, leftOut } = importSources({ ...tree, bytes })
  expect(entries.map(({ source }) => source)).toEqual(['b.md'])
  expect(leftOut).toEqual([{ source: 'a.md', why: 'it cannot be read (EACCES)' }])
})

it.each([
  ['containers in one another', ':::note\n'.repeat(2000)],
  ['divisions in one another', '::: {.callout-note}\n'.repeat(2000)],
  ['five megabytes', 'A line of text.\n\n'.repeat(300_000)],
])('imports the others where one page is too much: %s', (_, text) => {
  const files = { 'a.md': text, 'b.md': 'B.' }
  expect(reasons(files)['a.md']).toMatch(/^it is too much for one page: /)
  expect(importFiles(files).entries.map(({ source }) => source)).toEqual(['b.md'])
})

it('looks a shortcode up once, however often a page has it', () => {
  const tree = sourceOf({ 'a.md': '{{< a >}}\n\n'.repeat(3000), 'hugo.toml': 'title = "A"' })
  let asked = 0
  const has = (name: string) => {
    asked += name.startsWith('layouts/shortcodes/a') ? 1 : 0
    return name === 'a.md'
  }
  const files = new Set(tree.files)
  files.has = has
  importSources({ ...tree, files })
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(100)
})
