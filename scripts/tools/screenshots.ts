import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { serve } from '../../src/site/build/static-server.ts'

/**
 * `npm run screenshots`: pictures of each kind of page of the built site in .github/screenshots/, two of which the README
 * shows. With few colors they are a third as large, and look the same.
 */
const PAGES: { name: string; path: string; ready?: string }[] = [
  { name: 'home', path: '' },
  { name: 'issues', path: 'issues/' },
  { name: 'issue', path: 'issues/spark-join-oom/' },
  { name: 'runbook', path: 'runbooks/engagement/' },
  { name: 'pipelines', path: 'pipelines/' },
  { name: 'search', path: 'search/?q=consumer+lag' },
  { name: 'calendar', path: 'oncall/data-engineering/2026/' },
  { name: 'engineer', path: 'oncall/data-engineering/engineer-a/' },
  {
    name: 'change',
    path: 'oncall/data-engineering/change/',
    // The planner first says that it works it out; its answer takes the place of that.
    ready: '.change-result > :not(:text("Working it out"))',
  },
]
const COLORS = 96
const WINDOWS = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'desktop', width: 1280, height: 860 },
]
const SCHEMES = ['light', 'dark'] as const
/** A Wednesday within a turn, so that pictures taken on different days agree. */
const NOW = '2026-11-25T03:12:00-05:00'
const FOLDER = '.github/screenshots'

await mkdir(FOLDER, { recursive: true })
const server = await serve({ folder: FOLDERS.site, base: process.env['BASE_PATH'], port: 0 })
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
try {
  for (const { name: window, width, height } of WINDOWS) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        timezoneId: 'Europe/Berlin',
      })
      const page = await context.newPage()
      await page.clock.install({ time: NOW })
      for (const { name, path, ready } of PAGES) {
        await page.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' })
        if (ready !== undefined) await page.locator(ready).first().waitFor()
        const file = `${FOLDER}/${name}-${window}-${colorScheme}.png`
        const picture = await page.screenshot()
        const { size } = await sharp(picture).png({ palette: true, colors: COLORS, effort: 10 }).toFile(file)
        console.log(`${file} ${String(Math.round(size / 1024))} KB`)
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
