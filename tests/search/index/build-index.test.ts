import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startIndex } from '../../../src/search/index/build-index.ts'

it('says that the process of Pagefind has ended, rather than wait for it for ever', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-index-'))
  let process: ChildProcess | undefined
  const note = (message: unknown) => ({ process } = message as { process: ChildProcess })
  subscribe('child_process', note)
  const index = await startIndex({ language: 'en', synonyms: [], everyday: [] })
  unsubscribe('child_process', note)
  try {
    index.add('index.html', '<html><body><h1>Late</h1></body></html>')
    // As one that the system has little memory for: it takes what it is sent, answers nothing, and is gone.
    process?.kill('SIGSTOP')
    const written = index.write(folder)
    const said = expect(written).rejects.toThrow(
      "The search index cannot be made: Pagefind's process has ended (SIGKILL).",
    )
    await wait(200)
    process?.kill('SIGKILL')
    await said
  } finally {
    await index.close()
    rmSync(folder, { recursive: true })
  }
})
