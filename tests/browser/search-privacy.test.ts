import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'
import { PASTES } from '../support/hostile/pastes.ts'

const site = openSite()
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

async function paste(page: Page, text: string) {
  await page.evaluate(async (pasted) => {
    await navigator.clipboard.writeText(pasted)
  }, text)
  await page.keyboard.press('ControlOrMeta+V')
}

/** Any run of letters and digits of a text that is its own: what must not be found anywhere. */
function traces(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]{5,}/gu) ?? []
  return [text.trim(), ...words].filter((each) => each.length > 4)
}

/** What leaves a page, and what stays of it in the browser, as one text. */
async function left(page: Page, sent: readonly string[]): Promise<string> {
  const kept = await page.evaluate(() =>
    [
      location.href,
      document.title,
      document.referrer,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      ...performance.getEntriesByType('navigation').map(({ name }) => name),
    ].join('\n'),
  )
  return [kept, ...sent].join('\n')
}

function watch(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push([request.url(), request.postData() ?? '', request.headers()['referer'] ?? ''].join(' '))
  })
  return sent
}

function expectNoTrace(everything: string, text: string): void {
  const plain = [everything, safeDecode(everything)].join('\n').toLowerCase()
  // Names of issues are in addresses of pages that are fetched; of a paste, nothing that is the reader's own.
  const own = traces(text).filter((each) => !KNOWN.test(each))
  for (const trace of own) {
    // As a word: `clipboard`, the name of a script of the site, says nothing of a board.
    const word = trace.toLowerCase().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    expect(plain).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u'))
  }
}
const KNOWN =
  /^(?:kafka|consumer|division|rebalancing|localhost|fetch|search|index|state|terms|https?|value|script|lines?|example)$/i

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text.replaceAll('+', ' ')
  }
}

describe('what is pasted stays in the page', () => {
  test('60 hostile pastes leave no trace in the address, the history, the title, a request or a Referer', async () => {
    expect(PASTES).toHaveLength(60)
    const page = await site.open('search/', clipboard)
    await page.locator('search-page:not([busy])[data-answered]').waitFor()
    const field = page.getByLabel('Search, or paste an error')
    const sent = watch(page)
    for (const text of PASTES) {
      await field.fill('')
      await field.focus()
      await paste(page, text)
      await page.locator('search-page:not([busy])[data-answered]').waitFor()
      await field.press('Enter')
      await page.locator('search-page:not([busy])[data-answered]').waitFor()
      expectNoTrace(await left(page, sent), text)
      expect(new URL(page.url()).search).toBe('')
    }
    // A page that is opened from there is not told either.
    await field.fill('')
    await paste(
      page,
      'CommitFailedException: Commit cannot be completed since the group has already rebalanced anna.meier',
    )
    await page.locator('.result-hit').first().waitFor()
    await page.locator('[data-results] .result-link').first().click()
    await page.waitForURL('**/issues/**')
    expectNoTrace(await left(page, sent), 'engagement-loader anna.meier')
    expectNoComplaints(page)
  })

  test.each(['', '404.html'])('pasted into the field of /%s and sent off with Enter', async (path) => {
    const page = await site.open(path, clipboard)
    for (const text of PASTES.filter((each) => each.length < 120 && !each.includes('\n')).slice(0, 12)) {
      const sent = watch(page)
      await page.locator('form.find input').fill('')
      await page.locator('form.find input').focus()
      await paste(page, text)
      await page.keyboard.press('Enter')
      await page.locator('dialog[open]').waitFor()
      await page.locator('dialog [role=status] p').first().waitFor()
      expectNoTrace(await left(page, sent), text)
      expect(new URL(page.url()).search).toBe('')
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
  })

  test('Back brings back what was pasted, from a result', async () => {
    const page = await site.open('runbooks/', clipboard)
    await page.keyboard.press('/')
    const text =
      'CommitFailedException: Commit cannot be completed since the group has already rebalanced anna.meier'
    await paste(page, text)
    await page.locator('dialog .result-hit').first().waitFor()
    await page.locator('dialog .result-link').first().click()
    await page.waitForURL('**/issues/**')
    await page.goBack()
    await page.locator('dialog .result-hit').first().waitFor()
    await eventually(() => page.locator('dialog textarea').inputValue()).toBe(text)
  })

  test('an address that was made elsewhere and has what it should not is cleaned', async () => {
    const page = await site.open('search/?q=anna.meier%40example.org')
    await page.locator('search-page:not([busy])[data-answered]').waitFor()
    await page.waitForURL('**/search/')
    await eventually(() => page.getByLabel('Search, or paste an error').inputValue()).toBe(
      'anna.meier@example.org',
    )
  })

  test('the reader can copy a link to it, and nobody else does', async () => {
    const page = await site.open('search/', clipboard)
    await page.locator('search-page:not([busy])[data-answered]').waitFor()
    await page.getByLabel('Search, or paste an error').focus()
    await paste(
      page,
      'CommitFailedException: Commit cannot be completed since the group has already rebalanced',
    )
    await page.locator('.result-hit').first().waitFor()
    await page.getByRole('button', { name: 'Copy link to this search' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(copied).searchParams.get('q')).toBe(
      'CommitFailedException: Commit cannot be completed since the group has already rebalanced',
    )
    expect(new URL(page.url()).search).toBe('')
  })
})
