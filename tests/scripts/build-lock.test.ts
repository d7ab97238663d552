import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { buildFailure } from '../../scripts/lib/build-failure.ts'
import { lockBuild } from '../../scripts/lib/build-lock.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-lock-'))
const lock = path.join(folder, 'deep', 'build.lock')
const said: string[] = []
const options = { say: (sentence: string) => said.push(sentence), pause: 5 }

beforeEach(() => {
  said.length = 0
  rmSync(path.dirname(lock), { recursive: true, force: true })
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('two builds at once', () => {
  it('work one after the other, and the second says whom it waits for, once', async () => {
    const order: string[] = []
    const release = await lockBuild(lock, options)
    const second = lockBuild(lock, options).then((done) => {
      order.push('second begins')
      done()
    })
    await new Promise((resolve) => setTimeout(resolve, 60))
    order.push('first ends')
    release()
    await second
    expect(order).toEqual(['first ends', 'second begins'])
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Another build works here \\(process ${String(process.pid)}, since .*\\)\\. This one begins when it has ended\\.$`,
        ),
      ),
    ])
    expect(existsSync(lock)).toBe(false)
  })

  it('and twenty of them never work at the same time', async () => {
    let working = 0
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const release = await lockBuild(lock, { ...options, pause: 1 })
        working += 1
        expect(working).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 1))
        working -= 1
        release()
      }),
    )
  })

  it('the second gives up in a sentence where the first never ends', async () => {
    const release = await lockBuild(lock, options)
    await expect(lockBuild(lock, { ...options, patience: 20 })).rejects.toThrow(
      `and does not end. End it, or delete ${lock}.`,
    )
    release()
  })
})

describe('a build that was killed holds up nobody', () => {
  it('by its number, which no process has any more', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.on('close', resolve))
    const first = await lockBuild(lock, options)
    first()
    writeFileSync(lock, JSON.stringify({ pid: child.pid, since: '2026-11-26' }))
    const release = await lockBuild(lock, options)
    release()
    expect(said).toEqual([])
  })

  it('by its silence, where another process has its number now or the lock says nothing', async () => {
    const before = new Date(Date.now() - 120_000)
    for (const text of [JSON.stringify({ pid: process.pid, since: 'x' }), '', 'no json']) {
      const first = await lockBuild(lock, options)
      first()
      writeFileSync(lock, text)
      utimesSync(lock, before, before)
      const release = await lockBuild(lock, options)
      release()
    }
    expect(said).toEqual([])
  })
})

describe('a failed build says', () => {
  it.each([
    [
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      'The disk is full.',
    ],
    [
      new Error('Something went wrong inside rolldown: No space left on device (os error 28)'),
      'The disk is full.',
    ],
    [new Error('x', { cause: new Error('EDQUOT: disk quota exceeded') }), 'The disk is full.'],
    [new Error("EROFS: read-only file system, mkdir '/x'"), 'The build may not write where it has to: EROFS'],
    [
      new Error("EACCES: permission denied, rename '/a' -> '/b'"),
      'The build may not write where it has to: EACCES',
    ],
    [new Error('content/issues/a.md:3:1 <div> …'), 'content/issues/a.md:3:1 <div> …'],
    ['text', 'text'],
  ])('of %s what to do', (error, sentence) => {
    expect(buildFailure(error, [folder])).toContain(sentence)
  })
})
