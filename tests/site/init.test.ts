import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { npmRun } from '../support/npm-run.ts'

describe('a content folder of one’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-own-'))
  const page = (path: string) => readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8')

  beforeAll(async () => {
    await npmRun(['init', '--', join(folder, 'content'), '--name', 'Team of Ours'], {})
    await npmRun(['build'], { CONTENT_ROOT: join(folder, 'content'), BUILD_ROOT: folder })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('is made by npm run init, passes the check and builds', () => {
    expect(page('')).toContain('Team of Ours')
    expect(page('issues/orders-late')).toContain('Orders are late')
    expect(page('runbooks/orders')).toContain('Start here')
    expect(page('oncall/on-call/2026')).toContain('Engineer B')
  })

  test('has nothing of this project’s own content', () => {
    const foreign = /kafka|finance|spark/i
    const pages = ['', 'issues', 'pipelines', 'runbooks', 'teams/data-engineering', 'oncall/on-call/2026']
    expect(pages.filter((path) => foreign.test(page(path)))).toEqual([])
  })
})
