import { hasBody, parsePage, type Page } from '../read/body.ts'
import { draftsOf } from '../read/drafts.ts'
import type { Finding } from '../read/findings.ts'
import { unreadable, type Content, type ContentDocument } from '../read/load.ts'
import type { CheckOptions } from './check.ts'
import { lookAtPage } from './page-look.ts'
import { rules } from './rules/index.ts'
import { runRule, type Rule, type RuleContext } from './rules/rule.ts'
import { secretsIn, type Located } from './secrets/index.ts'
import type { Steps } from './steps.ts'

/** So many bodies are in memory at a time: a tree takes twenty times the room of its text. */
const AT_A_TIME = 200

/** What the rules find in pages and between entries, and the secrets in pages. */
interface Seen {
  findings: Finding[]
  secrets: Located[]
}

/** Runs the rules over some pages after the other: memory does not grow with the number of pages. */
export function* lookAtPages(
  content: Content,
  { today, only, atATime = AT_A_TIME }: CheckOptions,
): Steps<Seen> {
  const context = { content, drafts: draftsOf(content), today }
  const rest = content.documents.filter((document) => hasBody(document) && only?.has(document.path) !== false)
  const runs = rules.flatMap((rule) => (rule.ofPage === true ? [] : [new RuleRun(rule)]))
  // As they come: a page may have more findings than a call takes arguments.
  const own: (readonly Finding[])[] = []
  const secrets: (readonly Located[])[] = []
  do {
    const { pages, unparsed, findings } = yield* readPages(rest.splice(0, atATime))
    own.push(findings)
    const isMore = rest.length > 0
    for (const run of runs) {
      run.look({ ...context, pages, isMore })
      yield
    }
    for (const page of pages) {
      const look = lookAtPage(page)
      own.push(look.findings)
      secrets.push(look.secrets)
      yield
    }
    // What is too much for the parser is text all the same.
    for (const document of unparsed) secrets.push([...secretsIn(document.path, document, document)])
  } while (rest.length > 0)
  return { findings: [...own.flat(), ...runs.flatMap(({ findings }) => findings)], secrets: secrets.flat() }
}

/** A rule on its way through the pages. */
class RuleRun {
  readonly findings: Finding[] = []
  readonly #rule: Rule
  /** What it has said in earlier parts: a rule that looks at entries too finds them each time. */
  readonly #said = new Set<string>()
  #looksAtPages = true

  constructor(rule: Rule) {
    this.#rule = rule
  }

  look({ pages, ...context }: RuleContext & { isMore: boolean }): void {
    if (!this.#looksAtPages) return
    let looked = false
    const found = runRule(this.#rule, {
      ...context,
      get pages() {
        looked = true
        return pages
      },
    })
    this.#looksAtPages = looked
    const isFirst = this.#said.size === 0
    const keys = found.map((finding) => JSON.stringify(finding))
    for (const [index, finding] of found.entries())
      if (isFirst || !this.#said.has(keys[index] ?? '')) this.findings.push(finding)
    if (context.isMore || !isFirst) for (const key of keys) this.#said.add(key)
  }
}

/** The bodies of some pages; one that is too much for the parser is a finding of its file. */
function* readPages(
  documents: readonly ContentDocument[],
): Steps<{ pages: Page[]; unparsed: ContentDocument[]; findings: Finding[] }> {
  const pages: Page[] = []
  const unparsed: ContentDocument[] = []
  const findings: Finding[] = []
  for (const document of documents) {
    yield
    try {
      pages.push(parsePage(document))
    } catch (error) {
      unparsed.push(document)
      findings.push(unreadable(document.file, error))
    }
  }
  return { pages, unparsed, findings }
}
