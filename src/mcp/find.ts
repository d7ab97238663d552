import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ListedPage } from '../api/pages.ts'
import type { Engine } from '../search/engine/engine.ts'
import { INDEX_FILE } from '../search/engine/index-format.ts'
import { createSignatureMatcher, matchedLine } from '../search/engine/signatures.ts'
import { indexOptions } from '../search/index/options.ts'
import { documentsOfContent } from '../search/index/from-content.ts'
import { engineOfDocuments, engineOfFolder } from '../search/index/open-index.ts'
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

  #open(served: Served) {
    if (this.#known?.served !== served) this.#known = { served, opened: this.#load(served) }
    return this.#known.opened
  }

  async #load(served: Served): Promise<{ engine: Engine; index: 'site' | 'content' }> {
    const folder = this.#built.index
    if (this.#built.isOf(served.content) && existsSync(path.join(folder, INDEX_FILE)))
      return { engine: await engineOfFolder(folder), index: 'site' }
    const options = indexOptions(served.content)
    return { engine: await engineOfDocuments(documentsOfContent(served.content), options), index: 'content' }
  }
}

/** An issue whose error texts are in a log, with the lines. */
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

/** The issues whose error texts or alerts are in a pasted text, the most specific match first. */
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
