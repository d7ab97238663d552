import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../support/browser.ts'

const site = openSite()

test('a page makes no markup and no script out of text, and starts no worker but its own', async () => {
  const page = await site.open('')
  // The policy that lets the worker of the site through comes with what may wait.
  await page.waitForFunction(() => {
    const { trustedTypes } = globalThis as { trustedTypes?: { defaultPolicy: unknown } }
    return trustedTypes === undefined || trustedTypes.defaultPolicy !== null
  })
  const attempts = await attemptsIn(page)
  for (const [what, outcome] of Object.entries(attempts)) expect(outcome, what).toBe('refused')
})

test('it is its security policy that refuses them: without it, all but a second default policy is done', async () => {
  const page = await site.open('', { bypassCSP: true })
  const attempts = await attemptsIn(page)
  expect(attempts['markup']).toBe('done')
  expect(Object.entries(attempts).filter(([, outcome]) => outcome !== 'done')).toEqual([])
})

test('its pictures are files of the site', async () => {
  const page = await site.open('')
  const isShown = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const picture = document.createElement('img')
        picture.onload = () => {
          resolve(true)
        }
        picture.onerror = () => {
          resolve(false)
        }
        picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
      }),
  )
  expect(isShown).toBe(false)
})

/** What a page may not do, tried in it: `done`, `refused`, or another error. */
async function attemptsIn(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(async () => {
    const tried = async (work: () => unknown) => {
      try {
        await work()
        return 'done'
      } catch (error) {
        return error instanceof TypeError || error instanceof EvalError ? 'refused' : String(error)
      }
    }
    const element = document.createElement('div')
    const script = document.createElement('script')
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
    }
    return {
      markup: await tried(() => {
        element.innerHTML = '<img src=x onerror=alert(1)>'
      }),
      'markup beside an element': await tried(() => {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>')
      }),
      'a document': await tried(() => {
        // Its type is marked as deprecated, which is no reason not to try it.
        ;(document as unknown as { write: (text: string) => void }).write('<b>x</b>')
      }),
      'the text of a script': await tried(() => {
        script.text = 'alert(1)'
      }),
      'the address of a script': await tried(() => {
        script.src = '/x.js'
      }),
      'another worker': await tried(() => new Worker('/x.js')),
      'a policy of its own': await tried(() => trustedTypes.createPolicy('other', {})),
      'a second default policy': await tried(() => trustedTypes.createPolicy('default', {})),
    }
  })
}
