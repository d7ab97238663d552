import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { FIXTURE } from '../support/built-sites.ts'
import { PATIENCE, eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('a swap takes two taps from the page of an engineer to the forge, and its file passes the check', async () => {
  const page = await site.open('oncall/data-engineering/engineer-b/', {
    ...phone,
    now: '2026-11-24T12:00:00-05:00',
  })
  await page.locator('a.swap:visible').first().tap()
  await page.waitForURL(/\/oncall\/data-engineering\/change\/\?/)
  await page.clock.runFor(1000)
  const open = page.locator('.change-result a.button')
  await open.waitFor({ timeout: PATIENCE })
  await expect.poll(() => page.locator('.partners button').count()).toBe(3)
  await expect
    .poll(() => page.locator('.change-result').innerText())
    .toMatch(/Engineer [ACD] takes .+ from Engineer B\./)
  const address = new URL((await open.getAttribute('href')) ?? '')
  expect(address.href).toMatch(/^https:\/\/github\.com\/example\/watchbook\/new\/main\//)

  const content = mkdtempSync(join(tmpdir(), 'watchbook-change-'))
  try {
    cpSync(FIXTURE, content, { recursive: true })
    mkdirSync(join(content, 'overrides'), { recursive: true })
    const name = address.searchParams.get('filename') ?? ''
    writeFileSync(join(content, 'overrides', name), address.searchParams.get('value') ?? '')
    const findings = checkContent(loadContent(content), { today: '2026-11-24' })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(loadContent(content).ids.overrides).toEqual([name.replace('.yaml', '')])
  } finally {
    rmSync(content, { recursive: true, force: true })
  }
  expectNoComplaints(page)
})

test('a mistake is refused in the words of the check, and no file is offered', async () => {
  const page = await site.open('oncall/data-engineering/change/?engineer=engineer-b&kind=take', {
    ...phone,
    now: '2026-11-24T12:00:00-05:00',
  })
  await page.locator('.change-form').waitFor()
  await page.locator('.change-form summary').tap()
  await page.locator('input[name=from]').fill('2026-12-10')
  await page.locator('input[name=to]').fill('2026-12-08')
  await page.clock.runFor(1000)
  await expect
    .poll(() => page.locator('.change-result').innerText(), { timeout: PATIENCE })
    .toContain('ends before it begins. Swap or correct the dates.')
  await expect.poll(() => page.locator('.change-result a.button').count()).toBe(0)
  expectNoComplaints(page)
})

test('while the change with another engineer is worked out, the link of the one before is gone', async () => {
  const page = await site.open('oncall/data-engineering/change/?engineer=engineer-b', phone)
  const link = page.locator('.change-result a.button')
  await link.waitFor({ timeout: PATIENCE })
  const first = await link.getAttribute('href')
  const leftAtOnce = await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.partners button')[1]?.click()
    return document.querySelectorAll('.change-result a.button').length
  })
  expect(leftAtOnce).toBe(0)
  await eventually(() => link.getAttribute('href')).not.toBe(first)
  expectNoComplaints(page)
})

test('a planner that cannot be loaded is said each time, and offers no link', async () => {
  const page = await site.open('oncall/data-engineering/')
  await page.route(/change-planner/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.goto(site.url('oncall/data-engineering/change/?engineer=engineer-b'))
  const result = page.locator('.change-result')
  await eventually(() => result.innerText()).toContain('the planner could not be loaded')
  await page.locator('input[name=kind][value=leave]').check()
  await page.locator('input[name=leaveFrom]').fill('2027-03-01')
  await page.locator('input[name=leaveTo]').fill('2027-03-02')
  await page.locator('input[name=leaveTo]').blur()
  await eventually(() => result.innerText()).toContain('the planner could not be loaded')
  await eventually(() => result.locator('a').count()).toBe(0)
})
