import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { PICTURE } from '../edit/import/in-memory.ts'
import { withContent } from './broken-content.ts'

const LOADED = pathToFileURL(path.join(import.meta.dirname, '../../support/loaded-packages.mjs')).href

/** The packages that a check of a content folder loads. */
function loadedBy(root: string, ...words: string[]): string[] {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', LOADED, 'scripts/watchbook.ts', 'check', ...words],
    { encoding: 'utf8', env: { ...process.env, CONTENT_ROOT: root } },
  )
  expect(status, stderr).toBe(0)
  return [...stderr.matchAll(/^LOADED (.*)$/gm)].map(([, name = '']) => name)
}

it('a check loads no decoder of pictures, bundler, browser or formatter that its content has no use for', () => {
  withContent((root) => {
    const loaded = loadedBy(root)
    expect(loaded).toContain('zod')
    for (const heavy of [
      'sharp',
      'astro',
      'vite',
      'pagefind',
      'prettier',
      'playwright-core',
      '@duckdb/node-api',
    ])
      expect(loaded).not.toContain(heavy)
    mkdirSync(path.join(root, 'images'))
    writeFileSync(path.join(root, 'images/picture.png'), PICTURE)
    expect(loadedBy(root)).toContain('sharp')
  })
})

it('what the check can do is said without loading the rules, the search or the parsers', () => {
  expect(loadedBy('content', '--help')).toEqual(['damerau-levenshtein'])
})
