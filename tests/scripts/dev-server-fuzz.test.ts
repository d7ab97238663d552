import { createServer, type Server } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { devGuard } from '../../src/site/build/dev-guard.ts'
import { ask, aRequest } from '../support/raw-requests.ts'

const REQUESTS = 20_000
const AT_ONCE = 40
const SEED = Number(process.env['SEED'] ?? 20261126)

/** What got as far as the server that shows changes: it ends its process at a target that it cannot read. */
const passed: { method: string; url: string; host: string; origin: string }[] = []
const errors: string[] = []
let http: Server
let port: number

beforeAll(async () => {
  http = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    passed.push({ method, url, host: headers.host ?? '', origin: headers.origin ?? '' })
    response.end('page')
  })
  const { configureServer } = devGuard('/runbooks')
  if (typeof configureServer !== 'function') throw new Error('the guard has no server to guard')
  const server = { httpServer: http, config: { logger: { error: (text: string) => errors.push(text) } } }
  // Of Vite's server the guard uses these two.
  await (configureServer as unknown as (server: object) => unknown)(server)
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const address = http.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterAll(() => {
  http.closeAllConnections()
  http.close()
})

it(`of ${String(REQUESTS)} raw requests only those that can be read reach the server of npm run dev`, async () => {
  const requests = fc.sample(aRequest, { seed: SEED, numRuns: REQUESTS })
  const statuses = new Map<string, number>()
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let at = next++; at < requests.length; at = next++) {
        const answer = await ask((requests[at] ?? '').replaceAll('PORT', String(port)), port)
        const status = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '').slice(9, 12)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }),
  )
  for (const { method, url, host, origin } of passed) {
    expect(method).toMatch(/^(?:GET|HEAD)$/)
    expect(url).toMatch(/^\/(?!\/)[!-~]*$/)
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''))
    expect(path).not.toMatch(/[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/)
    expect(host.toLowerCase()).toMatch(
      new RegExp(`^(?:localhost|127\\.0\\.0\\.1|\\[::1\\]):${String(port)}$`),
    )
    expect(['', `http://localhost:${String(port)}`]).toContain(origin)
  }
  expect(errors).toEqual([])
  expect(passed.length).toBeGreaterThan(1000)
  for (const status of ['200', '400', '403', '405']) expect([...statuses.keys()]).toContain(status)
  expect((await fetch(`http://localhost:${String(port)}/runbooks/`)).status).toBe(200)
})
