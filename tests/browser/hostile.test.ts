import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { PATIENCE } from '../support/browser.ts'
import { addHostileFields, addPages, withPictures } from '../support/hostile/content.ts'
import { buildUnchecked } from '../support/hostile/build-unchecked.ts'
import { isForeign, liveInMarkdown, wrongInCalendar, wrongInXml } from '../support/hostile/outputs.ts'
import { body, EVIL, SENTINEL } from '../support/hostile/payloads.ts'
import { hostileFolder, renderBody } from '../support/hostile/render.ts'
import { HOSTILE_TEXTS } from '../support/hostile/texts.ts'
import { oneBuild } from '../support/one-build.ts'
import { userEnvironment } from '../support/npm-run.ts'

hostileFolder()
const PAGES = 450
const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-hostile-build-'))
const samples = fc.sample(body, { seed: Number(process.env['SEED'] ?? 7), numRuns: PAGES })
const isShown = await Promise.all(
  samples.map(({ text, format }) =>
    renderBody(text, format).then(
      () => true,
      () => false,
    ),
  ),
)
const shown = samples.filter((_, index) => isShown[index])
const refused = samples.filter((_, index) => !isShown[index])

const contentOf = (name: string) => {
  const place = path.join(folder, name)
  mkdirSync(place)
  return { place, root: withPictures(place) }
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a build without the check before it', () => {
  it.each([
    ['pages in Markdown and MDX', refused],
    ['pages in MDX alone', refused.filter(({ format }) => format === 'mdx')],
  ])(
    'of hostile %s builds nothing, names them, and runs nothing of them',
    async (_, pages) => {
      const { place, root } = contentOf(`refused-${String(pages.length)}`)
      addPages(root, pages)
      mkdirSync(path.join(place, 'dist'))
      writeFileSync(path.join(place, 'dist/index.html'), 'the last good site')
      const { code, output, ran } = await buildUnchecked(root, place)
      expect(ran).toBe(false)
      expect(code, output.slice(0, 2000)).not.toBe(0)
      expect(output).toMatch(/issues\/p\d+\.mdx?:\d+:\d+ /)
      expect(readFileSync(path.join(place, 'dist/index.html'), 'utf8')).toBe('the last good site')
      expect(pages.length).toBeGreaterThan(100)
    },
    300_000,
  )
})

describe('what the gate lets through, and hostile fields of every entry', () => {
  let site: string
  let server: StaticServer
  let browser: Browser

  beforeAll(async () => {
    const { place, root } = contentOf('shown')
    addPages(root, shown)
    addHostileFields(root)
    commit(place)
    const result = await buildUnchecked(root, place)
    expect(result.code, result.output).toBe(0)
    expect(result.ran).toBe(false)
    site = result.site
    server = await serve({ folder: site, port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('leave nothing foreign in any page of the site', () => {
    const pages = globSync('**/*.html', { cwd: site })
    expect(pages.length).toBeGreaterThan(shown.length)
    expect(pages.flatMap((name) => foreignIn(name, readFileSync(path.join(site, name), 'utf8')))).toEqual([])
  })

  it('leave JSON, calendars and sitemaps whole', () => {
    for (const name of globSync('**/*.json', { cwd: site })) {
      const text = readFileSync(path.join(site, name), 'utf8')
      expect(() => JSON.parse(text) as unknown, name).not.toThrow()
    }
    const calendars = globSync('**/*.ics', { cwd: site })
    expect(calendars.length).toBeGreaterThan(HOSTILE_TEXTS.length)
    const documents = globSync('**/*.xml', { cwd: site })
    expect(documents).toContain('changes.xml')
    expect(readFileSync(path.join(site, 'changes.xml'), 'utf8').split('<entry>').length).toBeGreaterThan(10)
    const wrong = [
      ...calendars.flatMap((name) => inEach(site, name, wrongInCalendar)),
      ...documents.flatMap((name) => inEach(site, name, wrongInXml)),
    ]
    expect(wrong).toEqual([])
  })

  it('leave nothing live in the Markdown for assistants', () => {
    const pages = globSync('**/index.md', { cwd: site })
    const lists = globSync(['llms.txt', 'llms-full.txt', 'llms/*.txt'], { cwd: site })
    expect(pages.length).toBeGreaterThan(300)
    expect(lists.length).toBeGreaterThan(1)
    const live = (text: string) =>
      liveInMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, ''), (url) => !isForeign(url))
    expect([...pages, ...lists].flatMap((name) => inEach(site, name, live))).toEqual([])
  })

  it('are in no file of a host, of search engines or of the offline copy', () => {
    const files = globSync(['_headers', '.htaccess', '_redirects', 'robots.txt', 'sw.js', '.nojekyll'], {
      cwd: site,
    })
    expect(files.length).toBeGreaterThan(3)
    for (const name of files)
      expect(readFileSync(path.join(site, name), 'utf8'), name).not.toMatch(
        new RegExp(`${EVIL}|${SENTINEL}|Set-Cookie`),
      )
  })

  it('run nothing, ask no other host and lead nowhere in a browser', async () => {
    const pages = globSync('**/index.html', { cwd: site }).filter(
      // The permanent addresses of alerts lead on to their issues.
      // Pages of the site's own words, of each rota and each team would take minutes; the markup of all is read above.
      (name) =>
        !/^(?:pagefind\/|alerts\/|contributing\/rules\/|oncall\/r(?!0\b)\d+\/.|(?:pipelines|runbooks|teams|tables)\/[lbtw]\d*[1-46-9]\/)/.test(
          name,
        ),
    )
    const complaints: string[] = []
    await inBrowser(
      browser,
      server.url,
      pages.map((name) => name.replace(/index\.html$/, '')),
      complaints,
    )
    expect(complaints).toEqual([])
  })

  it('run nothing in what the search shows', async () => {
    const complaints: string[] = []
    const queries = ['script', 'onerror', 'constructor', 'import', '<img src=x>']
    await inBrowser(
      browser,
      server.url,
      queries.map((query) => `search/?q=${encodeURIComponent(query)}`),
      complaints,
    )
    expect(complaints).toEqual([])
  })
})

describe('npm run dev with hostile pages', () => {
  let server: ChildProcess
  let done: () => void
  let address: string
  let browser: Browser
  const sentinel = path.join(folder, 'ran-in-dev')

  beforeAll(async () => {
    done = await oneBuild()
    const { root } = contentOf('dev')
    addPages(root, refused)
    const port = await freePort()
    address = `http://localhost:${String(port)}/`
    const code = `process.env.ASTRO_TELEMETRY_DISABLED = '1'; const { dev } = await import('astro'); await dev({ server: { port: ${String(port)} } })`
    server = spawn('npx', ['node', '--input-type=module', '-e', code], {
      env: userEnvironment({ CONTENT_ROOT: root, WATCHBOOK_SENTINEL: sentinel }),
      stdio: 'ignore',
      detached: true,
    })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
    for (let tries = 0; tries < 1000; tries += 1) {
      if (
        await fetch(address).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    throw new Error('npm run dev does not answer')
  })

  afterAll(async () => {
    await browser.close()
    if (server.pid !== undefined) process.kill(-server.pid)
    done()
  })

  it('runs nothing of them on the machine of who edits', async () => {
    const statuses = new Set<number>()
    for (const index of refused.keys())
      statuses.add((await fetch(`${address}issues/p${String(index)}/`)).status)
    expect(existsSync(sentinel)).toBe(false)
    // Refused pages in Markdown say why; those in MDX are an error of the server.
    expect([...statuses].sort()).toEqual([200, 500])
  })

  it('sends no file of the machine by the paths and the queries of the program that bundles', async () => {
    const secret = path.join(folder, 'secret.txt')
    writeFileSync(secret, 'SECRET-MARK')
    symlinkSync(secret, path.join(folder, 'dev/content/files/link.txt'))
    const files = [
      secret,
      `/${secret}`,
      `/.${secret}`,
      secret.replace('/', '%2f'),
      '/etc/passwd',
      '/proc/self/environ',
    ]
    const targets = [
      ...files.map((file) => `@fs${file}`),
      ...files.map((file) => `@id/${file}`),
      `@id/__x00__${secret}`,
      'files/link.txt',
      '.env',
      '.git',
      '.git/HEAD',
      '.git/config',
    ]
    const queries =
      ' ?raw ?import&raw ?raw?? ?import&raw?? ?url ?inline ?url&inline ?.svg?.wasm?init ?init ?worker_file&type=module ?import&?inline=1.wasm?init ?direct ?html-proxy'.split(
        ' ',
      )
    const leaked: string[] = []
    for (const target of targets.flatMap((each) => queries.map((query) => `${each}${query}`))) {
      const text = await (await fetch(`${address}${target}`, { redirect: 'manual' })).text()
      const inside = Buffer.from(/base64,([\w+/=]+)/.exec(text)?.[1] ?? '', 'base64').toString()
      if (/SECRET-MARK|root:x:0|HOME=\/|repositoryformatversion|ref: refs|gitdir:/.test(text + inside))
        leaked.push(target)
    }
    expect(leaked).toEqual([])
    expect((await fetch(address)).status).toBe(200)
  })

  it('runs nothing of them in a browser, and sends a policy with every page', async () => {
    const policy = (await fetch(address)).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    const complaints: string[] = []
    const some = [...refused.keys()].filter((index) => refused[index]?.format === 'md').slice(0, 40)
    await inBrowser(
      browser,
      address,
      some.map((index) => `issues/p${String(index)}/`),
      complaints,
    )
    expect(complaints).toEqual([])
  })
})

/** Puts a content folder under git, in two steps: the pages of the second are in the feed of changes. */
function commit(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder })
  git('init', '--quiet')
  git('add', 'content/site.yaml', 'content/teams')
  git('commit', '--quiet', '--message', 'Begin')
  git('add', 'content')
  git('commit', '--quiet', '--message', '<b>Add</b> ]]>')
}

/** What is wrong in a file of a site, each with the name of the file. */
function inEach(site: string, name: string, wrongIn: (text: string) => string[]): string[] {
  return wrongIn(readFileSync(path.join(site, name), 'utf8')).map((wrong) => `${name}: ${wrong}`)
}

/** Opens pages one after the other, and notes whatever a page does that none should. */
async function inBrowser(
  browser: Browser,
  home: string,
  paths: readonly string[],
  complaints: string[],
): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const { origin } = new URL(home)
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:')
      complaints.push(`${page.url()} asks ${request.url()}`)
  })
  context.on('page', (opened) => complaints.push(`opens ${opened.url()}`))
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  )
  for (const each of paths) {
    await page.goto(new URL(each, home).href, { waitUntil: 'load' })
    // What waits for a pointer or the keyboard to run.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('main *')) {
        for (const name of ['mouseover', 'focus', 'pointerenter', 'toggle', 'animationend'])
          element.dispatchEvent(new Event(name, { bubbles: true }))
      }
    })
    const seen = await page.evaluate(
      ([name, host]) => ({
        ran: name in globalThis,
        address: location.href,
        stored: JSON.stringify({ ...localStorage, ...sessionStorage }).includes(host),
        root: document.documentElement instanceof HTMLElement && document.documentElement.tagName === 'HTML',
        elements: [
          ...document.querySelectorAll(
            'main script:not([src]):not([type="application/json"]), iframe, object, embed, form[action^="http"], base, [onerror], [onload]',
          ),
        ].map(({ outerHTML }) => outerHTML.slice(0, 100)),
      }),
      [SENTINEL, EVIL] as const,
    )
    if (seen.ran) complaints.push(`${each} ran code`)
    if (
      new URL(seen.address).origin !== origin ||
      !decodeURI(seen.address).includes(decodeURI(each).split('?')[0] ?? '')
    )
      complaints.push(`${each} went to ${seen.address}`)
    if (seen.stored) complaints.push(`${each} stored something`)
    if (!seen.root) complaints.push(`${each} has another root`)
    complaints.push(...seen.elements.map((element) => `${each} has ${element}`))
  }
  await context.close()
}

/** What stands in a page of the site that no page of it has. */
function foreignIn(name: string, html: string): string[] {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#comment') found.push(`${name}: a comment`)
    if ('tagName' in node) {
      const attributes = new Map(node.attrs.map(({ name: key, value }) => [key, value]))
      if (
        node.tagName === 'script' &&
        !attributes.has('src') &&
        attributes.get('type') !== 'application/json'
      )
        found.push(`${name}: a script in the page`)
      if (/^(?:iframe|object|embed|base|frame|portal)$/.test(node.tagName))
        found.push(`${name}: <${node.tagName}>`)
      for (const [key, value] of attributes) {
        if (/^on|^srcdoc$|^style$|^formaction$/.test(key)) found.push(`${name}: ${key}="${value}"`)
        const isAddress = /^(?:href|src|action|poster|srcset)$/.test(key)
        if (isAddress && (value.includes(EVIL) || /^\s*(?:javascript|data|vbscript):/i.test(value)))
          found.push(`${name}: ${key}="${value}"`)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  parse(html).childNodes.forEach(visit)
  return found
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => {
        resolve(port)
      })
    })
  })
}
