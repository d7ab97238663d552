import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { SEED, scale } from '../oncall/scale.ts'
import { deadLinks } from '../support/dead-links.ts'
import { generatedFolders, writeGenerated } from '../support/generated-folder.ts'
import { BUILD_DATE, npmRun } from '../support/npm-run.ts'

const WANTED = scale(12, 100)
const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-generated-'))
/** The folders that pass the check, of all that were drawn. */
const sound = generatedFolders(WANTED * 4, SEED)
  .map((generated, index) => {
    const root = path.join(folder, String(index), 'content')
    writeGenerated(root, generated)
    return { root, base: generated.base, index }
  })
  .filter(({ root }) =>
    checkContent(loadContent(root), { today: BUILD_DATE }).every(({ severity }) => severity !== 'error'),
  )
  .slice(0, WANTED)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe(`generated folders that pass the check, seed ${String(SEED)}`, { timeout: 3_600_000 }, () => {
  it('are as many as are to be built', () => {
    expect(sound).toHaveLength(WANTED)
  })

  it.each(sound)('$index is built, and no link of its site leads nowhere', async ({ root, base }) => {
    // One place for all: what renders pages is made once.
    const place = path.join(folder, base === '/' ? 'root' : 'based')
    await npmRun(['build'], { CONTENT_ROOT: root, BUILD_ROOT: place, BASE_PATH: base })
    expect(deadLinks(path.join(place, 'dist'), base === '/' ? '/' : `${base}/`)).toEqual([])
  })
})
