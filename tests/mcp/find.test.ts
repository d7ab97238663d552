import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { BuiltSite } from '../../src/mcp/built-site.ts'
import { Finder } from '../../src/mcp/find.ts'
import { loadCheck } from '../../src/mcp/check-code.ts'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { ContentSource } from '../../src/mcp/source.ts'
import { INDEX_FILE } from '../../src/search/engine/index-format.ts'
import { documentsOfContent } from '../../src/search/index/from-content.ts'
import { makeIndex } from '../../src/search/index/make-index.ts'
import { indexOptions } from '../../src/search/index/options.ts'
import { ISSUE_BODY, page, withFiles } from '../support/content-folder.ts'

await loadCheck()

it('an index that could not be read is read again', async () => {
  const issue = page({ title: 'Quokkas arrive late', severity: 'sev2' }, ISSUE_BODY)
  await withFiles({ 'issues/late.md': issue }, async (root) => {
    const built = new BuiltSite(`${root}-built`)
    const passed = new PassedChecks(`${root}-passed`, () => 'code')
    const address = { site: 'https://example.com', base: '/' }
    const served = new ContentSource(root, built, passed, address, () => new Date('2026-11-22')).served()
    vi.spyOn(built, 'isOf').mockReturnValue(true)
    mkdirSync(path.dirname(path.join(built.index, INDEX_FILE)), { recursive: true })
    writeFileSync(path.join(built.index, INDEX_FILE), 'half')
    const finder = new Finder(built)
    await expect(finder.prepare(served)).rejects.toThrow('JSON')
    for (const [name, text] of makeIndex(documentsOfContent(served.content), indexOptions(served.content))) {
      mkdirSync(path.dirname(path.join(built.index, name)), { recursive: true })
      writeFileSync(path.join(built.index, name), text)
    }
    await expect(finder.prepare(served)).resolves.toBeUndefined()
  })
})
