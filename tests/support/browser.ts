import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import type { BuiltSites } from './built-sites.ts'

/** How long a page may take on a machine that is busy, in milliseconds. What it shows once it does is what a test asserts. */
export const PATIENCE = 120_000

/** The site in a real Chromium. Whatever a page complains of, or asks of another host, fails the test that opened it. */
export interface OpenSite {
  url: (path?: string) => string
  open: (path: string, options?: BrowserContextOptions & { now?: string }) => Promise<Page>
}

/** Serves a built site and opens a browser for the tests of a file. */
export function openSite(name: keyof BuiltSites = 'root', base = '/'): OpenSite {
  let server: StaticServer
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    server = await serve({ folder: inject('sites')[name], base, port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
    await server.close()
  })

  const url = (path = '') => new URL(path, server.url).href
  return {
    url,
    open: async (path, { now, ...options } = {}) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        // A test reads what the server has now; those of the worker ask for it.
        serviceWorkers: 'block',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      context.setDefaultTimeout(PATIENCE)
      contexts.push(context)
      const page = await context.newPage()
      watchFor(page, new URL(server.url).origin)
      if (now !== undefined) await page.clock.install({ time: now })
      await page.goto(url(path))
      return page
    },
  }
}

/**
 * Asserts of a page what may take a moment to be so: reads again until the assertion holds. Whatever follows from an event
 * or a script does, on a machine that is busy.
 */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: PATIENCE })
}

/** Waits until the page is at an address: its path with query and anchor, below the site's root. */
export async function expectAddress(page: Page, address: string | RegExp): Promise<void> {
  const here = () => {
    const { pathname, search, hash } = new URL(page.url())
    return `${pathname}${search}${hash}`
  }
  const poll = eventually(here)
  await (typeof address === 'string' ? poll.toBe(address) : poll.toMatch(address))
}

/**
 * The longest task of the page's main thread while `work` is done, in milliseconds of CPU: what else the machine does at
 * the same time does not count.
 */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser.')
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  await work()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const renderers = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  )
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && renderers.has(`${String(pid)} ${String(tid)}`),
  )
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of CPU. */
  tdur?: number
  args?: { name?: string }
}

const complaints = new WeakMap<Page, string[]>()

/** What a page has complained of so far: errors, refusals by the security policy, requests to other hosts. */
export function complaintsOf(page: Page): string[] {
  return complaints.get(page) ?? []
}

export function expectNoComplaints(page: Page): void {
  expect(complaintsOf(page), page.url()).toEqual([])
}

function watchFor(page: Page, origin: string): void {
  const found: string[] = []
  complaints.set(page, found)
  page.on('console', (message) => {
    // What Playwright says of `serviceWorkers: 'block'`.
    if (/Service Worker registration blocked/.test(message.text())) return
    if (['error', 'warning'].includes(message.type())) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    const { origin: to, protocol } = new URL(request.url())
    if (to !== origin && !['data:', 'blob:'].includes(protocol)) found.push(`another host: ${request.url()}`)
  })
}
