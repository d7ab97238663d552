import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { pagesDocument, type ListedPage } from '../api/pages.ts'
import { getCalendars, type Calendar } from '../calendar/calendars.ts'
import { finish, type Steps } from '../content/check/steps.ts'
import { factsOf, type Facts } from '../content/facts/entries.ts'
import type { Finding } from '../content/read/findings.ts'
import { digest, kept } from '../content/read/kept.ts'
import type { Content } from '../content/read/load.ts'
import { ContentStore } from '../content/read/store.ts'
import type { Address } from '../site/address.ts'
import type { BuiltSite } from './built-site.ts'
import { loadCheck, loadedCheck } from './check-code.ts'
import type { PassedChecks } from './passed-checks.ts'
import { createLinks, type Links } from '../site/links.ts'

/** The content as the tools see it: whole and checked. */
export interface Served {
  content: Content
  facts: Facts
  /** Planned when they are first asked for. */
  readonly calendars: ReadonlyMap<string, Calendar>
  links: Links
  /** Makes an address of a path from the root of the host. */
  absolute: (path: string) => string
  /** Listed when they are first asked for: who is on call does not wait for it. */
  readonly pages: readonly ListedPage[]
  /** What the site is called. */
  name: string
}

/** What is known of a content before it is checked. */
interface Known {
  content: Content
  hash: string
  /** The day on which it is looked at, `YYYY-MM-DD`. */
  today: string
  /** Whether the hash is of what was read: something may have been saved in between. */
  isOfRead: boolean
  /** Whether a build or an earlier process has found no error in it. */
  hasPassed: boolean
}

/** Why nothing is served, in words. */
export class NotServed extends Error {
  override name = 'NotServed'
}

/** Files are looked at again after this time, in milliseconds: several questions in a row are answered from one look. */
const LOOK_EVERY = 1000
/** Findings in one answer: who reads it needs the first ones. */
const MAX_FINDINGS = 20

/** A content folder that is read when a question comes, and again after a file changed. */
export class ContentSource {
  readonly #store: ContentStore
  readonly #built: BuiltSite
  readonly #passed: PassedChecks
  readonly #address: Address
  readonly #now: () => Date
  #stamps = new Map<string, string>()
  #lookedAt = -Infinity
  #judged: { content: Content; served: Served | string } | undefined
  #known: Known | undefined
  /** What is on its way to be judged, as far as it has come. */
  #judging: { content: Content; steps: Steps<Served | string> } | undefined

  /**
   * @param built the last build: what it was made of has passed the check
   * @param passed what has passed it before
   */
  constructor(root: string, built: BuiltSite, passed: PassedChecks, address: Address, now: () => Date) {
    this.#store = new ContentStore(root)
    this.#built = built
    this.#passed = passed
    this.#address = address
    this.#now = now
  }

  get root(): string {
    return this.#store.root
  }

  now(): Date {
    return this.#now()
  }

  /** Keeps what was read of a content that is served, for the next process. */
  keep(served: Served): void {
    if (this.#store.read() === served.content) this.#store.keep()
  }

  /** Loads what `served` needs for the content as it is now. */
  async ready(): Promise<void> {
    if (loadedCheck() !== undefined || !existsSync(this.#store.root)) return
    this.#look()
    const content = this.#store.read()
    if (this.#judged?.content !== content && !this.#knownOf(content).hasPassed) await loadCheck()
  }

  /**
   * The content as it is now, once it is `ready`.
   *
   * @throws NotServed where it does not pass the check: an answer from half of it could be wrong
   */
  served(): Served {
    if (!existsSync(this.#store.root))
      throw new NotServed(
        `There is no content folder ${this.#store.root}, so nothing is served. Name the folder in CONTENT_ROOT, or put it back; then ask again.`,
      )
    this.#look()
    const content = this.#store.read()
    if (this.#judged?.content !== content) this.#judged = { content, served: finish(this.#stepsOf(content)) }
    const { served } = this.#judged
    if (typeof served === 'string') throw new NotServed(served)
    return served
  }

  /**
   * Reads and checks in steps what `served` would in one go. A question that comes between two of them does the rest and is
   * answered; nothing is served before the check has passed.
   */
  *prepare(): Steps<void> {
    if (!existsSync(this.#store.root)) return
    if (this.#look()) yield* this.#store.readAhead()
    const content = this.#store.read()
    yield
    if (!this.#knownOf(content).hasPassed) {
      let hasFailed = false
      loadCheck().catch(() => (hasFailed = true))
      while (loadedCheck() === undefined && !hasFailed) yield
    }
    // Somebody may have asked meanwhile, and a file may have changed before that.
    while (this.#judged?.content !== content && this.#store.read() === content) {
      const step = this.#stepsOf(content).next()
      if (step.done === true) this.#judged = { content, served: step.value }
      else yield
    }
  }

  /** The steps that are left until it is known whether a content is served. */
  #stepsOf(content: Content): Steps<Served | string> {
    if (this.#judging?.content !== content) this.#judging = { content, steps: this.#judge(content) }
    return this.#judging.steps
  }

  *#judge(content: Content): Steps<Served | string> {
    try {
      return this.#verdict(content, yield* this.#findings(content))
    } finally {
      this.#judging = undefined
    }
  }

  #verdict(content: Content, findings: readonly Finding[]): Served | string {
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) {
      const more = errors.length - MAX_FINDINGS
      return `The content folder ${content.root} does not pass the check, so nothing is served: an answer from it could be wrong. Correct these mistakes, then ask again; npm run check names them all.\n\n${checkCode().reportText(errors.slice(0, MAX_FINDINGS))}${more > 0 ? `\n… and ${String(more)} more.` : ''}`
    }
    const facts = factsOf(content)
    const links = createLinks(this.#address.base)
    const absolute = (address: string) => new URL(address, this.#address.site).href
    let pages: readonly ListedPage[] | undefined
    const { hash, isOfRead } = this.#knownOf(content)
    const key = isOfRead ? `pages:${digest(hash, JSON.stringify(this.#address))}` : undefined
    return {
      content,
      facts,
      get calendars() {
        return getCalendars(content)
      },
      links,
      absolute,
      get pages() {
        return (pages ??= keptPages(key, () => pagesDocument(facts, links, absolute).pages))
      },
      name: content.site?.data.name ?? 'Watchbook',
    }
  }

  /** What the check finds, or what reading finds where the rest of it is known to find no error. */
  *#findings(content: Content): Steps<readonly Finding[]> {
    const { hash, today, isOfRead, hasPassed } = this.#knownOf(content)
    if (hasPassed) return content.findings
    const findings = yield* checkCode().checkInSteps(content, { today })
    const isSound = findings.every(({ severity }) => severity !== 'error')
    if (isSound && isOfRead) this.#passed.add(hash, today)
    return findings
  }

  #knownOf(content: Content): Known {
    if (this.#known?.content === content) return this.#known
    const today = this.#now().toISOString().slice(0, 10)
    const hash = this.#built.hashOf(content)
    const isOfRead = sameStamps(this.#stamps, stampsOf(this.#store.root))
    const hasPassed = isOfRead && (this.#built.isOf(content) || this.#passed.has(hash, today))
    this.#known = { content, hash, today, isOfRead, hasPassed }
    return this.#known
  }

  /** Finds files that were added, changed or removed since the last look, and says whether there are any. */
  #look(): boolean {
    if (performance.now() - this.#lookedAt < LOOK_EVERY) return false
    const stamps = stampsOf(this.#store.root)
    const known = this.#stamps
    const changed = [...new Set([...known.keys(), ...stamps.keys()])].filter(
      (file) => known.get(file) !== stamps.get(file),
    )
    for (const file of changed) this.#store.invalidate(file)
    this.#stamps = stamps
    this.#lookedAt = performance.now()
    return changed.length > 0
  }
}

/**
 * The list of pages, which reads every block of every page to say how it was tried.
 *
 * @param key of all that it is made of; `undefined` where that is not known
 */
function keptPages(key: string | undefined, list: () => readonly ListedPage[]): readonly ListedPage[] {
  if (key === undefined) return list()
  // The store gives back what was put there, or nothing.
  const known = kept()?.get(key) as readonly ListedPage[] | undefined
  if (known) return known
  const pages = list()
  kept()?.set(key, pages)
  return pages
}

function checkCode() {
  const check = loadedCheck()
  // A file was saved in the moment between `ready` and this.
  if (check === undefined) throw new NotServed('The content has changed just now. Ask again.')
  return check
}

function sameStamps(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return some.size === others.size && [...some].every(([file, stamp]) => others.get(file) === stamp)
}

function stampsOf(root: string): Map<string, string> {
  const stamps = new Map<string, string>()
  for (const item of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue
    const file = path.join(item.parentPath, item.name)
    const status = statSync(file, { throwIfNoEntry: false })
    if (status) stamps.set(file, `${String(status.mtimeMs)} ${String(status.size)}`)
  }
  return stamps
}
