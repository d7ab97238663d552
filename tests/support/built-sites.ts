import { appendFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
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
   * another time zone than the others, on a machine with variables of its own.
   */
  based: string
  /** The same content, built in another folder, where it had been built before the issue was renamed. */
  rebuilt: string
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites
    /** A file that is there when the sites are; where they could not be built, it says why. */
    sitesReport: string
  }
}

export const RENAMED = { from: 'stale-data-backfill-delays', to: 'stale-data' }
/** The contact of Engineer C in that content, which does not say `personalContacts: show`. */
export const PERSONAL = { phone: '+1 555 0142', email: 'private-address@example.com' }
export const BUSINESS_HOURS = { from: '08:00', to: '18:30' }

interface Started {
  folder: string
  sites: BuiltSites
  report: string
  ended: Promise<void>
}

interface Shared {
  builtSites?: Promise<Started>
  users?: number
}

// Each project of vitest loads this file for itself; what they share has to live outside of modules.
const shared: Shared = ((globalThis as { watchbook?: Shared }).watchbook ??= {})

/**
 * Builds the sites once for all projects that need them, through the command that a user runs. Tests that need none begin
 * meanwhile; those of these projects wait in `wait-for-sites.ts`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.builtSites ??= start()
  shared.users = (shared.users ?? 0) + 1
  const { sites, report, folder, ended } = await shared.builtSites
  project.provide('sites', sites)
  project.provide('sitesReport', report)
  return async () => {
    shared.users = (shared.users ?? 1) - 1
    if (shared.users > 0) return
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'watchbook-'))
  const report = join(folder, 'report')
  const dist = (name: keyof BuiltSites) => join(folder, name, 'dist')
  const isOurs = process.env.ONLY_SITE === 'ours'
  const sites: BuiltSites = {
    root: isOurs ? '' : dist('root'),
    ours: dist('ours'),
    based: isOurs ? '' : dist('based'),
    rebuilt: isOurs ? '' : dist('rebuilt'),
  }
  const say = async (text: string) => {
    await writeFile(`${report}.new`, text)
    await rename(`${report}.new`, report)
  }
  const ended = buildAll(folder, isOurs).then(
    () => say(''),
    (error: unknown) => say(error instanceof Error ? error.message : String(error)),
  )
  return { folder, sites, report, ended }
}

async function buildAll(folder: string, isOurs: boolean): Promise<void> {
  const site = (name: keyof BuiltSites, environment: Record<string, string> = {}) =>
    npmRun(['build'], { BUILD_ROOT: join(folder, name), ...environment })
  await site('ours', { CONTENT_ROOT: contentRoot() })
  if (isOurs) return
  await site('root', { CONTENT_ROOT: FIXTURE })
  const CONTENT_ROOT = join(folder, 'content')
  const place = { BASE_PATH: '/runbooks', SITE_URL: 'https://example.com', CONTENT_ROOT }
  await cp(FIXTURE, CONTENT_ROOT, { recursive: true })
  const { from, to } = BUSINESS_HOURS
  await appendFile(
    join(CONTENT_ROOT, 'rotas/data-engineering.yaml'),
    `businessHours: { from: '${from}', to: '${to}' }\n`,
  )
  await appendFile(join(CONTENT_ROOT, 'engineers/engineer-c.yaml'), `contact: ${JSON.stringify(PERSONAL)}\n`)
  await site('rebuilt', place)
  await npmRun(['rename', '--', `issues/${RENAMED.from}`, RENAMED.to], { CONTENT_ROOT })
  await site('rebuilt', place)
  // Variables of the machine that Vite would take for its own.
  const foreign = { BASE_URL: 'https://staging.example.com', PROD: '', SITE: 'x' }
  await site('based', { ...place, ...foreign, TZ: 'Pacific/Kiritimati' })
}
