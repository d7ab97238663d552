import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNginx } from '../../scripts/tools/nginx.ts'
import { writeHostFiles } from '../../src/site/build/host-files.ts'
import { apacheFile } from '../../src/site/build/hosts/apache.ts'
import { caddyFile } from '../../src/site/build/hosts/caddy.ts'
import { cloudfrontFile } from '../../src/site/build/hosts/cloudfront.ts'
import { headersFile } from '../../src/site/build/hosts/headers-file.ts'
import { nginxFile } from '../../src/site/build/hosts/nginx.ts'
import { HEADER_RULES, headersOf, TRANSPORT_HEADERS } from '../../src/site/headers.ts'

const PATHS = [
  '/',
  '/issues/',
  '/a.ics',
  '/api/pages.json',
  '/assets/x.js',
  '/assets/d.svg',
  '/files/a.csv',
  '/files/a.svg',
]

describe('the file of each host says every header of the one list', () => {
  const values = HEADER_RULES.flatMap(({ headers }) => Object.values(headers))

  it.each([
    ['Netlify and Cloudflare', headersFile],
    ['nginx', nginxFile],
    ['Apache', apacheFile],
    ['Caddy', caddyFile],
  ])('%s', (_, file) => {
    for (const base of ['/', '/runbooks']) {
      const text = file(base)
      expect(values.filter((value) => !text.includes(value))).toEqual([])
      expect(text).toContain(Object.values(TRANSPORT_HEADERS)[0])
      // Rules for a site below a path are for that path.
      if (base !== '/') expect(text).toContain('/runbooks/files/')
    }
  })

  it('CloudFront, with a policy for each behavior', () => {
    const behaviors = JSON.parse(cloudfrontFile('/')) as { PathPattern: string }[]
    expect(behaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      'Default (*)',
      '/assets/*',
      '/*.svg',
      '/files/*',
    ])
    const escaped = values.map((value) => JSON.stringify(value).slice(1, -1))
    const text = cloudfrontFile('/')
    // `nosniff` and the age of HTTPS are settings there, not texts.
    expect(escaped.filter((value) => !text.includes(value))).toEqual(['nosniff'])
  })
})

describe.each(['/', '/runbooks'])('a real nginx that serves a site below %s', (base) => {
  let folder: string
  let server: ChildProcess
  let origin: string
  const prefix = base === '/' ? '' : base

  beforeAll(async () => {
    const program = findNginx()
    folder = mkdtempSync(path.join(tmpdir(), 'watchbook-nginx-'))
    const site = path.join(folder, prefix === '' ? 'site' : `served${prefix}`)
    for (const name of [
      'index.html',
      '404.html',
      'issues/index.html',
      ...PATHS.filter((each) => !each.endsWith('/')),
    ]) {
      const file = path.join(site, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, `${name}\n`.repeat(200))
    }
    writeFileSync(path.join(folder, 'secret.txt'), 'not of the site')
    symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'))
    await writeHostFiles(site, path.join(folder, 'hosting'), base)
    const port = await freePort()
    origin = `http://localhost:${String(port)}${prefix}`
    const root = prefix === '' ? site : path.join(folder, 'served')
    const config = nginxFile(base)
      .replace('listen 80;', `listen 127.0.0.1:${String(port)};`)
      .replace(/root [^;]*;/, `root ${root};`)
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      `daemon off;\nuser root;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${config}}\n`
        // Only root may name another user.
        .replace(process.getuid?.() === 0 ? /$^/ : 'user root;\n', ''),
    )
    server = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await answers(`${origin}/`)
  })

  afterAll(async () => {
    server.kill()
    await new Promise((resolve) => server.once('close', resolve))
    rmSync(folder, { recursive: true })
  })

  it.each(PATHS)('sends with %s what the local server sends', async (each) => {
    const response = await fetch(`${origin}${each}`)
    expect(response.status).toBe(200)
    const expected = { ...headersOf(each), ...TRANSPORT_HEADERS }
    for (const [name, value] of Object.entries(expected)) expect(response.headers.get(name), name).toBe(value)
    expect(response.headers.get('content-disposition')).toBe(each.startsWith('/files/') ? 'attachment' : null)
  })

  it.each([
    ['/issues/', 'text/html; charset=utf-8'],
    ['/a.ics', 'text/calendar; charset=utf-8'],
    ['/api/pages.json', 'application/json; charset=utf-8'],
    ['/assets/d.svg', 'image/svg+xml'],
    ['/files/a.csv', 'text/plain; charset=utf-8'],
  ])('%s has the type %s', async (each, type) => {
    expect((await fetch(`${origin}${each}`)).headers.get('content-type')).toBe(type)
  })

  it('its own error page carries the headers too', async () => {
    const response = await fetch(`${origin}/nowhere/`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('404.html')
    expect(response.headers.get('content-security-policy')).toBe(headersOf('/')['Content-Security-Policy'])
  })

  it('follows no link out of the site, and answers GET and HEAD alone', async () => {
    expect((await fetch(`${origin}/link.txt`)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${origin}/`, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => {
        resolve(port)
      })
    })
  })
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}
