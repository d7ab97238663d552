import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { contentHash } from '../../src/content/read/content-hash.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { BuiltSite } from '../../src/mcp/built-site.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { CONTENT_HASH_FILE } from '../../src/search/index/settings.ts'
import { SITE } from '../support/content-folder.ts'

it('sees at each question whether the site has been built again, from this content or from another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content/site.yaml'), SITE)
  const content = loadContent(join(folder, 'content'))
  const built = new BuiltSite(join(folder, 'dist'))
  expect([built.isOf(content), built.stamp()]).toEqual([false, ''])

  const note = join(folder, 'dist', INDEX_FOLDER, CONTENT_HASH_FILE)
  mkdirSync(join(note, '..'), { recursive: true })
  writeFileSync(note, `${contentHash(content.root)}\n`)
  expect(built.isOf(content)).toBe(true)
  const first = built.stamp()

  rmSync(note)
  writeFileSync(note, 'the hash of another content\n')
  expect(built.isOf(content)).toBe(false)
  expect(built.stamp()).not.toBe(first)
})
