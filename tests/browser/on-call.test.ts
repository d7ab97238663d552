import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const watch = 'on-call-now'

describe('on call now', () => {
  test('changes at a handoff that happens while the page is open', async () => {
    const page = await site.open('', { now: '2026-11-23T08:59:30-05:00' })
    const now = page.locator(watch).first()
    await expect.poll(() => now.locator('.watch-name').innerText()).toContain('Engineer D')
    await expect.poll(() => now.innerText()).toContain('until Mon 23 Nov 09:00 New York (15:00 your time)')
    await page.clock.runFor('00:31')
    await expect.poll(() => now.locator('.watch-name').innerText()).toContain('Engineer A')
    await expect.poll(() => now.innerText()).toContain('until Mon 30 Nov 09:00 New York')
    expectNoComplaints(page)
  })

  test('names the cover, and for whom, on a day off', async () => {
    const page = await site.open('', { now: '2026-12-07T12:00:00-05:00' })
    await eventually(() => page.locator(watch).first().innerText()).toMatch(
      /Engineer A.*covering for Engineer C \(day off\).*until Tue 8 Dec 09:00 New York/s,
    )
  })

  test.each([
    {
      night: 'before the clocks go forward',
      now: '2027-03-14T01:30:00-05:00',
      until: 'Mon 15 Mar 09:00 New York (14:00 your time)',
    },
    {
      night: 'after the clocks went forward',
      now: '2027-03-14T03:30:00-04:00',
      until: 'Mon 15 Mar 09:00 New York (14:00 your time)',
    },
    {
      night: 'in the first of two hours',
      now: '2027-11-07T01:30:00-04:00',
      until: 'Mon 8 Nov 09:00 New York (15:00 your time)',
    },
    {
      night: 'in the second of two hours',
      now: '2027-11-07T01:30:00-05:00',
      until: 'Mon 8 Nov 09:00 New York (15:00 your time)',
    },
  ])('holds the wall-clock handoff $night', async ({ now, until }) => {
    const page = await site.open('', { now })
    await expect.poll(() => page.locator(watch).first().innerText()).toContain(`until ${until}`)
  })

  test('says who is called when there is no answer: the second, then the team', async () => {
    const page = await site.open('issues/kafka-late-data/', { now: '2026-11-24T12:00:00-05:00' })
    await expect
      .poll(() => page.locator('.watch-second').first().innerText())
      .toMatch(/^No answer\? Engineer B, then Data Engineering Team/)
    expectNoComplaints(page)
  })

  test('says that the data has ended, and names nobody', async () => {
    const page = await site.open('', { now: '2028-05-01T12:00:00Z' })
    const text = () => page.locator(watch).first().innerText()
    await eventually(text).toContain('No rota after 3 Jan 2028 09:00 New York')
    await eventually(text).not.toContain('Engineer')
    await eventually(() => page.locator('up-next').innerText()).toBe('Nothing is known from here on.')
    await eventually(() => page.locator('coverage-state .state.on').count()).toBe(0)
  })

  test('says so too when the last shift ends while the page is open', async () => {
    const page = await site.open('', { now: '2028-01-03T08:59:50-05:00' })
    await expect
      .poll(() => page.locator(watch).first().innerText())
      .toContain('This page does not know who follows.')
    await page.clock.runFor('00:11')
    await expect.poll(() => page.locator(watch).first().innerText()).toContain('No rota after')
  })

  test('leaves out the second time for a reader in the zone of the rota', async () => {
    const page = await site.open('', { now: '2026-11-23T12:00:00-05:00', timezoneId: 'America/New_York' })
    await expect
      .poll(() => page.locator('.watch-until').first().innerText())
      .toBe('until Mon 30 Nov 09:00 New York')
  })
})

test.each(['', 'issues/kafka-late-data/', 'runbooks/engagement/'])(
  'who is on call takes the room that is kept for it on /%s: nothing moves, and no line stays empty',
  async (path) => {
    for (const width of [390, 412, 768]) {
      const page = await site.open(path, {
        viewport: { width, height: 844 },
        timezoneId: 'America/New_York',
        now: '2026-11-25T12:00:00-05:00',
      })
      const [kept = NaN, taken = NaN] = await page
        .locator(`${watch} .live`)
        .first()
        .evaluate((live) => [
          parseFloat(getComputedStyle(live.parentElement ?? live, '::before').height),
          (live.lastElementChild?.getBoundingClientRect().bottom ?? 0) - live.getBoundingClientRect().top,
        ])
      expect(
        Math.abs(kept - taken),
        `${String(width)} px: ${String(kept)} for ${String(taken)}`,
      ).toBeLessThan(4)
    }
  },
)

describe('coverage', () => {
  test.each([
    { when: 'on a weekday', now: '2026-11-24T10:00:00-05:00', growth: 'Covered now, until 17:00' },
    { when: 'in the evening', now: '2026-11-24T18:00:00-05:00', growth: 'Back Wed 25 Nov 09:00' },
    { when: 'at a weekend', now: '2026-11-22T12:00:00-05:00', growth: 'Back Mon 23 Nov 09:00' },
    {
      when: 'before a holiday of everyone',
      now: '2026-11-25T18:00:00-05:00',
      growth: 'Back Fri 27 Nov 09:00',
    },
  ])('in business hours $when: $growth', async ({ now, growth }) => {
    const page = await site.open('pipelines/growth/', { now })
    await expect.poll(() => page.locator('coverage-state').first().innerText()).toContain(growth)
  })

  test('is none before the rota, as where the clock of the device is wrong', async () => {
    const page = await site.open('', { now: '2000-01-30T12:00:00-05:00' })
    await eventually(() => page.locator('coverage-state .state').allInnerTexts()).toContain(
      'No rota before 29 Dec 2025',
    )
    await eventually(() => page.locator('coverage-state .state.on').count()).toBe(0)
  })

  test('puts the month-end watch on the home page in the last seven days of a month', async () => {
    const off = await site.open('', { now: '2026-11-23T12:00:00-05:00' })
    await expect
      .poll(() => off.locator('.hero coverage-state').innerText())
      .toContain('Month-end watch from Tue 24 Nov')
    const on = await site.open('', { now: '2026-11-24T12:00:00-05:00' })
    await expect.poll(() => on.locator('.hero coverage-state').innerText()).toContain('Month-end watch is on')
  })
})

describe('the page of an engineer', () => {
  const me = 'oncall/data-engineering/engineer-b/'
  const labels = (page: Page) => page.locator('up-next li:visible .first-of').allInnerTexts()
  const first = (page: Page) => page.locator('up-next .duty:visible').first().innerText()

  test('says at the handoff that the shift has begun, and at its end that it is over', async () => {
    const page = await site.open(me, { now: '2026-11-30T08:59:30-05:00' })
    await eventually(() => first(page)).toMatch(/^Mon 30 Nov\s+Next shift: On call until Mon 7 Dec 09:00/)
    await page.clock.runFor('00:31')
    await eventually(() => first(page)).toMatch(/^Mon 30 Nov\s+Now: On call until Mon 7 Dec 09:00/)
    await eventually(() => labels(page)).toEqual(['Now: ', 'Next shift: ', 'Next day off: '])
    await page.clock.setFixedTime('2026-12-07T09:00:00-05:00')
    await page.reload()
    await eventually(() => labels(page)).toEqual(['Next shift: ', 'Next day off: '])
  })

  test('says the year of what is in another than this', async () => {
    const page = await site.open(me)
    const year = new Date().getUTCFullYear()
    const dates = await page
      .locator('up-next time')
      .evaluateAll((all) =>
        all.map((each) => `${each.getAttribute('datetime') ?? ''}: ${each.textContent.trim()}`),
      )
    expect(dates.length).toBeGreaterThan(3)
    expect(dates.filter((each) => / \d{4}$/.test(each) === each.startsWith(String(year)))).toEqual([])
  })
})

describe('the calendar of a year', () => {
  const year = 'oncall/data-engineering/2026/'

  test('marks today, which starts at the handoff', async () => {
    const page = await site.open(year, { now: '2026-11-23T08:59:30-05:00' })
    await eventually(() => page.locator('td[aria-current="date"]').getAttribute('id')).toBe('d-2026-11-22')
    await page.clock.runFor('00:31')
    await eventually(() => page.locator('td[aria-current="date"]').getAttribute('id')).toBe('d-2026-11-23')
    await eventually(() => page.locator('li[aria-current="date"]').getAttribute('id')).toBe('w-2026-11-23')
  })

  test('shows one engineer by address and by click, and everybody again', async () => {
    const page = await site.open(`${year}?engineer=engineer-b`)
    const shown = () =>
      page
        .locator('.weeks > li:visible .name')
        .allInnerTexts()
        .then((names) => [...new Set(names)])
    await expect.poll(shown).toEqual(['Engineer B'])
    await page.getByRole('navigation', { name: 'Show one engineer' }).getByText('Engineer C').click()
    await expect.poll(() => page.url()).toContain('engineer=engineer-c')
    await expect.poll(shown).toEqual(['Engineer C'])
    await page.goBack()
    await expect.poll(shown).toEqual(['Engineer B'])
    expectNoComplaints(page)
  })

  test('is one stop for the Tab key, and its days are reached with the arrow keys', async () => {
    const page = await site.open(year, { now: '2026-11-25T12:00:00-05:00' })
    await page.locator('td.today').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('d-2026-11-26')
    await expect
      .poll(() => page.getByRole('tooltip').innerText())
      .toMatch(/^Thu 26 Nov: Engineer A\nThanksgiving Day · second: Engineer [BCD]$/)
    await page.keyboard.press('ArrowDown')
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('d-2026-12-03')
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('tooltip').isVisible()).toBe(false)
    await eventually(() => page.locator('year-grid [tabindex="0"]').count()).toBe(1)
  })

  test('says each day to a screen reader as a sentence: the date, who holds it, and what is special', async () => {
    const page = await site.open(year)
    const said = (date: string) => page.locator(`#d-${date}`).getAttribute('aria-label')
    await eventually(() => said('2026-12-25')).toMatch(/^Friday 25 December: Engineer [A-D], Christmas Day\b/)
    await eventually(() => said('2026-11-26')).toMatch(
      /^Thursday 26 November: Engineer A, Thanksgiving Day\b/,
    )
    await eventually(() => page.locator('year-grid .day:not([aria-label*=": Engineer "])').count()).toBe(0)
  })

  test('begins with this month on a laptop too; an arrow key that leads to a month before unfolds it', async () => {
    const page = await site.open(year, { now: '2026-11-25T12:00:00-05:00' })
    const months = page.locator('.month:visible')
    const folded = page.locator('.month.past')
    const over = await folded.count()
    await eventually(() => months.count()).toBe(12 - over)
    const [first = ''] = await months
      .first()
      .locator('.day:not(.outside)')
      .evaluateAll((all) => all.map(({ id }) => id))
    await page.locator(`[id="${first}"]`).focus()
    await page.keyboard.press('ArrowLeft')
    const before = new Date(Date.parse(`${first.slice(2)}T12:00Z`) - 86_400_000).toISOString().slice(0, 10)
    if (over > 0) {
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(`d-${before}`)
      await eventually(() => months.count()).toBe(12)
    }
    await eventually(() => page.locator('year-grid [tabindex="0"]:visible').count()).toBe(1)
  })

  test('names the holiday under the pointer', async () => {
    const page = await site.open(year)
    await page.locator('#d-2026-12-25').hover()
    await expect.poll(() => page.getByRole('tooltip').innerText()).toContain('Christmas Day')
  })
})

test('the list of holidays says who is on call on each and which day off that earns, this year and next', async () => {
  const page = await site.open('oncall/data-engineering/holidays/')
  const year = new Date().getUTCFullYear()
  for (const each of [year, year + 1]) {
    const christmas = page.locator(
      `.holidays tr:has(time[datetime^="${String(each)}-"]):has-text("Christmas Day")`,
    )
    const date = (await christmas.locator('time').getAttribute('datetime')) ?? ''
    // The list of next year is folded.
    const cells = await christmas.locator('td').allTextContents()
    const [, holiday = '', who = '', off = ''] = cells.map((cell) => cell.trim())
    expect(holiday).toContain('Christmas Day')
    expect(who).toMatch(/^Engineer [A-D]$/)
    expect(off).toMatch(/^(?:\w{3} \d+ \w{3} \d{4}|owed|none)$/)
    // The calendar of the year names the same engineer.
    const calendar = await page.context().newPage()
    await calendar.goto(site.url(`oncall/data-engineering/${String(each)}/`))
    const label = () => calendar.locator(`#d-${date}`).getAttribute('aria-label')
    await eventually(label).toContain(`: ${who}, Christmas Day`)
    await calendar.close()
  }
  // What is worked is paid back, or owed.
  const earned = await page.locator('.holidays td:last-child').allTextContents()
  expect(earned.filter((each) => / \d{4}/.test(each)).length).toBeGreaterThan(3)
})
