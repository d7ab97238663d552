import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { ask, aRequest } from '../support/raw-requests.ts'

const REQUESTS = 20_000
const AT_ONCE = 40
const SEED = Number(process.env['SEED'] ?? 20261126)
/** It stands in a file beside the site's folder. */
const SECRET = 'not-of-the-site'

let folder: string
let server: StaticServer
let port: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbook-fuzz-'))
  for (const [name, text] of Object.entries({
    'site/index.html': '<h1>Home</h1>',
    'site/404.html': '<h1>Not found</h1>',
    'site/issues/index.html': '<h1>Issues</h1>',
    'site/a b.txt': 'text',
    'site/pagefind/x.wasm': 'x',
    'secret.txt': SECRET,
  })) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'))
  server = await serve({ folder: join(folder, 'site'), base: '/runbooks', port: 0 })
  port = Number(new URL(server.url).port)
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const KNOWN = /^HTTP\/1\.1 (?:100|200|206|301|304|400|403|404|405|413|416|417|431|505) /

it(`${String(REQUESTS)} raw requests leave the server alive, and it sends nothing that is not of the site`, async () => {
  const errors = vi.spyOn(console, 'error')
  const requests = fc.sample(aRequest, { seed: SEED, numRuns: REQUESTS })
  const statuses = new Map<string, number>()
  const check = async (request: string) => {
    const answer = await ask(request.replaceAll('PORT', String(port)), port)
    expect(answer, request).not.toContain(SECRET)
    if (answer !== '') expect(answer, request).toMatch(KNOWN)
    for (const [, location = ''] of answer.matchAll(/^Location: (.*)\r$/gm))
      expect(location, request).toMatch(/^\/runbooks\/(?:[^/\\]+\/)*(?:\?[!-~]*)?$/)
    const head = answer.split('\r\n\r\n', 1)[0] ?? ''
    expect(head, request).not.toMatch(/^(?:Set-Cookie|X):/im)
    const status = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '').slice(9, 12)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let at = next++; at < requests.length; at = next++) await check(requests[at] ?? '')
    }),
  )
  console.log(
    `Answers: ${[...statuses]
      .sort()
      .map(([status, times]) => `${status || 'none'} ${String(times)}`)
      .join(', ')}`,
  )
  expect(errors).not.toHaveBeenCalled()
  // The mix has to reach every kind of answer, or it proves nothing.
  for (const status of ['200', '206', '301', '400', '403', '404', '405', '431'])
    expect([...statuses.keys()]).toContain(status)
  expect((await fetch(server.url)).status).toBe(200)
})
