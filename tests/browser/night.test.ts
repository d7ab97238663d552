import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/kafka-late-data/'
const me = 'oncall/data-engineering/engineer-b/'
const trace = `[2026-11-26 02:58] ERROR consumer stopped
org.apache.kafka.clients.consumer.CommitFailedException: Offset commit cannot be completed since the group has already rebalanced`

let page: Page
/** Taps since the task began. */
let taps = 0

const go = (path: string) => page.goto(site.url(path))
const tap = async (name: string | RegExp, role: 'link' | 'button' = 'link') => {
  taps += 1
  await page.getByRole(role, { name }).first().tap()
}
const says = (part: string) => eventually(() => page.locator(part).first().innerText())
const answers = (query: string) => go(`search/?q=${encodeURIComponent(query)}`)
/** What no reader needs before the first touch has come with it. */
const touched = async () => {
  await page.mouse.move(5, 5)
  await page.locator('.prose .step-head input').first().waitFor()
}
/** How much of the page is above a part of it, in screens. */
const screensTo = (part: string) =>
  page
    .locator(part)
    .first()
    .evaluate((found) => (found.getBoundingClientRect().top + scrollY) / innerHeight)

interface Task {
  task: string
  /** As many taps as the task may take. */
  within: number
  walk: () => Promise<unknown>
}

const TASKS: Task[] = [
  {
    task: '1: from the alert of a pager to the first command, whole',
    within: 2,
    walk: async () => {
      await go('alerts/KafkaConsumerLagHigh/')
      await page.waitForURL(`**/${issue}`)
      await tap(/^Step 1/)
      const block = page.locator('.prose .code.command').first()
      taps += 1
      await block.getByRole('button', { name: 'Copy command' }).tap()
      await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kafka-consumer/)
      await eventually(() =>
        block.locator('pre').evaluate((pre) => pre.scrollWidth - pre.clientWidth),
      ).toBeLessThanOrEqual(1)
    },
  },
  {
    task: '2: from a pasted trace to the issue',
    within: 2,
    walk: async () => {
      await go('search/')
      await page.locator('search-page textarea').fill(trace)
      // Until the trace is searched, the list has all issues, the worst first.
      await says('[data-results] .result-link').toContain('Late data arrival in Kafka queues')
      await eventually(() => screensTo('[data-results] .result-link')).toBeLessThan(1)
      taps += 1
      await page.locator('[data-results] .result-link').first().tap()
      await says('h1').toBe('Late data arrival in Kafka queues')
    },
  },
  {
    task: '3: who is on call, and how they are reached',
    within: 0,
    walk: async () => {
      await go(issue)
      await says('.watch-name a').toBe('Engineer A')
      await says('.watch-until').toBe('until Mon 30 Nov 09:00 New York')
      await says('.watch-second').toContain('#data-engineering')
      await eventually(() => screensTo('.watch-name')).toBeLessThan(1)
    },
  },
  {
    task: '4: whom to wake next',
    within: 0,
    walk: async () => {
      await go('')
      await says('.watch-second').toMatch(/^No answer\? Engineer B, then Data Engineering Team/)
    },
  },
  {
    task: '5: who is on call at Christmas',
    within: 0,
    walk: async () => {
      await answers('who is on call at christmas')
      await says('[data-answers]').toMatch(/Fri 25 Dec 2026, Christmas Day: Engineer [A-D]/)
    },
  },
  {
    task: '6: my next shift, my next day off, and both in my own calendar',
    within: 0,
    walk: async () => {
      await go(me)
      await says('up-next').toMatch(/Next shift: On call until Mon 7 Dec/)
      await says('up-next').toMatch(/Next day off: .*New Year’s Day|Next day off: .*New Year's Day/)
      await says('subscribe-links').toMatch(
        /https?:\S+engineer-b\.ics[\s\S]*Apple[\s\S]*Google[\s\S]*Outlook/,
      )
    },
  },
  {
    task: '7: a swap, up to the forge',
    within: 1,
    walk: async () => {
      await go(me)
      await tap(/^Swap the turn of/)
      await eventually(() => page.locator('.change-result a.button').count()).toBe(1)
    },
  },
  {
    task: '8: leave, up to where it is written down',
    within: 1,
    walk: async () => {
      await answers('take leave')
      await page.locator('[data-answers] a').first().waitFor()
      taps += 1
      await page.locator('[data-answers] a').first().tap()
      await eventually(() => page.locator('input[name=kind]:checked').inputValue()).toBe('leave')
      await page.getByLabel('First day').waitFor()
    },
  },
  {
    task: '9: values entered once are in every command',
    within: 1,
    walk: async () => {
      await go(issue)
      await touched()
      taps += 1
      await page.getByText('Values for this page').tap()
      await page.locator('page-values input[name=GROUP]').fill('engagement-load')
      await eventually(() => page.getByText('$GROUP').count()).toBe(0)
      await says('.prose .code.command').toContain('engagement-load')
    },
  },
  {
    task: '10: what was ticked is there when the phone is taken up again',
    within: 2,
    walk: async () => {
      await go(issue)
      await touched()
      await tap('The incident starts now', 'button')
      taps += 1
      await page.locator('.prose .step-head input').first().tap()
      await says('#incident').toMatch(/Incident since .*1 of \d+ steps done/s)
      await page.reload()
      await touched()
      await eventually(() => page.locator('.prose .step-head input:checked').count()).toBe(1)
    },
  },
  {
    task: '11: handing over, from any page',
    within: 1,
    walk: async () => {
      await go('runbooks/engagement/')
      await tap('Hand over', 'button')
      await eventually(() => page.getByLabel('Text for the chat').inputValue()).toMatch(
        /Next step: [\s\S]*#incident=/,
      )
    },
  },
  {
    task: '12: on paper, with boxes and as of when',
    within: 0,
    walk: async () => {
      await go(issue)
      await touched()
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await page.emulateMedia({ media: 'print' })
      await says('main').toMatch(/^As of 26 Nov 2026/)
      await eventually(() => page.locator('.prose .step-head input:visible').count()).toBeGreaterThan(2)
      await page.emulateMedia({ media: 'screen' })
    },
  },
  {
    task: '14: what changed',
    within: 1,
    walk: async () => {
      await answers('what changed this week')
      taps += 1
      await page.locator('[data-answers] a').first().tap()
      await says('h1').toBe('What changed')
    },
  },
  {
    task: '15: when it was reviewed, on the first screen',
    within: 0,
    walk: async () => {
      await go(issue)
      await says('review-state').toMatch(/^Reviewed \d+ \w+ \d{4}/)
      await eventually(() => screensTo('review-state')).toBeLessThan(0.5)
    },
  },
  {
    task: '16: reporting a mistake from the step where it is',
    within: 1,
    walk: async () => {
      await go(issue)
      await touched()
      await page.evaluate(() => {
        location.hash = '#step-2-is-one-partition-stuck'
      })
      const report = page.getByRole('link', { name: 'Report a mistake' })
      taps += 1
      await report.dispatchEvent('pointerdown')
      await eventually(() => report.getAttribute('href')).toMatch(/issues\/new/)
    },
  },
  {
    task: '17: from a pipeline to its issue',
    within: 3,
    walk: async () => {
      await go('')
      await tap(/^Engagement/)
      await page.waitForURL('**/engagement/')
      await tap('Late data arrival in Kafka queues')
      await page.waitForURL(`**/${issue}`)
    },
  },
  {
    task: '18: issues of one severity, and all of them again',
    within: 2,
    walk: async () => {
      await go('issues/')
      taps += 1
      await page.getByLabel('Severity').selectOption('sev1')
      await eventually(() => page.locator('.issues > li:visible').count()).toBe(1)
      await tap('Show all', 'button')
      await eventually(() => page.locator('.issues > li:visible').count()).toBeGreaterThan(1)
      expect(page.url()).not.toContain('severity')
      await eventually(() => page.getByRole('button', { name: 'Show all' }).count()).toBe(0)
    },
  },
  {
    task: '20: back from the search to the same place',
    within: 1,
    walk: async () => {
      await go(issue)
      await touched()
      await page.evaluate(() => {
        scrollTo(0, 2000)
      })
      taps += 1
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).tap()
      await page.locator('dialog[open]').waitFor()
      await page.goBack()
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await eventually(() => page.url()).toContain(issue)
      await eventually(() => page.evaluate(() => scrollY)).toBe(2000)
    },
  },
]

/** Numbers are those of the study of 20 tasks. The 19th, a drawing in a runbook, is in `odd-content.test.ts`. */
describe('at 3 a.m., on a phone', () => {
  beforeAll(async () => {
    page = await site.open('', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      timezoneId: 'America/New_York',
      permissions: ['clipboard-read', 'clipboard-write'],
      now: '2026-11-26T03:00:00-05:00',
    })
  })

  it.each(TASKS)('$task: $within taps', async ({ within, walk }) => {
    taps = 0
    await walk()
    expect(taps).toBeLessThanOrEqual(within)
    expectNoComplaints(page)
  })

  it('13: a page that was never opened is read without a network', async () => {
    const visitor = await site.open('', { serviceWorkers: 'allow', viewport: { width: 390, height: 844 } })
    await visitor.waitForFunction(async () => {
      await navigator.serviceWorker.ready
      return (await caches.match('/fetched')) !== undefined
    })
    await visitor.context().setOffline(true)
    await visitor.goto(site.url('issues/spark-join-oom/'))
    await eventually(() => visitor.locator('h1').innerText()).toContain('Spark joins failing')
  })
})
