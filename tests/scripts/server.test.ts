import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbook-server-'))
  await mkdir(join(folder, 'site/issues'), { recursive: true })
  await writeFile(join(folder, 'site/index.html'), '<h1>Home</h1>')
  await writeFile(join(folder, 'site/issues/index.html'), '<h1>Issues</h1>')
  await writeFile(join(folder, 'site/404.html'), '<h1>Not found</h1>')
  await writeFile(join(folder, 'site/a.ics'), 'BEGIN:VCALENDAR')
  await writeFile(join(folder, 'secret.txt'), 'not of the site')
  server = await serve({ folder: join(folder, 'site'), base: '/runbooks', port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const get = (path: string) => fetch(new URL(path, server.url), { redirect: 'manual' })

describe('the local server', () => {
  test.each([
    { path: '', status: 200, type: 'text/html; charset=utf-8', text: '<h1>Home</h1>' },
    { path: 'issues/?severity=sev1', status: 200, type: 'text/html; charset=utf-8', text: '<h1>Issues</h1>' },
    { path: 'a.ics', status: 200, type: 'text/calendar; charset=utf-8', text: 'BEGIN:VCALENDAR' },
    { path: 'nowhere/', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
    { path: '/elsewhere', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
    { path: '..%2fsecret.txt', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
    {
      path: '%2e%2e%2f%2e%2e%2fsecret.txt',
      status: 404,
      type: 'text/html; charset=utf-8',
      text: '<h1>Not found</h1>',
    },
  ])('answers "$path" with $status', async ({ path, status, type, text }) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe(type)
    expect(await response.text()).toBe(text)
  })

  test('adds the last slash of an address, and keeps its query', async () => {
    const response = await get('issues?severity=sev1')
    expect(response.headers.get('location')).toBe('/runbooks/issues/?severity=sev1')
  })

  test('takes a free port where the usual one is taken', async () => {
    const taken = Number(new URL(server.url).port)
    const other = await serve({ folder, port: taken })
    expect(new URL(other.url).port).not.toBe(String(taken))
    await other.close()
  })
})
