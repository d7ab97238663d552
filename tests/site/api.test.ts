import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { CONTRACTS } from '../../src/api/contracts.ts'
import { serve } from '../../src/site/build/static-server.ts'
import { mistakesOf } from '../support/json-schema.ts'

const { root, based, ours } = inject('sites')

const hasTools = (() => {
  try {
    execFileSync('bash', ['-c', 'command -v curl jq'])
    return true
  } catch {
    console.warn('The commands of /api/ were not run: curl or jq is not installed here.')
    return false
  }
})()

/** The commands that a page prints, each in a block that a button copies, with the answer in the next block. */
const printed = (html: string) => {
  const [commands = [], answers = []] = ['command', 'output'].map((use) =>
    Array.from(
      html.matchAll(
        new RegExp(
          `<div class="code ${use}">\\s*<div class="code-head">[^]*?</div>\\s*<pre[^>]*>\\s*<code>([^<]*)</code>`,
          'g',
        ),
      ),
      ([, block = '']) => plain(block),
    ),
  )
  return commands.map((command, at) => ({ command, answer: answers[at] ?? '' }))
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
const plain = (html: string) => html.replace(/&(\w+|#39);/g, (all, name: string) => ENTITIES[name] ?? all)

describe.each([
  { name: 'the tests', folder: root, site: 'http://localhost:4321/' },
  { name: 'the tests under a base path', folder: based, site: 'https://example.com/runbooks/' },
  { name: 'this checkout', folder: ours, site: 'http://localhost:4321/' },
])('the files for programs of the built site of $name', ({ folder, site }) => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object
  const years = existsSync(join(folder, 'oncall'))
    ? readdirSync(join(folder, 'oncall'), { recursive: true, encoding: 'utf8' })
        .filter((file) => /^[\w-]+[/\\]\d{4}\.json$/.test(file))
        .map((file) => ({ contract: 'year', file: `oncall/${file}` }))
    : []

  it.each([
    ...CONTRACTS.filter(({ name }) => name !== 'year').map(({ name, path }) => ({
      contract: name,
      file: path,
    })),
    ...years,
  ])('has $file as its published schema says, with a version', ({ contract, file }) => {
    const schema = read(`api/${contract}.schema.json`)
    expect(schema).toMatchObject({ $id: `${site}api/${contract}.schema.json` })
    expect(mistakesOf(schema, read(file))).toEqual([])
    expect(read(file)).toMatchObject({ version: 1 })
  })

  it('has addresses that lead to its pages', () => {
    const { pages } = read('api/pages.json') as { pages: { url: string; markdown: string }[] }
    expect(pages.length).toBeGreaterThan(0)
    for (const { url, markdown } of pages) {
      expect(existsSync(join(folder, url.slice(site.length), 'index.html')), url).toBe(true)
      expect(existsSync(join(folder, markdown.slice(site.length))), markdown).toBe(true)
    }
    const { alerts } = read('api/alerts.json') as { alerts: { url: string; page: string }[] }
    for (const { url, page } of alerts) {
      expect(existsSync(join(folder, decodeURIComponent(url.slice(site.length)), 'index.html')), url).toBe(
        true,
      )
      expect(existsSync(join(folder, page.slice(site.length), 'index.html')), page).toBe(true)
    }
  })

  it('prints each command on /api/ in a block of its own, as it is pasted: without a prompt or its answer', () => {
    const questions = printed(readFileSync(join(folder, 'api/index.html'), 'utf8'))
    expect(questions).toHaveLength(3)
    for (const { command, answer } of questions) {
      expect(command).toMatch(/^curl -s /)
      expect(answer).not.toBe('')
      expect(command.split('\n')).not.toContain(answer)
    }
  })

  it.runIf(hasTools)(
    'prints commands on /api/ that give the printed answers where the site is served',
    async () => {
      const questions = printed(readFileSync(join(folder, 'api/index.html'), 'utf8'))
      expect(questions).toHaveLength(3)
      const { pathname } = new URL(site)
      const server = await serve({ folder, base: pathname, port: 0 })
      try {
        for (const { command, answer } of questions) {
          // Data keep the address of the site; only what is fetched is asked from here.
          const served = command.replace(`curl -s ${site}`, `curl -s ${server.url}`)
          expect(served).not.toBe(command)
          const { stdout, stderr } = await promisify(execFile)('bash', ['-c', served])
          expect({ stdout, stderr }, command).toEqual({ stdout: `${answer}\n`, stderr: '' })
        }
      } finally {
        await server.close()
      }
    },
  )

  it('explains each of them on the page /api/, which every page leads to', () => {
    const page = readFileSync(join(folder, 'api/index.html'), 'utf8')
    for (const { name, path } of CONTRACTS) {
      expect(page).toContain(path.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
      expect(page).toContain(`api/${name}.schema.json`)
    }
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toMatch(/<footer[\s\S]*href="[^"]*\/api\/"/)
  })
})
