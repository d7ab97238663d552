import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesOf } from '../support/pages.ts'

/** `}, 120_000)` at the end of a test or a hook, and `{ timeout: 120_000 }, …` before what it does. */
const OWN_TIMEOUT = /^\s*\}, ([\d_]+)\)$|(?:it|test|describe)\S*\(.*\{ timeout: ([\d_]+) \},/gm

it('no test has less patience than vitest.config.ts gives to all of them', () => {
  const files = filesOf('tests').filter((file) => file.endsWith('.test.ts'))
  const patience = Number(
    /testTimeout: ([\d_]+)/.exec(readFileSync('vitest.config.ts', 'utf8'))?.[1]?.replaceAll('_', ''),
  )
  expect(patience).toBeGreaterThan(0)
  const found = files.flatMap((file) =>
    [...readFileSync(`tests/${file}`, 'utf8').matchAll(OWN_TIMEOUT)]
      .map(([, after, before]) => ({ file, timeout: Number((after ?? before ?? '').replaceAll('_', '')) }))
      .filter(({ timeout }) => timeout < patience),
  )
  expect(found).toEqual([])
})

it('no page of a test waits for less than its patience: what opens a context or a page by itself says so', () => {
  const impatient = filesOf('tests/browser')
    .map((file) => ({ file, text: readFileSync(`tests/browser/${file}`, 'utf8') }))
    .filter(({ text }) => {
      const opened = text.match(/\bbrowser\.new(?:Context|Page)\(/g)?.length ?? 0
      return opened !== (text.match(/\.setDefaultTimeout\(PATIENCE\)/g)?.length ?? 0)
    })
    .map(({ file }) => file)
  expect(impatient).toEqual([])
})
