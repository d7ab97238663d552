import { deflateRawSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/kafka-late-data/'
const other = 'issues/spark-join-oom/'
const runbook = 'runbooks/engagement/'

/** The boxes appear with the first touch, key or scroll. */
async function boxes(page: Page) {
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  const found = page.locator('.prose .step-head input')
  await found.first().waitFor()
  return found
}
const ticked = (page: Page) => page.locator('tickable-steps input:checked').count()
const bar = (page: Page) => page.locator('#incident')

describe('an incident', () => {
  it('starts with one tap, says how long is left, and keeps the ticks that were there before', async () => {
    const page = await site.open(issue, { now: '2026-11-26T01:10:00Z' })
    await (await boxes(page)).nth(0).check()
    await (await boxes(page)).nth(1).check()
    await page.getByRole('button', { name: 'The incident starts now' }).click()
    await bar(page).getByText('Incident since 02:10').waitFor()
    await eventually(() => bar(page).innerText()).toMatch(
      /2 of \d+ steps done · 48 h left to “data available”/,
    )
    await eventually(() => ticked(page)).toBe(2)
    await page.clock.setSystemTime('2026-11-26T02:20:00Z')
    await page.reload()
    await boxes(page)
    await eventually(() => ticked(page)).toBe(2)
    await eventually(() => bar(page).innerText()).toContain('47 h left')
    expectNoComplaints(page)
  })

  it('may have started earlier; that moves no tick', async () => {
    const page = await site.open(issue, { now: '2026-11-26T03:10:00Z' })
    await (await boxes(page)).nth(0).check()
    await page.getByRole('button', { name: 'It started earlier' }).click()
    await page.getByLabel('Started at (your time)').fill('2026-11-26T02:10')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await bar(page).getByText('Incident since 02:10').waitFor()
    await eventually(() => ticked(page)).toBe(1)
    await expect
      .poll(() => page.locator('sla-deadline').innerText())
      .toContain('by Fri 27 Nov 20:10 New York (Sat 28 Nov 02:10 your time), 46 h left')
  })

  it.each([
    {
      night: 'in which the hour after two comes twice, in the first of them',
      started: '2026-10-25T00:30Z',
      now: '2026-10-25T02:30:00Z',
      since: '02:30',
      by: 'by Mon 26 Oct 20:30 New York (Tue 27 Oct 01:30 your time), 46 h left',
    },
    {
      night: 'in which the hour after two comes twice, in the second of them',
      started: '2026-10-25T01:30Z',
      now: '2026-10-25T02:30:00Z',
      since: '02:30',
      by: 'by Mon 26 Oct 21:30 New York (Tue 27 Oct 02:30 your time), 47 h left',
    },
    {
      night: 'in which the hour after two is left out',
      started: '2027-03-28T00:30Z',
      now: '2027-03-28T01:30:00Z',
      since: '01:30',
      by: 'by Mon 29 Mar 20:30 New York (Tue 30 Mar 02:30 your time), 47 h left',
    },
    {
      night: 'in which the rota’s clocks go back and the reader’s do not',
      started: '2026-11-01T05:30Z',
      now: '2026-11-01T07:30:00Z',
      since: '06:30',
      by: 'by Tue 3 Nov 00:30 New York (06:30 your time), 46 h left',
    },
  ])('over a night $night, has as long as it has on any other', async ({ started, now, since, by }) => {
    const page = await site.open(`${issue}?started=${started}`, { now })
    await bar(page).getByText(`Incident since ${since}`).waitFor()
    await eventually(() => page.locator('sla-deadline').innerText()).toContain(by)
    await eventually(() => bar(page).innerText()).toContain(/\d+ h left/.exec(by)?.[0])
    expectNoComplaints(page)
  })

  it('stays over links, other pages and the way back, and leads back to the step', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await page.goto(site.url(runbook))
    await bar(page).getByRole('link').click()
    await page.waitForURL(/kafka-late-data\/#./)
    await boxes(page)
    await eventually(() => ticked(page)).toBe(1)
  })

  it('counts the steps of every page that is walked, also of a runbook', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await page.goto(site.url(runbook))
    await page.mouse.move(10, 10)
    await page.locator('.prose .step > .tick input').first().check()
    await expect.poll(() => bar(page).innerText()).toMatch(/2 of \d+ steps done/)
  })

  it('keeps the boxes of a task list, as of the onboarding', async () => {
    const page = await site.open(`${runbook}onboarding/`)
    await page.mouse.move(10, 10)
    const tasks = page.locator('.prose li input')
    await tasks.first().waitFor()
    await eventually(() => tasks.count()).toBeGreaterThan(5)
    await tasks.nth(1).check()
    await page.reload()
    await page.mouse.move(10, 10)
    await eventually(() => tasks.nth(1).isChecked()).toBe(true)
    await eventually(() => ticked(page)).toBe(1)
  })

  it('in two tabs at once loses nothing of either', async () => {
    const a = await site.open(issue)
    const b = await a.context().newPage()
    await b.goto(site.url(issue))
    const [inA, inB] = [await boxes(a), await boxes(b)]
    await inA.nth(0).check()
    await inA.nth(1).check()
    await inB.nth(2).check()
    await expect.poll(() => ticked(a)).toBe(3)
    await a.reload()
    await boxes(a)
    await eventually(() => ticked(a)).toBe(3)
  })

  it('shows no tick of another day as done, and offers them with their date', async () => {
    const page = await site.open(issue, { now: '2026-11-26T01:10:00Z' })
    for (const place of [0, 1, 2]) await (await boxes(page)).nth(place).check()
    await page.clock.setSystemTime('2026-12-16T01:10:00Z')
    await page.reload()
    await boxes(page)
    await eventually(() => ticked(page)).toBe(0)
    const note = page.locator('.ticks-note')
    await eventually(() => note.innerText()).toContain(
      'You ticked 3 steps in the incident of 26 Nov 2026 02:10',
    )
    await note.getByRole('button', { name: 'Continue with them' }).click()
    await expect.poll(() => ticked(page)).toBe(3)
  })

  it('ends with one tap, which can be undone; the next one begins with no tick', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await bar(page).getByRole('button', { name: 'End' }).click()
    await bar(page).getByText('The incident has ended').waitFor()
    await eventually(() => ticked(page)).toBe(0)
    await bar(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => ticked(page)).toBe(1)
    await bar(page).getByRole('button', { name: 'End' }).click()
    await page.goto(site.url(other))
    await boxes(page)
    await eventually(() => ticked(page)).toBe(0)
    await eventually(() => bar(page).innerText()).toBe('')
  })

  it('says so where the browser keeps nothing, and ticks for as long as the page is open', async () => {
    const page = await site.open('404.html')
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    await page.goto(site.url(issue))
    await boxes(page)
    await page.getByText('This browser keeps nothing').waitFor()
    await (await boxes(page)).nth(0).check()
    await eventually(() => ticked(page)).toBe(1)
    expectNoComplaints(page)
  })

  it('keeps ticks for as long as the page is open where the device has no room left', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    for (const place of [1, 2]) await (await boxes(page)).nth(place).check()
    await eventually(() => ticked(page)).toBe(3)
    await expect.poll(() => bar(page).innerText()).toMatch(/3 of \d+ steps done/)
    expectNoComplaints(page)
  })

  it.each(['null', '[]', 'x', '{"path":"/","opened":9e99}', '{"path":"/","opened":1,"pages":{"/":null}}'])(
    'is none where the device holds what this site has not written: %s',
    async (kept) => {
      const page = await site.open('404.html')
      await page.evaluate((text) => {
        localStorage.setItem('incident', 'abcd')
        localStorage.setItem('incident:abcd', text)
        localStorage.setItem('values', text)
      }, kept)
      await page.goto(site.url(issue))
      await (await boxes(page)).nth(0).check()
      await expect.poll(() => bar(page).innerText()).toMatch(/1 of \d+ steps done/)
      expectNoComplaints(page)
    },
  )

  it('starts by a tap that comes before the scripts', async () => {
    const page = await site.open('404.html')
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(site.url(issue), { waitUntil: 'commit' })
    await page.getByRole('button', { name: 'The incident starts now' }).click()
    release()
    await expect.poll(() => bar(page).innerText()).toContain('Incident since')
  })

  it('takes its start from the address that a pager sends', async () => {
    const page = await site.open(`${issue}?started=2026-11-22T03:10Z`, { now: '2026-11-22T04:10:00Z' })
    await bar(page).getByText('Incident since 04:10').waitFor()
    await page.goto(site.url(runbook))
    await expect.poll(() => bar(page).innerText()).toContain('Incident since 04:10')
  })
})

describe('a second incident, started in another tab on another page', () => {
  async function twoTabs() {
    const a = await site.open(issue, { now: '2026-11-26T01:10:00Z' })
    await (await boxes(a)).nth(0).check()
    await (await boxes(a)).nth(1).check()
    await a.getByRole('button', { name: 'The incident starts now' }).click()
    await bar(a).getByText('Incident since 02:10').waitFor()
    const b = await a.context().newPage()
    await b.clock.setSystemTime('2026-11-26T02:30:00Z')
    await b.goto(site.url(other))
    await b.getByRole('button', { name: 'Another incident starts now' }).click()
    await bar(b).getByText('Incident since 03:30').waitFor()
    return { a, b }
  }

  it('moves neither the start nor a tick of the first, which both tabs offer to continue', async () => {
    const { a, b } = await twoTabs()
    for (const tab of [a, b]) {
      await bar(tab).getByText('Also open since 02:10').waitFor()
      await eventually(() => bar(tab).innerText()).toContain('Late data arrival in Kafka queues')
    }
    // Ticks of the first are never shown as those of the second.
    await eventually(() => ticked(a)).toBe(0)
    await (await boxes(b)).nth(0).check()
    await bar(a).getByRole('button', { name: 'Continue' }).click()
    await bar(a).getByText('Incident since 02:10').waitFor()
    await eventually(() => ticked(a)).toBe(2)
    await eventually(() => bar(a).innerText()).toMatch(/2 of \d+ steps done[\s\S]*Also open since 03:30/)
    await eventually(() => ticked(b)).toBe(0)
    await bar(b).getByRole('button', { name: 'Continue' }).click()
    await eventually(() => ticked(b)).toBe(1)
    expectNoComplaints(a)
    expectNoComplaints(b)
  })

  it('leaves the first one open when it ends, on every page, until that is ended too', async () => {
    const { a, b } = await twoTabs()
    await bar(b).getByRole('button', { name: 'End' }).first().click()
    await bar(b).getByText('The incident has ended').waitFor()
    await bar(b).getByText('Also open since 02:10').waitFor()
    await b.goto(site.url(runbook))
    await bar(b).getByText('Also open since 02:10').waitFor()
    await bar(b).getByRole('button', { name: 'End' }).click()
    await eventually(() => bar(b).innerText()).toBe('')
    await eventually(() => bar(a).innerText()).toBe('')
    await b.reload()
    await boxes(a)
    await eventually(() => bar(b).innerText()).toBe('')
    expectNoComplaints(b)
  })

  it('opens once where it is started twice', async () => {
    const { b } = await twoTabs()
    await b.goto(site.url(`${other}?started=2026-11-26T02:30Z`))
    await bar(b).getByText('Incident since 03:30').waitFor()
    await eventually(() => bar(b).getByText('Also open since').count()).toBe(1)
    await eventually(() => b.getByRole('button', { name: 'incident starts now' }).count()).toBe(0)
  })
})

describe('handing over', () => {
  it('keeps the link at 2 KB whatever was ticked, entered and written, and says what it leaves out', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await page.evaluate(() => {
      const key = `incident:${localStorage.getItem('incident') ?? ''}`
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>
      const drawn = (length: number) =>
        Array.from({ length }, () => Math.random().toString(36).slice(2, 8).padEnd(6, 'x'))
      const done = () => Object.fromEntries(drawn(60).map((name) => [name, 1]))
      kept['pages'] = Object.fromEntries(
        ['/issues/kafka-late-data/', ...drawn(12).map((name) => `/runbooks/${name}/`)].map((path) => [
          path,
          { title: path, total: 60, done: done() },
        ]),
      )
      kept['values'] = Object.fromEntries(drawn(30).map((value, place) => [`NAME_${String(place)}`, value]))
      kept['notes'] = drawn(200).join(' ')
      localStorage.setItem(key, JSON.stringify(kept))
    })
    await page.reload()
    await bar(page).getByRole('button', { name: 'Hand over' }).click()
    const text = page.getByLabel('Text for the chat')
    await eventually(() => text.inputValue()).toContain('#incident=')
    const message = await text.inputValue()
    const link = /https?:\S+$/.exec(message)?.[0] ?? ''
    expect(link.length).toBeLessThanOrEqual(2048)
    await page
      .getByRole('status')
      .filter({ hasText: 'It leaves out the notes, the values, and the ticks of other pages' })
      .waitFor()
    expect(message).toMatch(/NAME_29: \w+\nNotes: \w+ /)
    expect(message.match(/60 of 60 steps done/g)?.length).toBe(13)
    const phone = await site.open('')
    await phone.goto(link)
    await eventually(() => bar(phone).innerText()).toContain('60 of 60 steps done')
    expectNoComplaints(phone)
  })

  it('opens the same state on another phone, and no server sees it', async () => {
    const page = await site.open(issue, { now: '2026-11-26T01:10:00Z' })
    await page.getByRole('button', { name: 'The incident starts now' }).click()
    for (const place of [0, 1, 2]) await (await boxes(page)).nth(place).check()
    await bar(page).getByRole('button', { name: 'Hand over' }).click()
    await page.getByLabel('Notes').fill('Broker 3 is down.\nAsked the platform team.')
    const text = page.getByLabel('Text for the chat')
    await expect.poll(() => text.inputValue()).toContain('Asked the platform team')
    const message = await text.inputValue()
    expect(message).toContain('Incident: Late data arrival in Kafka queues')
    expect(message).toContain('Started: Wed 25 Nov 20:10 New York')
    expect(message).toMatch(/3 of \d+ steps done/)
    expect(message).toContain('Next step: ')
    expect(message).toMatch(/^On call now: Engineer [A-D]$/m)
    const link = /https?:\S+$/.exec(message)?.[0] ?? ''
    expect(link.length).toBeLessThanOrEqual(2048)
    expect(new URL(link).search).toBe('')

    const phone = await site.open('', { now: '2026-11-26T02:10:00Z', viewport: { width: 390, height: 800 } })
    const requests: string[] = []
    phone.on('request', (request) => requests.push(request.url()))
    await phone.goto(link)
    await bar(phone).getByText('Incident since 02:10').waitFor()
    await boxes(phone)
    await eventually(() => ticked(phone)).toBe(3)
    expect(phone.url()).not.toContain('incident=')
    expect(requests.filter((url) => url.includes('incident='))).toEqual([])
    await bar(phone).getByRole('button', { name: 'Hand over' }).click()
    await eventually(() => phone.getByLabel('Notes').inputValue()).toContain('Broker 3 is down.')
    expectNoComplaints(phone)
  })

  it.each([
    ['nothing', ''],
    ['bytes of no list', 'AAAA'],
    ['a zero byte', '%00'],
    ['9,000 letters', 'A'.repeat(9000)],
    ['another object', 'e30'],
  ])('ignores a link that holds no incident: %s', async (_, state) => {
    const hash = `#incident=${state}`
    const page = await site.open(issue + hash)
    await boxes(page)
    await eventually(() => bar(page).innerText()).toBe('')
    expectNoComplaints(page)
  })

  it('takes a link whose place cannot be decoded, and shows what can be shown', async () => {
    const state = {
      id: 'abcd1234',
      path: '/issues/kafka-late-data/',
      title: 'Late',
      opened: Date.now(),
      until: Date.now() + 3_600_000,
      at: '/issues/kafka-late-data/#step-%E0%A4%A',
      pages: {
        '/issues/kafka-late-data/': ['Late', -1.5, ''],
        '/issues/spark-join-oom/': ['Spark', 1e300, ''],
      },
      values: {},
    }
    const text = deflateRawSync(JSON.stringify(state)).toString('base64url')
    const page = await site.open(`${issue}#incident=${text}`)
    await eventually(() => bar(page).innerText()).toMatch(/Incident since|Steps ticked since/)
    await boxes(page)
    expectNoComplaints(page)
  })

  it('keeps what was ticked on the second phone, when the link is opened again', async () => {
    const page = await site.open(issue)
    await (await boxes(page)).nth(0).check()
    await bar(page).getByRole('button', { name: 'Hand over' }).click()
    const text = page.getByLabel('Text for the chat')
    await expect.poll(() => text.inputValue()).toContain('#incident=')
    const link = /https?:\S+$/.exec(await text.inputValue())?.[0] ?? ''
    const phone = await site.open('')
    await phone.goto(link)
    await (await boxes(phone)).nth(1).check()
    await phone.goto(site.url())
    await phone.goto(link)
    await boxes(phone)
    await expect.poll(() => ticked(phone)).toBe(2)
  })
})
