import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { contentRoot } from '../../src/content/read/load.ts'
import { npmRun } from './npm-run.ts'

/** The content of the tests' own: one of everything, and no real team behind it. */
export const FIXTURE = 'tests/fixtures/site'

/** Sites built for the tests, as folders; only `ours` is built where `ONLY_SITE=ours`, and the others are `''`. */
export interface BuiltSites {
  root: string
  /** The content folder of this checkout (`CONTENT_ROOT`, else `content/`), whatever is in it. */
  ours: string
  /**
   * For `BASE_PATH=/runbooks`, of content with `BUSINESS_HOURS` in which the issue of `RENAMED` was renamed; built in
   * another time zone than the others.
   */
  based: string
  /** The same content, built in another folder, where it had been built before the issue was renamed. */
  rebuilt: string
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites
  }
}

export const RENAMED = { from: 'stale-data-backfill-delays', to: 'stale-data' }
export const BUSINESS_HOURS = { from: '08:00', to: '18:30' }

interface Shared {
  builtSites?: Promise<{ sites: BuiltSites; folder: string }>
  users?: number
}

// Each project of vitest loads this file for itself; what they share has to live outside of modules.
const shared: Shared = ((globalThis as { watchbook?: Shared }).watchbook ??= {})

/** Builds the sites once for all projects that need them, through the command that a user runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.builtSites ??= buildAll()
  shared.users = (shared.users ?? 0) + 1
  const { sites, folder } = await shared.builtSites
  project.provide('sites', sites)
  return async () => {
    shared.users = (shared.users ?? 1) - 1
    if (shared.users === 0) await rm(folder, { recursive: true, force: true })
  }
}

async function buildAll() {
  const folder = await mkdtemp(join(tmpdir(), 'watchbook-'))
  const site = async (name: string, environment: Record<string, string> = {}) => {
    await npmRun(['build'], { BUILD_ROOT: join(folder, name), ...environment })
    return join(folder, name, 'dist')
  }
  const ours = await site('ours', { CONTENT_ROOT: contentRoot() })
  if (process.env.ONLY_SITE === 'ours') return { folder, sites: { root: '', ours, based: '', rebuilt: '' } }
  const root = await site('root', { CONTENT_ROOT: FIXTURE })
  const CONTENT_ROOT = join(folder, 'content')
  const place = { BASE_PATH: '/runbooks', SITE_URL: 'https://example.com', CONTENT_ROOT }
  await cp(FIXTURE, CONTENT_ROOT, { recursive: true })
  const { from, to } = BUSINESS_HOURS
  await appendFile(
    join(CONTENT_ROOT, 'rotas/data-engineering.yaml'),
    `businessHours: { from: '${from}', to: '${to}' }\n`,
  )
  await site('rebuilt', place)
  await npmRun(['rename', '--', `issues/${RENAMED.from}`, RENAMED.to], { CONTENT_ROOT })
  const rebuilt = await site('rebuilt', place)
  const based = await site('based', { ...place, TZ: 'Pacific/Kiritimati' })
  return { folder, sites: { root, ours, based, rebuilt } }
}
