import sharp from 'sharp'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openSite } from '../support/browser.ts'
import { readPagesOf } from '../support/pages.ts'

const site = openSite()

/** Every page that has something wide, of rules of the check the first alone: those differ in a few words. */
const pages = readPagesOf(inject('sites').root)
  .filter(({ html }) => /<table|class="scroll/.test(html))
  .map(({ path }) => path)
  .filter((path, _, all) => !path.startsWith('contributing/rules/') || path === all.find(isRule))

const WINDOWS = [
  { of: 'the smallest phone', width: 320, text: '100%', scheme: 'light' },
  { of: 'a phone', width: 390, text: '100%', scheme: 'dark' },
  { of: 'a phone with text twice as large', width: 390, text: '200%', scheme: 'light' },
] as const

/** Width of the strip at each side that is looked at, in pixels, and how many of 255 levels the eye sees as a shadow. */
const STRIP = 10
const SEEN = 16

interface Sides {
  left: boolean
  right: boolean
}
/** One thing that may scroll sideways: where there is more, and where a shadow says so, at its start, middle and end. */
interface Found {
  what: string
  more: Sides
  shadow: Sides
}

const found = new Map<string, Found[]>(WINDOWS.map(({ of }) => [of, []]))
/** Tables that are cut off, and what scrolls and the keyboard does not reach. */
const hidden: string[] = []
const unreached: string[] = []

beforeAll(async () => {
  for (const { of, width, text, scheme } of WINDOWS) {
    const page = await site.open('', { viewport: { width, height: 844 }, colorScheme: scheme })
    const kinds = new Set<string>()
    for (const path of pages) {
      await page.goto(site.url(path))
      await withoutText(page, text)
      hidden.push(...(await cut(page)).map((each) => `${each} on /${path}, ${of}`))
      for (const scroller of await page.locator('.scroll:visible').all()) {
        const label = await scroller.evaluate(
          (each) => each.getAttribute('aria-label') ?? each.firstElementChild?.tagName ?? '',
        )
        const scrolls = await scroller.evaluate((each) => each.scrollWidth > each.clientWidth)
        // One of a kind: what is on its ground, and whether there is more.
        const kind = `${path.split('/')[0] ?? ''}: ${label}, ${String(scrolls)}`
        if (kinds.has(kind)) continue
        kinds.add(kind)
        const what = `${label} on /${path}`
        found.get(of)?.push(...(await look(page, scroller, what)))
        if (scrolls && !(await scrollsByKey(page, scroller))) unreached.push(`${what}, ${of}`)
      }
    }
    await page.context().close()
  }
})

describe('what is wider than a phone', () => {
  it.each(WINDOWS)('has a shadow at each side where there is more, and at no other, on $of', ({ of }) => {
    const all = found.get(of) ?? []
    expect(all.filter(({ more }) => more.left || more.right).length).toBeGreaterThan(5)
    expect(all.filter(({ more }) => !more.left && !more.right).length).toBeGreaterThan(1)
    expect(
      all.filter(({ more, shadow }) => more.left !== shadow.left || more.right !== shadow.right),
    ).toEqual([])
  })

  it('is cut off nowhere', () => {
    expect(hidden).toEqual([])
  })

  it('is reached with the Tab key, shows that it is, and scrolls with the arrow keys', () => {
    expect(unreached).toEqual([])
  })
})

function isRule(path: string): boolean {
  return path.startsWith('contributing/rules/')
}

/** Leaves grounds and shadows alone: a letter at the edge is no shadow. */
async function withoutText(page: Page, size: string): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:has(.scroll)'))
      details.open = true
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '.scroll * { color: transparent !important; border-color: transparent !important; text-decoration: none !important }' +
        '.scroll :is(svg, img, input, button, code, .who, .sev) { visibility: hidden !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, size)
}

/** Tables of which a part cannot be scrolled to. */
function cut(page: Page): Promise<string[]> {
  return page.locator('table:visible').evaluateAll((tables) =>
    tables.flatMap((table) => {
      for (let around = table.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around)
        if (overflowX === 'auto' || overflowX === 'scroll') return []
        if (/hidden|clip/.test(overflowX) && around.scrollWidth > around.clientWidth + 1)
          return [around.className]
      }
      return []
    }),
  )
}

async function look(page: Page, scroller: Locator, what: string): Promise<Found[]> {
  const result: Found[] = []
  for (const place of [0, 0.5, 1]) {
    const { more, box, isLittle } = await scroller.evaluate((each, place) => {
      each.scrollLeft = (each.scrollWidth - each.clientWidth) * place
      each.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top, right, bottom } = each.getBoundingClientRect()
      const end = each.scrollWidth - each.clientWidth - each.scrollLeft
      // What is left of the way may be no more than the space after the last cell.
      const space = 0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize)
      const isLittle = [each.scrollLeft, end].some((way) => way > 1 && way <= space)
      return {
        isLittle,
        more: { left: each.scrollLeft > 1, right: end > 1 },
        // Between the bars of the incident and of the tabs.
        box: { left, right, top: Math.max(top, 140), bottom: Math.min(bottom, innerHeight - 240) },
      }
    }, place)
    if (isLittle) continue
    const picture = await page.screenshot({
      clip: {
        x: Math.ceil(box.left),
        y: Math.ceil(box.top),
        width: Math.floor(box.right) - Math.ceil(box.left),
        height: Math.max(1, Math.floor(box.bottom - box.top)),
      },
    })
    const steps = await shades(picture)
    const shadow = { left: steps.left >= SEEN, right: steps.right >= SEEN }
    const where = `${String(place)} of its way, ${JSON.stringify(steps)}`
    result.push({ what: `${what} at ${where}`, more, shadow })
    if (!more.left && !more.right) break
  }
  return result
}

/** By how many levels of 255 the outermost pixels differ from those a strip further in, at each side, in most rows. */
async function shades(picture: Buffer): Promise<{ left: number; right: number }> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const level = (row: number, column: number) => data[(row * info.width + column) * info.channels] ?? NaN
  const middle = (numbers: number[]) => numbers.toSorted((one, two) => one - two)[numbers.length >> 1] ?? NaN
  const rows = Array.from({ length: info.height }, (_, row) => row)
  const step = (outer: number, inner: number) =>
    middle(rows.map((row) => Math.abs(level(row, outer) - level(row, inner))))
  return { left: step(0, STRIP + 2), right: step(info.width - 1, info.width - 3 - STRIP) }
}

/** Whether the keyboard's focus on it can be seen, and an arrow key then scrolls it. */
async function scrollsByKey(page: Page, scroller: Locator): Promise<boolean> {
  await scroller.evaluate((each) => {
    each.scrollLeft = 0
    // The keyboard's own focus: what a script focuses after a key is shown as that.
    if (each instanceof HTMLElement) each.focus({ preventScroll: true })
  })
  await page.keyboard.press('ArrowRight')
  const seen = await scroller.evaluate((each) => {
    // Chromium alone lets the Tab key stop at what scrolls without being asked.
    const isStop = each instanceof HTMLElement && each.tabIndex === 0
    const reached = isStop && document.activeElement === each && each.matches(':focus-visible')
    return reached && getComputedStyle(each).outlineStyle !== 'none'
  })
  const moved = await scroller.evaluate(async (each) => {
    // A key scrolls in a frame or two; a busy machine may take its time.
    for (let waited = 0; each.scrollLeft === 0 && waited < 5000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20))
    return each.scrollLeft > 0
  })
  await page.keyboard.press('Escape')
  return seen && moved
}
