import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ListedPage } from '../api/pages.ts'
import type { Engine } from '../search/engine/engine.ts'
import { INDEX_FILE } from '../search/engine/index-format.ts'
import { createSignatureMatcher, matchedLine } from '../search/engine/signatures.ts'
import { engineOfContent, engineOfFolder } from '../search/index/open-index.ts'
import type { BuiltSite } from './built-site.ts'
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

interface Opened {
  engine: Engine
  index: 'site' | 'content'
}

/**
 * The search of the site, asked by a program. The index is that of the built site where it was built from this content; else
 * one in memory.
 */
export class Finder {
  readonly #built: BuiltSite
  #known: { served: Served; site: string; opened: Promise<Opened> } | undefined

  constructor(built: BuiltSite) {
    this.#built = built
  }

  async search(served: Served, text: string, limit: number): Promise<FoundPages> {
    const site = this.#built.stamp()
    try {
      return await this.#search(served, text, limit)
    } catch (error) {
      // A build has just put another index in the place of this one.
      if (this.#built.stamp() === site) throw error
      return this.#search(served, text, limit)
    }
  }

  /** Makes the next search wait for nothing. */
  async prepare(served: Served): Promise<void> {
    await this.#open(served)
  }

  async #search(served: Served, text: string, limit: number): Promise<FoundPages> {
    const { engine, index } = await this.#open(served)
    const answer = await engine.search(text)
    const byUrl = new Map(served.pages.map((page) => [page.url, page]))
    const isFound = answer.found.length > 0
    const pages: FoundPages['pages'] = []
    for (const { id, hit } of isFound ? answer.found : answer.closest) {
      if (pages.length >= limit) break
      const { url } = await engine.texts(id)
      // The index of the site has pages that no entry makes, which nobody reads here.
      const page =
        byUrl.get(served.absolute(url)) ??
        byUrl.get(served.absolute(served.links.file(url.replace(/^\//, ''))))
      if (page) pages.push({ page, ...(hit && { why: hit.line }) })
    }
    return {
      confident: isFound && pages.length > 0,
      pages,
      missing: answer.missing,
      corrected: answer.corrected,
      index,
    }
  }

  async #open(served: Served): Promise<Opened> {
    const isOfSite = this.#built.isOf(served.content) && existsSync(path.join(this.#built.index, INDEX_FILE))
    const site = isOfSite ? this.#built.stamp() : ''
    if (this.#known?.served !== served || this.#known.site !== site)
      this.#known = { served, site, opened: this.#load(served, isOfSite) }
    const known = this.#known
    try {
      return await known.opened
    } catch (error) {
      // What was read may be in place when somebody asks again.
      if (this.#known === known) this.#known = undefined
      throw error
    }
  }

  async #load(served: Served, isOfSite: boolean): Promise<Opened> {
    if (isOfSite) return { engine: await engineOfFolder(this.#built.index), index: 'site' }
    return { engine: await engineOfContent(served.content), index: 'content' }
  }
}

/** An issue whose error texts are in a log, with the lines. */
export interface MatchedIssue {
  page: ListedPage
  matches: { signature: string; line: string; lineNumber: number }[]
}

interface Matcher {
  owners: { page: ListedPage; signature: string }[]
  match: ReturnType<typeof createSignatureMatcher>
}

const matchers = new WeakMap<Served, Matcher>()

/** The issues whose error texts or alerts are in a pasted text, the most specific match first. */
export function matchIssues(served: Served, text: string): MatchedIssue[] {
  const known = matcherOf(served)
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

/** Made once for each state of the content. */
function matcherOf(served: Served): Matcher {
  const known = matchers.get(served) ?? makeMatcher(served)
  matchers.set(served, known)
  return known
}

function makeMatcher({ pages, facts }: Served): Matcher {
  const issues = pages.filter(({ kind }) => kind === 'issue')
  const owners = issues.flatMap((page) =>
    [...(facts.issues.get(page.id).data.signatures ?? []), ...page.alerts].map((signature) => ({
      page,
      signature,
    })),
  )
  return { owners, match: createSignatureMatcher(owners.map(({ signature }) => signature)) }
}
