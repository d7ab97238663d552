import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ListedPage } from '../api/pages.ts'
import { createEngine, type Engine } from '../search/engine/engine.ts'
import type { Lookup } from '../search/engine/lookup.ts'
import type { Pagefind } from '../search/engine/pagefind.ts'
import { resultsOf } from '../search/engine/results.ts'
import { LOOKUP_FILE, RANKING } from '../search/engine/settings.ts'
import { createSignatureMatcher, matchedLine } from '../search/engine/signatures.ts'
import type { BuiltSite } from './built-site.ts'
import { memoryIndex } from './memory-index.ts'
import { collectionOf } from './page-text.ts'
import type { Served } from './source.ts'

/** What a search found. */
export interface FoundPages {
  /** Whether the first page answers what was asked; else they are the closest. */
  confident: boolean
  /** Best first. */
  pages: { page: ListedPage; why?: string }[]
  /** Words that the first page lacks. */
  missing: string[]
  /** Words that were read as others. */
  corrected: { from: string; to: string }[]
  /** Whether it was the index of the built site, which ranks as the page does. */
  index: 'site' | 'content'
}

/** The host that the index seems to be on: Pagefind asks for its files through `fetch`. */
const INDEX_HOST = 'https://index.invalid/'

/**
 * The search of the site, asked by a program. The index is that of the built site where it was built from this content; else
 * one in memory.
 */
export class Finder {
  readonly #built: BuiltSite
  #known: { served: Served; opened: Promise<{ engine: Engine; index: 'site' | 'content' }> } | undefined

  constructor(built: BuiltSite) {
    this.#built = built
  }

  async search(served: Served, text: string, limit: number): Promise<FoundPages> {
    const { engine, index } = await this.#open(served)
    const answer = await engine.search(text)
    const byUrl = new Map(served.pages.map((page) => [page.url, page]))
    const pages: FoundPages['pages'] = []
    for (const result of resultsOf(answer)) {
      if (pages.length >= limit) break
      const url = index === 'content' ? result.id : (await result.load(engine)).url
      const address = served.absolute(url)
      // The index of the site has pages that no entry makes, which nobody reads here.
      const page = byUrl.get(address) ?? byUrl.get(served.absolute(served.links.file(url.replace(/^\//, ''))))
      if (page) pages.push({ page, ...(result.hit && { why: result.hit.line }) })
    }
    return {
      confident: answer.confident && pages.length > 0,
      pages,
      missing: answer.missing,
      corrected: answer.corrected,
      index,
    }
  }

  #open(served: Served) {
    if (this.#known?.served !== served) this.#known = { served, opened: this.#load(served) }
    return this.#known.opened
  }

  async #load(served: Served): Promise<{ engine: Engine; index: 'site' | 'content' }> {
    const folder = this.#built.index
    if (this.#built.isOf(served.content) && existsSync(path.join(folder, 'pagefind.js'))) {
      const lookup = JSON.parse(readFileSync(path.join(folder, LOOKUP_FILE), 'utf8')) as Lookup
      return { engine: createEngine(await openPagefind(folder), lookup), index: 'site' }
    }
    const { pagefind, lookup } = memoryIndex(indexedPages(served))
    return { engine: createEngine(pagefind, lookup), index: 'content' }
  }
}

function indexedPages({ pages, content, facts }: Served) {
  const bodies = new Map<string, string>(
    content.documents.map((document) => [`${document.collection}/${document.id}`, document.body] as const),
  )
  return pages.map((page) => {
    const { signatures = [], keywords = [] } = page.kind === 'issue' ? facts.issues.get(page.id).data : {}
    return { page, signatures, keywords, body: bodies.get(`${collectionOf(page)}/${page.id}`) ?? '' }
  })
}

/** The index of a folder, opened by Pagefind's own code. It is given the files and no network. */
async function openPagefind(folder: string): Promise<Pagefind> {
  serveOnlyFiles(folder)
  const module = (await import(pathToFileURL(path.join(folder, 'pagefind.js')).href)) as {
    createInstance: (options: object) => Pagefind
  }
  return module.createInstance({ basePath: INDEX_HOST, baseUrl: '/', ranking: RANKING })
}

/** From now on `fetch` reads the files of the index, and nothing else: this process has no network. */
function serveOnlyFiles(folder: string): void {
  globalThis.fetch = (input) => {
    const address = input instanceof Request ? input.url : String(input)
    const name = address.startsWith(INDEX_HOST) ? new URL(address).pathname.slice(1) : ''
    const file = path.join(folder, decodeURIComponent(name))
    if (name === '' || !file.startsWith(`${folder}${path.sep}`) || !existsSync(file))
      return Promise.resolve(new Response('', { status: 404 }))
    return Promise.resolve(new Response(readFileSync(file), { status: 200 }))
  }
}

/** An issue whose error texts stand in a log, with the lines. */
export interface MatchedIssue {
  page: ListedPage
  matches: { signature: string; line: string; lineNumber: number }[]
}

const matchers = new WeakMap<
  Served,
  {
    issues: ListedPage[]
    owners: { page: ListedPage; signature: string }[]
    match: ReturnType<typeof createSignatureMatcher>
  }
>()

/** The issues whose error texts or alerts stand in a pasted text, the most specific match first. */
export function matchIssues(served: Served, text: string): MatchedIssue[] {
  const known = matchers.get(served) ?? prepare(served)
  matchers.set(served, known)
  const found = new Map<string, MatchedIssue>()
  for (const match of known.match(text)) {
    const owner = known.owners[match.signature]
    if (!owner) continue
    const issue = found.get(owner.page.id) ?? { page: owner.page, matches: [] }
    issue.matches.push({
      signature: owner.signature,
      line: matchedLine(text, match),
      lineNumber: text.slice(0, match.start).split('\n').length,
    })
    found.set(owner.page.id, issue)
  }
  return [...found.values()]
}

function prepare({ pages, facts }: Served) {
  const issues = pages.filter(({ kind }) => kind === 'issue')
  const owners = issues.flatMap((page) =>
    [...(facts.issues.get(page.id).data.signatures ?? []), ...page.alerts].map((signature) => ({
      page,
      signature,
    })),
  )
  return { issues, owners, match: createSignatureMatcher(owners.map(({ signature }) => signature)) }
}
