import { globSync } from 'node:fs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openSite } from '../support/browser.ts'
import { withoutLikePages } from '../support/pages.ts'

const site = openSite()

/** Every page but the permanent links, which hold nothing but a link. */
const pages = withoutLikePages(
  globSync('**/index.html', { cwd: inject('sites').root })
    .filter((file) => !file.startsWith('alerts'))
    .map((file) => file.replace(/index\.html$/, '')),
)

const WINDOWS = [
  { of: 'the smallest phone', width: 320, height: 640, text: '100%', font: 'Liberation Sans' },
  { of: 'the smallest phone with a wide font', width: 320, height: 640, text: '100%', font: 'DejaVu Sans' },
  {
    of: 'the smallest phone with text twice as large',
    width: 320,
    height: 640,
    text: '200%',
    font: 'Liberation Sans',
  },
  {
    of: 'the smallest phone with text twice as large in a wide font',
    width: 320,
    height: 640,
    text: '200%',
    font: 'DejaVu Sans',
  },
  { of: 'a small phone', width: 360, height: 740, text: '100%', font: 'DejaVu Sans' },
  { of: 'a phone', width: 390, height: 844, text: '100%', font: 'DejaVu Sans' },
  { of: 'a small phone held sideways', width: 640, height: 320, text: '100%', font: 'DejaVu Sans' },
  { of: 'a phone with text twice as large', width: 390, height: 800, text: '200%', font: 'DejaVu Sans' },
  { of: 'a phone held sideways', width: 667, height: 375, text: '100%', font: 'DejaVu Sans' },
  { of: 'a tablet', width: 768, height: 1024, text: '100%', font: 'Liberation Sans' },
  { of: 'a laptop', width: 1280, height: 860, text: '100%', font: 'DejaVu Sans' },
  { of: 'a large screen', width: 1440, height: 900, text: '100%', font: 'Liberation Sans' },
]

/** What is wrong with each page in each window: a page is opened once, and laid out anew for each of them. */
const wrong = new Map<string, string[]>(WINDOWS.map(({ of }) => [of, []]))
const opened: string[] = []

beforeAll(async () => {
  const page = await site.open('')
  for (const path of pages) {
    await page.goto(site.url(path))
    opened.push(path)
    for (const { of, width, height, text, font } of WINDOWS) {
      await page.setViewportSize({ width, height })
      const found = await page.evaluate(
        ({ font, text }) => {
          const root = document.documentElement
          root.style.setProperty('--sans', `'${font}'`)
          root.style.fontSize = text
          const cut = [...document.querySelectorAll('pre')].filter(
            (block) => block.scrollWidth > block.clientWidth + 1,
          )
          return { width: innerWidth, sideways: root.scrollWidth - innerWidth, cut: cut.length }
        },
        { font, text },
      )
      if (found.width !== width) wrong.get(of)?.push(`/${path} was ${String(found.width)} px wide`)
      if (found.sideways > 0) wrong.get(of)?.push(`/${path} scrolls sideways by ${String(found.sideways)} px`)
      if (found.cut > 0) wrong.get(of)?.push(`/${path} cuts ${String(found.cut)} blocks`)
    }
  }
})

describe('on every page', () => {
  it.each(WINDOWS)('nothing is wider than $of, and no line of code is cut', ({ of }) => {
    expect(opened).toEqual(pages)
    expect(wrong.get(of)).toEqual([])
  })
})
