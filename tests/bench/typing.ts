import { chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve } from '../../src/site/build/static-server.ts'

/** Names, symptoms, a misspelling, and words that nearly every page has. */
const QUERIES = [
  'kafka late data',
  'duplicate events',
  'divide by zero',
  'spark join oom',
  'amber basalt',
  'kafak velvet',
  'backfill queue growing',
  'accountant verification',
  'profit',
  'the dashboard of onyx shows it first',
]

/** From a key press on the search page of a built site to the frame in which its results are seen, in milliseconds. */
export async function measureSearch(
  folder: string,
): Promise<{ first: number; median: number; worst: number }> {
  const server = await serve({ folder, port: 0 })
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}search/`)
    await page.locator('search-page[data-answered]:not([busy])').waitFor()
    const round = async (queries: readonly string[]) => {
      const times: number[] = []
      for (const query of queries) times.push(await typed(page, query))
      return times.sort((a, b) => a - b)
    }
    const first = await round(QUERIES)
    // Other queries of words whose part of the index is loaded by then.
    const next = await round(QUERIES.map((query) => query.split(' ').reverse().join(' ')))
    const middle = (times: readonly number[]) => times[Math.floor(times.length / 2)] ?? NaN
    return { first: middle(first), median: middle(next), worst: next.at(-1) ?? NaN }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The last letter of a query is typed when the others stand there already. */
async function typed(page: Page, query: string): Promise<number> {
  await page.locator('search-page textarea').fill(query.slice(0, -1))
  await answered(page, query.slice(0, -1).trim())
  const time = await page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLTextAreaElement>('search-page textarea')
        const results = document.querySelector('search-page [data-results]')
        if (!field || !results) throw new Error('This is not the search page')
        let start = 0
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(performance.now() - start)
            })
          })
        })
        observer.observe(results, { childList: true })
        field.value = text
        start = performance.now()
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    query,
  )
  await answered(page, query)
  return time
}

async function answered(page: Page, query: string): Promise<void> {
  await page.waitForFunction(
    (text) =>
      new URL(location.href).searchParams.get('q') === text && !document.querySelector('search-page[busy]'),
    query,
  )
}
