import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { writeWorker } from '../../../src/site/build/write-worker.ts'

const MB = 1024 * 1024

/** The paths that a worker keeps of a site of these files, in order, each with so many bytes. */
async function keptOf(files: Readonly<Record<string, number>>, issues: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-worker-'))
  try {
    for (const [path, size] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), Buffer.alloc(size))
    }
    await writeWorker(folder, { base: '/', offline: true, revision: new Date(0), issues })
    const [, list = '[]'] = /^const FILES = (.*)$/m.exec(readFileSync(join(folder, 'sw.js'), 'utf8')) ?? []
    return (JSON.parse(list) as [string, string][]).map(([path]) => path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const SITE = {
  'assets/page.css': MB,
  'index.html': MB,
  'offline/index.html': MB,
  'oncall/a/2026/index.html': MB,
  'runbooks/a/index.html': MB,
  'issues/a-mild/index.html': MB,
  'issues/z-worst/index.html': MB,
  'pagefind/index.pf': MB,
  'teams/a/index.html': MB,
}

it('a site that fits is kept whole, but for what only machines and other sites ask for', async () => {
  const kept = await keptOf({
    ...SITE,
    'card.png': 1,
    'oncall/a.ics': 1,
    'issues/a-mild/index.md': 1,
    'sitemap-0.xml': 1,
  })
  expect(kept.toSorted()).toEqual(Object.keys(SITE).toSorted())
})

it('of a site beyond 10 MB, what the night needs is kept: home, calendar, runbooks, the worst issues, the search', async () => {
  const kept = await keptOf({ ...SITE, 'teams/b/index.html': 2 * MB, 'teams/c/index.html': 1 }, [
    'z-worst',
    'a-mild',
  ])
  expect(kept).toEqual([
    'assets/page.css',
    'offline/index.html',
    'index.html',
    'oncall/a/2026/index.html',
    'runbooks/a/index.html',
    'issues/z-worst/index.html',
    'issues/a-mild/index.html',
    'pagefind/index.pf',
    'teams/a/index.html',
  ])
})

it('of many issues, the worst are kept until 10 MB are full', async () => {
  const ids = Array.from({ length: 8 }, (_, place) => `issue-${String(8 - place)}`)
  const pages = Object.fromEntries(ids.map((id) => [`issues/${id}/index.html`, 2 * MB]))
  const kept = await keptOf({ 'index.html': MB, 'pagefind/index.pf': MB, ...pages }, ids)
  expect(kept).toEqual(['index.html', ...ids.slice(0, 4).map((id) => `issues/${id}/index.html`)])
})
