import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { ISSUE_BODY, page } from '../support/content-folder.ts'
import { open } from './client.ts'
import { folder } from './folder.ts'

const LOADED = pathToFileURL(path.join(import.meta.dirname, '../support/loaded-packages.mjs')).href
/** A parser of shells, which nothing but the check has a use for. */
const OF_THE_CHECK = 'LOADED unbash'

it('the check is loaded for a content that is not known to pass it, and for no other', async () => {
  const { root, write } = folder({ 'issues/late.md': page({ severity: 'sev2' }, ISSUE_BODY) })
  const built = `${root}-build`
  onTestFinished(() => {
    rmSync(built, { recursive: true, force: true })
  })
  const answered = async () => {
    const { client, call, errors } = await open(root, {
      BUILD_ROOT: built,
      NODE_OPTIONS: `--import ${LOADED}`,
    })
    const { isError, text } = await call('list', { kind: 'issue' })
    expect(isError, text).toBe(false)
    await client.close()
    await expect.poll(errors, { timeout: 30_000 }).toContain('LOADED zod')
    return errors()
  }
  expect(await answered()).toContain(OF_THE_CHECK)
  expect(await answered()).not.toContain(OF_THE_CHECK)
  write('issues/later.md', page({ title: 'Later', severity: 'sev2' }, ISSUE_BODY))
  expect(await answered()).toContain(OF_THE_CHECK)
})
