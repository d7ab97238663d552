import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findServer, type ServerName } from '../../scripts/tools/web-servers.ts'
import { contentType } from '../../src/site/build/content-types.ts'
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

interface Place {
  /** For what the server writes. */
  folder: string
  /** What is served, with the site in it, below its path. */
  root: string
  base: string
  port: number
}

const isRoot = process.getuid?.() === 0

/** The file that a build writes for each server, with the port and the folder set, and how the server is started on it. */
const CONFIGURED: Record<ServerName, (place: Place) => { text: string; words: (file: string) => string[] }> =
  {
    nginx: ({ folder, root, base, port }) => {
      const site = nginxFile(base)
        .replace('listen 80;', `listen 127.0.0.1:${String(port)};`)
        .replace(/root [^;]*;/, `root ${root};`)
      // Only root may name another user.
      const user = isRoot ? 'user root;\n' : ''
      return {
        text: `daemon off;\n${user}pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${site}}\n`,
        words: (file) => ['-p', folder, '-c', file],
      }
    },
    Apache: ({ folder, root, port }) => {
      const modules = 'mpm_event authz_core headers mime alias dir filter deflate'
        .split(' ')
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
      return {
        // The site has its own file, .htaccess, in it.
        text: [
          ...modules,
          `ServerRoot ${folder}`,
          `PidFile ${folder}/pid`,
          `ErrorLog ${folder}/error.log`,
          `Listen 127.0.0.1:${String(port)}`,
          'ServerName localhost',
          ...(isRoot ? ['User www-data', 'Group www-data'] : []),
          'TypesConfig /dev/null',
          `DocumentRoot ${root}`,
          `<Directory ${root}>`,
          '  Options None',
          '  AllowOverride FileInfo',
          '  Require all granted',
          '</Directory>',
          '',
        ].join('\n'),
        words: (file) => ['-D', 'FOREGROUND', '-f', file],
      }
    },
    Caddy: ({ folder, root, base, port }) => ({
      text: `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}\n}\n${caddyFile(base)
        .replace('watchbook.example.com {', `http://localhost:${String(port)} {`)
        .replace(/root \* .*/, `root * ${root}`)}`,
      words: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    }),
  }

const SERVED = (['nginx', 'Apache', 'Caddy'] as const).flatMap((name) =>
  ['/', '/runbooks'].map((base) => ({ name, base })),
)

describe.each(SERVED)('a real $name that serves a site below $base', ({ name, base }) => {
  let folder: string
  let server: ChildProcess
  let origin: string
  const prefix = base === '/' ? '' : base

  beforeAll(async () => {
    const program = findServer(name)
    folder = mkdtempSync(path.join(tmpdir(), 'watchbook-host-'))
    // A server may read it as somebody else.
    chmodSync(folder, 0o755)
    const root = path.join(folder, 'served')
    const site = path.join(root, prefix)
    for (const file of [
      'index.html',
      '404.html',
      'issues/index.html',
      ...PATHS.filter((each) => !each.endsWith('/')),
    ]) {
      const place = path.join(site, file)
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, `${file}\n`.repeat(200))
    }
    writeFileSync(path.join(folder, 'secret.txt'), 'not of the site')
    symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'))
    await writeHostFiles(site, path.join(folder, 'hosting'), base)
    const port = await freePort()
    origin = `http://localhost:${String(port)}${prefix}`
    const { text, words } = CONFIGURED[name]({ folder, root, base, port })
    const file = path.join(folder, 'server.conf')
    writeFileSync(file, text)
    server = spawn(program, words(file), {
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
      stdio: ['ignore', 'ignore', name === 'Caddy' ? 'ignore' : 'inherit'],
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

  it.each(PATHS)('sends %s with the type that the local server sends', async (each) => {
    const file = each.endsWith('/') ? `${each}index.html` : each
    expect((await fetch(`${origin}${each}`)).headers.get('content-type')).toBe(contentType(file))
  })

  it('its own error page carries the headers too', async () => {
    const response = await fetch(`${origin}/nowhere/`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('404.html')
    expect(response.headers.get('content-security-policy')).toBe(headersOf('/')['Content-Security-Policy'])
  })

  it('answers HEAD as GET, and takes nothing', async () => {
    expect((await fetch(`${origin}/`, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
  })

  // A build writes no links; Caddy cannot be told to leave them alone.
  const follows = name === 'Caddy'
  it(follows ? 'follows links, as docs/hosting.md says' : 'follows no link out of the site', async () => {
    expect((await fetch(`${origin}/link.txt`)).ok).toBe(follows)
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
