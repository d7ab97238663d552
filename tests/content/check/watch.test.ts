import fs, { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, type FSWatcher } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { check } from '../../../scripts/commands/check.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { withContent } from './broken-content.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

class Ended extends Error {}

/**
 * Runs `check --watch` and does something after each of its reports, until nothing is left to do.
 *
 * @returns the reports, and what was said of a failure
 */
async function watched(root: string, steps: (() => void)[]): Promise<{ reports: string[]; failure: string }> {
  const reports: string[] = []
  let failure = ''
  await runCommand(check, ['--watch'], {
    root,
    now: new Date(),
    zone: 'UTC',
    out(text) {
      if (!text.startsWith('Watching')) {
        reports.push(text)
        return
      }
      const step = steps.shift()
      if (step === undefined) throw new Ended('The test has seen enough.')
      setTimeout(step, 50)
    },
    error: (text) => (failure += text),
  })
  return { reports, failure }
}

describe('npm run check -- --watch', () => {
  it('looks with the date of the day on which something is saved, however long it has run', async () => {
    await withContent(async (root) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T23:00:00Z') })
      const page = path.join(root, 'issues/orders-late.md')
      const text = readFileSync(page, 'utf8').replace(/^reviewed: .*$/m, 'reviewed: 2026-11-28')
      const { reports } = await watched(root, [
        () => {
          writeFileSync(page, text)
        },
        () => {
          vi.setSystemTime(new Date('2026-11-27T01:00:00Z'))
          writeFileSync(page, `${text}\n`)
        },
      ])
      const isInFuture = reports.map((report) => report.includes('review-in-future'))
      expect(isInFuture).toEqual([false, true, false])
    })
  })

  it.each([
    [
      'ENOSPC',
      /cannot be watched for changes \(ENOSPC\)\.\n {4}This machine watches as many files as it may\./,
    ],
    ['EPERM', /cannot be watched for changes \(EPERM\)\.\n {4}See that the folder is there/],
  ])('says in a sentence that the system refuses to watch, at the start or later: %s', async (code, said) => {
    await withContent(async (root) => {
      const { watch } = fs
      let watcher: FSWatcher | undefined
      vi.spyOn(fs, 'watch').mockImplementation(((...given: Parameters<typeof watch>) => {
        watcher = watch(...given)
        return watcher
      }) as typeof watch)
      syncBuiltinESMExports()
      const error = Object.assign(new Error(code), { code })
      const later = await watched(root, [() => watcher?.emit('error', error), () => undefined])
      expect(later.failure).toMatch(said)
      vi.spyOn(fs, 'watch').mockImplementation(() => {
        throw error
      })
      syncBuiltinESMExports()
      expect((await watched(root, [])).failure).toMatch(said)
    })
  })

  it('ends with a sentence where the folder is taken away', async () => {
    await withContent(async (root) => {
      const aside = path.join(mkdtempSync(path.join(path.dirname(root), 'aside-')), 'content')
      const { failure } = await watched(root, [
        () => {
          renameSync(root, aside)
        },
      ])
      renameSync(aside, root)
      rmSync(path.dirname(aside), { recursive: true })
      expect(failure).toContain('cannot be watched for changes (ENOENT).')
    })
  })
})
