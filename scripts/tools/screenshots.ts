import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { serve } from '../../src/site/build/static-server.ts'

/** `npm run screenshots`: pictures of the built site in .github/screenshots/, two of which the README shows. */
const PAGES = [
  { name: 'home', path: '' },
  { name: 'issue', path: 'issues/spark-join-oom/' },
  { name: 'calendar', path: 'oncall/data-engineering/2026/' },
]
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
        timezoneId: 'Europe/Berlin',
      })
      const page = await context.newPage()
      await page.clock.install({ time: NOW })
      for (const { name, path } of PAGES) {
        await page.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' })
        const file = `${FOLDER}/${name}-${window}-${colorScheme}.png`
        await page.screenshot({ path: file })
        console.log(file)
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
