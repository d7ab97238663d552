import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../scripts/tools/chromium.ts'
import { serve } from '../src/site/build/static-server.ts'
import { readPagesOf, withoutLikePages } from './support/pages.ts'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const server = await serve({ folder: 'dist', base: '/', port: 0 })
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
const paths = [...withoutLikePages(readPagesOf('dist').map(({ path }) => path)), 'search/?q=consumer+lag', 'search/?q=qqqzzz', 'incident/']
console.log(paths.length)
for (const m of [{ n: '320x200%', width: 320, height: 640, size: '200%', forced: 'none' }, { n: '768 forced', width: 768, height: 1024, size: '100%', forced: 'active' }] as const) {
  const c = await browser.newContext({ viewport: m, serviceWorkers: 'block', reducedMotion: 'reduce', forcedColors: m.forced, bypassCSP: true, timezoneId: 'Europe/Berlin' })
  const page = await c.newPage()
  for (const path of paths) for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(new URL(path, server.url).href)
    await page.addStyleTag({ content: `html{font-size:${m.size}}` })
    if (path.startsWith('search/')) await page.waitForTimeout(800)
    const out = await page.evaluate(async (code) => {
      if (!('axe' in window)) (0, eval)(code)
      for (const bar of document.querySelectorAll<HTMLElement>('body *')) if (/sticky|fixed/.test(getComputedStyle(bar).position)) bar.style.position = 'static'
      const over = document.documentElement.scrollWidth - innerWidth
      const r = await (window as any).axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } }, preload: { assets: ['media'] } })
      return [...(over > 0 ? [`wider by ${over}`] : []), ...r.violations.flatMap(({ id, nodes }: any) => nodes.map((n: any) => `${id}: ${n.target.join(' ')}`))]
    }, axe).catch((e) => [String(e).slice(0, 300)])
    for (const o of out) console.log(m.n, colorScheme, '/' + path, o)
  }
  await c.close()
}
await browser.close(); await server.close()
