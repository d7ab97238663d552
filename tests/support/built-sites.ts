import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { npmRun } from './npm-run.ts'

/** Sites built for the tests, as folders. */
export interface BuiltSites {
  root: string
  /** The same commit and date once more, in another folder and time zone. */
  again: string
  /** For `BASE_PATH=/runbooks`, of content with `BUSINESS_HOURS` in which the issue of `RENAMED` was renamed. */
  based: string
  /** The same content, built where it had been built before the issue was renamed. */
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
  const root = await site('root')
  const again = await site('again', { TZ: 'Pacific/Kiritimati' })
  const CONTENT_ROOT = join(folder, 'content')
  const place = { BASE_PATH: '/runbooks', SITE_URL: 'https://example.com', CONTENT_ROOT }
  await cp('content', CONTENT_ROOT, { recursive: true })
  const { from, to } = BUSINESS_HOURS
  await appendFile(
    join(CONTENT_ROOT, 'rotas/data-engineering.yaml'),
    `businessHours: { from: '${from}', to: '${to}' }\n`,
  )
  await site('rebuilt', place)
  await npmRun(['rename', '--', `issues/${RENAMED.from}`, RENAMED.to], { CONTENT_ROOT })
  const rebuilt = await site('rebuilt', place)
  const based = await site('based', place)
  return { folder, sites: { root, again, based, rebuilt } }
}
