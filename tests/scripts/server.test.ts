import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'

let folder: string
let server: StaticServer
let port: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbook-server-'))
  const files: Record<string, string> = {
    'site/index.html': '<h1>Home</h1>',
    'site/issues/index.html': '<h1>Issues</h1>',
    'site/404.html': '<h1>Not found</h1>',
    'site/a.ics': 'BEGIN:VCALENDAR',
    'site/empty.txt': '',
    'site/assets/d.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'site/assets/p.webp': 'x',
    'site/files/a b.csv': 'a,b\n'.repeat(500),
    'site/no-index/x.txt': 'x',
    'secret.txt': 'not of the site',
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'))
  await symlink(folder, join(folder, 'site/up'))
  server = await serve({ folder: join(folder, 'site'), base: '/runbooks', port: 0 })
  port = Number(new URL(server.url).port)
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends a request whose target is as it is written, which `fetch` would not. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: 'localhost', port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Sends bytes, and returns the first line of the answer. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, 'localhost', () => socket.write(bytes, 'latin1'))
    socket.setTimeout(5000, () => socket.destroy())
    socket.on('data', (part) => {
      answer += part.toString('latin1')
      socket.end()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(answer.split('\r\n', 1)[0] ?? '')
    })
  })
}

it.each([
  { what: 'nothing', bytes: '' },
  { what: 'half a request', bytes: 'GET /runbooks/ HTTP/1.1\r\nHost: localhost\r\n' },
])(
  'ends a connection on which $what came for ten seconds, in the words after which a browser asks again',
  async ({ bytes }) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(port, 'localhost', () => socket.write(bytes, 'latin1'))
      socket.on('data', (part) => (text += part.toString('latin1')))
      socket.on('error', reject)
      socket.on('close', () => {
        resolve(text)
      })
    })
    expect(answer.split('\r\n', 1)).toEqual(['HTTP/1.1 408 Request Timeout'])
  },
)

describe('the local server answers', () => {
  it.each([
    { path: '/runbooks/', status: 200, type: 'text/html; charset=utf-8', text: '<h1>Home</h1>' },
    {
      path: '/runbooks/issues/?severity=sev1',
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '<h1>Issues</h1>',
    },
    {
      path: '/runbooks/issues/index.html',
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '<h1>Issues</h1>',
    },
    { path: '/runbooks/%69ssues/', status: 200, type: 'text/html; charset=utf-8', text: '<h1>Issues</h1>' },
    { path: '/runbooks/a.ics', status: 200, type: 'text/calendar; charset=utf-8', text: 'BEGIN:VCALENDAR' },
    { path: '/runbooks/assets/p.webp', status: 200, type: 'image/webp', text: 'x' },
    { path: '/runbooks/empty.txt', status: 200, type: 'text/plain; charset=utf-8', text: '' },
    { path: '/runbooks/nowhere/', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
    {
      path: '/runbooks/no-index/',
      status: 404,
      type: 'text/html; charset=utf-8',
      text: '<h1>Not found</h1>',
    },
    { path: '/runbooks/a.ics/', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
    { path: '/elsewhere', status: 404, type: 'text/html; charset=utf-8', text: '<h1>Not found</h1>' },
  ])('$path with $status', async ({ path, status, type, text }) => {
    const { headers, body, ...answer } = await send(path)
    expect(answer.status).toBe(status)
    expect(headers['content-type']).toBe(type)
    expect(body.toString()).toBe(text)
  })

  it('HEAD with the same headers and nothing else', async () => {
    const { status, headers, body } = await send('/runbooks/a.ics', {}, 'HEAD')
    expect([status, headers['content-length'], body.length]).toEqual([200, '15', 0])
  })

  it.each(['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH'])('%s with 405', async (method) => {
    const { status, headers } = await send('/runbooks/', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('CONNECT with 405', async () => {
    expect(await sendRaw(`CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`)).toContain(
      ' 405 ',
    )
  })

  it('the address without its last slash with a redirect that keeps the query', async () => {
    const { status, headers } = await send('/runbooks/issues?severity=sev1')
    expect([status, headers.location]).toEqual([301, '/runbooks/issues/?severity=sev1'])
  })

  it('the host itself with a redirect to the site', async () => {
    expect((await send('/')).headers.location).toBe('/runbooks/')
    expect((await send('/runbooks')).headers.location).toBe('/runbooks/')
  })
})

describe('the local server sends', () => {
  const path = '/runbooks/files/a%20b.csv'

  it('a file once: an ETag spares the second time', async () => {
    const first = await send(path)
    const tag = String(first.headers.etag)
    expect((await send(path, { 'If-None-Match': tag })).status).toBe(304)
    expect((await send(path, { 'If-None-Match': `"other", W/${tag}` })).status).toBe(304)
    expect((await send(path, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it.each([
    ['br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', (body: Buffer) => gunzipSync(body)],
    ['gzip, br;q=0', (body: Buffer) => gunzipSync(body)],
  ])('text compressed for %s', async (accepted, decompress) => {
    const { headers, body } = await send(path, { 'Accept-Encoding': accepted })
    expect(headers.vary).toBe('Accept-Encoding')
    expect(body.length).toBeLessThan(100)
    expect(decompress(body).toString()).toBe('a,b\n'.repeat(500))
  })

  it('nothing compressed to who does not ask for it', async () => {
    for (const accepted of ['', 'identity', 'gzip;q=0, br;q=0'])
      expect((await send(path, { 'Accept-Encoding': accepted })).headers['content-encoding']).toBeUndefined()
  })

  it.each([
    ['bytes=0-2', 206, 'bytes 0-2/2000', 'a,b'],
    ['bytes=1996-', 206, 'bytes 1996-1999/2000', 'a,b\n'],
    ['bytes=-4', 206, 'bytes 1996-1999/2000', 'a,b\n'],
    ['bytes=1998-9999', 206, 'bytes 1998-1999/2000', 'b\n'],
    ['bytes=2000-', 416, 'bytes */2000', ''],
    ['bytes=-0', 416, 'bytes */2000', ''],
    ['bytes=5-2', 200, undefined, 'a,b\n'.repeat(500)],
    ['bytes=0-1,4-5', 200, undefined, 'a,b\n'.repeat(500)],
    ['lines=1-2', 200, undefined, 'a,b\n'.repeat(500)],
    ['bytes=99999999999999999999-', 200, undefined, 'a,b\n'.repeat(500)],
  ])('the part %s with %i', async (range, status, contentRange, text) => {
    const answer = await send(path, { Range: range, 'Accept-Encoding': 'gzip' })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-range']).toBe(contentRange)
    expect(answer.body.toString()).toBe(text)
  })

  it('the whole where the part is of an older version', async () => {
    expect((await send(path, { Range: 'bytes=0-2', 'If-Range': '"old"' })).status).toBe(200)
  })

  it('the headers that the files of hosts promise, with every answer', async () => {
    for (const each of ['/runbooks/', '/runbooks/nowhere', '/runbooks/issues', '/runbooks/a.ics']) {
      const { headers } = await send(each)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
    expect((await send(path)).headers['content-disposition']).toBe('attachment')
    expect((await send(path)).headers['content-security-policy']).toMatch(/default-src 'none'; sandbox/)
    expect((await send('/runbooks/assets/d.svg')).headers['content-security-policy']).toMatch(/sandbox/)
  })
})

describe('the local server is no door', () => {
  it.each([
    '/runbooks/..%2fsecret.txt',
    '/runbooks/%2e%2e%2fsecret.txt',
    '/runbooks/%2e%2e/secret.txt',
    '/runbooks/../../secret.txt',
    '/runbooks/issues/../../secret.txt',
    '/runbooks/..%5csecret.txt',
    '/runbooks/..\\secret.txt',
    '/runbooks/%252e%252e%252fsecret.txt',
    '/runbooks/%c0%ae%c0%ae/secret.txt',
    '/runbooks/%00',
    '/runbooks/a.ics%00.html',
    '/runbooks/%',
    '/runbooks/link.txt',
    '/runbooks/up/secret.txt',
    '/runbooks/%2fetc%2fpasswd',
    '/runbooks//etc/passwd',
    `/runbooks/${'a'.repeat(9000)}`,
  ])('%s leads to nothing outside of the folder', async (path) => {
    const { status, body } = await send(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('not of the site')
  })

  it.each([
    '//',
    '///',
    '//a:b',
    '//[',
    '//evil.example/',
    '/%2fevil.example%2f..%2fissues',
    '//x/%2f..%2fissues',
    '/%2f%2fevil.example/..',
    '/%5cevil.example%2f..%2fissues',
    '/runbooks/%5c%5cevil.example/issues',
    '/x%0d%0aSet-Cookie:a=b%2f..%2fissues',
    '/%0a%2f..%2fissues',
    '/%E2%9C%93%2f..%2fissues',
    '/%00%2f..%2fissues',
    '/runbooks/issues?%0d%0aSet-Cookie:a=b',
    '/runbooks/issues?//evil.example',
  ])('%s redirects nowhere but to this site', async (path) => {
    const { status, headers } = await send(path)
    expect([301, 404]).toContain(status)
    if (status === 301) expect(headers.location).toMatch(/^\/runbooks\/issues\/\?/)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it.each([
    'http://[::1',
    'http://',
    'http://localhost:99999/',
    'http://evil.example/runbooks/',
    '*',
    'runbooks/',
  ])('the target %s is refused', async (target) => {
    expect(await sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`)).toContain(
      ' 400 ',
    )
  })

  it.each(['evil.example', 'localhost.evil.example', 'localhost:1', '127.0.0.1', '0.0.0.0'])(
    'a request for the host "%s" is refused: another site could pretend to be here',
    async (host) => {
      expect((await send('/runbooks/', { Host: host })).status).toBe(403)
    },
  )

  it('a request that names no host is refused', async () => {
    expect(await sendRaw('GET /runbooks/ HTTP/1.0\r\n\r\n')).toContain(' 403 ')
  })

  it('refuses a request that names two hosts, of which one is this machine', async () => {
    const own = `Host: localhost:${String(port)}\r\n`
    expect(await sendRaw(`GET /runbooks/ HTTP/1.1\r\n${own}\r\n`)).toContain(' 200 ')
    for (const hosts of [`${own}Host: evil.example\r\n`, `Host: evil.example\r\n${own}`, own + own])
      expect(await sendRaw(`GET /runbooks/ HTTP/1.1\r\n${hosts}\r\n`)).not.toContain(' 200 ')
  })

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('a request for %s is answered', async (host) => {
    expect((await send('/runbooks/', { Host: `${host}:${String(port)}` })).status).toBe(200)
  })

  it('a request that a page of another site sends is refused', async () => {
    for (const origin of ['https://evil.example', 'null', `https://localhost:${String(port)}`])
      expect((await send('/runbooks/', { Origin: origin })).status).toBe(403)
    expect((await send('/runbooks/', { Origin: `http://localhost:${String(port)}` })).status).toBe(200)
  })
})

it('takes a free port where the usual one is taken', async () => {
  const other = await serve({ folder, port })
  expect(new URL(other.url).port).not.toBe(String(port))
  await other.close()
})
