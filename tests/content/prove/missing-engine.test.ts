import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspace } from './workspace.ts'

const TOP = path.join(import.meta.dirname, '../../..')
/** The scopes of the packages that a machine without optional dependencies does not have. */
const OPTIONAL = ['@duckdb', '@electric-sql']

describe('npm run prove on a machine without the optional packages', () => {
  const content = workspace()
  const folder = mkdtempSync(path.join(tmpdir(), 'no-engine-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  beforeAll(() => {
    for (const name of ['src', 'scripts', 'package.json'])
      cpSync(path.join(TOP, name), path.join(folder, name), { recursive: true })
    mkdirSync(path.join(folder, 'node_modules'))
    for (const name of readdirSync(path.join(TOP, 'node_modules')))
      if (!OPTIONAL.includes(name))
        symlinkSync(path.join(TOP, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction')
  })

  const prove = (...args: string[]) => {
    const run = spawnSync(process.execPath, ['scripts/watchbook.ts', 'prove', ...args], {
      cwd: folder,
      env: { ...process.env, CONTENT_ROOT: content.root },
      encoding: 'utf8',
    })
    return { code: run.status, said: run.stderr.replaceAll(/\s+/g, ' ') }
  }

  it('says in one sentence what to install, and fails', () => {
    const { code, said } = prove()
    expect(said).toContain(
      'The blocks cannot be run on duckdb (its package is not installed) and postgresql (its package is not installed). Install what is optional with `npm install @duckdb/node-api @electric-sql/pglite`.',
    )
    expect(code).toBe(2)
  })

  it('says so of the one engine that is asked for', () => {
    const { code, said } = prove('--engine', 'postgresql')
    expect(said).toContain('npm install @electric-sql/pglite`.')
    expect(said).not.toContain('duckdb')
    expect(code).toBe(2)
  })
})
