import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'
import { freePort, startDev } from '../support/dev-server.ts'

it('npm run dev shows pages in MDX also where other content was built since it was started last', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-dev-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  cpSync(FIXTURE, path.join(folder, 'content'), { recursive: true })
  // Without an index, it would build the site once.
  mkdirSync(path.join(folder, 'dist/pagefind'), { recursive: true })
  const store = '.astro/data-store.json'
  const keptEntries = () => (existsSync(store) ? readFileSync(store, 'utf8') : '')
  const port = await freePort()
  const shown = async () => {
    const server = await startDev({ CONTENT_ROOT: path.join(folder, 'content'), BUILD_ROOT: folder }, port)
    try {
      const { status } = await fetch(new URL('runbooks/engagement/', server.address))
      // Astro keeps the entries a moment later: from then on it takes the list of their modules for written.
      await expect.poll(keptEntries, { timeout: 120_000 }).toContain(path.basename(folder))
      return status
    } finally {
      await server.stop()
    }
  }
  expect(await shown()).toBe(200)
  writeFileSync('.astro/content-modules.mjs', 'export default new Map();')
  expect(await shown()).toBe(200)
})
