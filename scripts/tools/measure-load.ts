import { gzipSync } from 'node:zlib'
import { chromium, type Response } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

/** For how long nothing comes once all has come, in milliseconds. */
const QUIET = 1000

export interface Load {
  requests: number
  /** As a host sends them: text compressed, the rest (which is compressed already) as it is. */
  bytes: number
}

/** What a reader on an issue page downloads for a first search, and for the next one, in a real browser with an empty cache. */
export async function measureLoad(siteUrl: string): Promise<{ first: Load; next: Load }> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(`${siteUrl}issues/spark-join-oom/`, { waitUntil: 'networkidle' })
    let responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    const search = async (text: string, expected: string) => {
      responses = []
      await page.locator('dialog textarea').fill(text)
      await page.locator('dialog .result-link', { hasText: expected }).first().waitFor()
      // The page's own load state has long been reached: what counts is that nothing more is asked for.
      let seen = -1
      while (seen !== responses.length) {
        seen = responses.length
        await page.waitForTimeout(QUIET)
      }
    }
    await page.keyboard.press('/')
    await page.locator('dialog textarea').waitFor()
    const opening = responses
    await search('kafak late data', 'Late data')
    const first = await weigh([...opening, ...responses])
    await search('divide by zero', 'divide-by-zero')
    return { first, next: await weigh(responses) }
  } finally {
    await browser.close()
  }
}

async function weigh(responses: readonly Response[]): Promise<Load> {
  const sizes = await Promise.all(
    responses.map(async (response) => {
      const body = await response.body()
      const type = response.headers()['content-type'] ?? ''
      return /text|javascript|json|svg/.test(type) ? gzipSync(body).length : body.length
    }),
  )
  return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
