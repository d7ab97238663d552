import { createHash } from 'node:crypto'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** So much of a site is kept on a device at most, in bytes as they are unpacked. */
const MAX_OFFLINE = 10 * 1024 * 1024

/** Never kept: pictures for other sites' previews, feeds that calendars fetch, lists for machines, pages of rules. */
const LEFT_OUT =
  /^(?:card\.png|_headers|\.htaccess|llms.*|sw\.js|sitemap.*|robots\.txt|\.nojekyll)$|^contributing\/rules\/|\.(?:ics|xml)$|(?:^|\/)index\.md$/

const OFFLINE_PAGE = 'offline/index.html'

/** What is kept first where not all of it fits: first what every page needs, then in the order in which it is needed at night. */
const ORDER = [
  /^assets\/|^theme\.js$|^forward\.js$|^favicon|^icon-|^manifest|^offline\//,
  /^index\.html$/,
  /^oncall\//,
  /^runbooks\//,
  /^issues\//,
  /^alerts\//,
  /^pagefind\/|^search\//,
]

interface Options {
  /** The path that the site is served under. */
  base: string
  /** Whether the team wants it; if not, the worker removes what an earlier one kept. */
  offline: boolean
  /** When the content last changed. */
  revision: Date
  /** Ids of the issues, worst first. */
  issues: readonly string[]
}

/**
 * Writes the service worker of a built site: it keeps the whole site where it is small enough, else its most needed part.
 * Same files, same bytes.
 */
export async function writeWorker(
  folder: string,
  { base, offline, revision, issues }: Options,
): Promise<void> {
  const root = `/${base}/`.replace(/\/+/g, '/')
  await writeFile(join(folder, 'sw.js'), offline ? await worker(folder, root, revision, issues) : WITHDRAWN)
}

async function worker(
  folder: string,
  base: string,
  revision: Date,
  issues: readonly string[],
): Promise<string> {
  const files = await kept(folder, issues)
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)
  const code = await readFile(new URL('offline-worker.js', import.meta.url), 'utf8')
  const facts = { VERSION: version, REVISION: revision.getTime(), BASE: base, FILES: files, OFFLINE_PAGE }
  return `${Object.entries(facts)
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)}`)
    .join('\n')}\n${code}`
}

/** The files that are kept, with a hash of each. */
async function kept(folder: string, issues: readonly string[]): Promise<[path: string, hash: string][]> {
  const place = new Map(issues.map((id, rank) => [`issues/${id}/index.html`, rank]))
  const all = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !LEFT_OUT.test(path))
  const rank = (path: string) => {
    const found = ORDER.findIndex((pattern) => pattern.test(path))
    return found < 0 ? ORDER.length : found
  }
  const inOrder = all.sort(
    (a, b) => rank(a) - rank(b) || (place.get(a) ?? 0) - (place.get(b) ?? 0) || (a < b ? -1 : 1),
  )
  const files: [string, string][] = []
  let size = 0
  for (const path of inOrder) {
    size += (await stat(join(folder, path))).size
    if (size > MAX_OFFLINE) break
    const hash = createHash('sha256').update(await readFile(join(folder, path)))
    files.push([path, hash.digest('hex').slice(0, 16)])
  }
  return files
}

/** A worker that takes back what an earlier one has kept, and itself. What it does at last stands between the two. */
const withdrawn = (last = ''): string => `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('watchbook')) await caches.delete(name)
      await self.registration.unregister()
${last}    })(),
  )
})
`
const WITHDRAWN = withdrawn()

/**
 * The same for `npm run dev`, at whose address `npm start` may have left a worker: the pages that this one still shows are not
 * those that are saved, so each is asked for again.
 */
export const WITHDRAWN_WHILE_EDITING = withdrawn(
  `      for (const page of await self.clients.matchAll({ type: 'window' })) await page.navigate(page.url)
`,
)
