import { readFileSync } from 'node:fs'
import path from 'node:path'
import { OPEN_COMMENT } from './rules/unclosed-html.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'

/** A file with such a mistake has fields or text that nobody has read: what hangs on them is no mistake of its own. */
const UNREAD = /^(?:yaml|frontmatter-|unreadable|too-much|merge-conflict)/
/** A page whose text ends where something was not closed. */
const UNCLOSED: ReadonlySet<string> = new Set(['unclosed-code', 'unclosed-html'])

/** What a page lacks that is all below the place where its reading ended. */
const OF_TEXT: ReadonlySet<string> = new Set([
  'missing-section',
  'section-order',
  'unknown-section',
  'empty-section',
  'heading-jump',
  'untested-code',
  'receipt-stale',
  'code-syntax',
  'code-prompt',
  'unused-definition',
])
const HANGS_ON_FIELDS: ReadonlySet<string> = new Set(['unknown-variable', 'receipt-stale'])
/** What is said of rehearsals whose page has lost its blocks. */
const WITHOUT_BLOCKS =
  /^(?:No block of this rehearsal is called|No page has a block|The case expects no answer)/

/** Findings without those of text that nothing has read, in the page itself and wherever its blocks and headings are named. */
export function withoutSwallowed(content: Content, findings: readonly Finding[]): readonly Finding[] {
  const filesOf = (isMeant: (rule: string) => boolean) =>
    new Set(findings.filter(({ rule }) => isMeant(rule)).map(({ file }) => file))
  const unread = filesOf((rule) => UNREAD.test(rule))
  const unclosed = filesOf((rule) => UNCLOSED.has(rule))
  // Nothing below has been read as text.
  const ends = new Map(
    findings
      .filter(({ rule, message }) => rule === 'unclosed-code' || message === OPEN_COMMENT)
      .map(({ file, line = Infinity }) => [file, line]),
  )
  const ids = [...unread, ...unclosed].flatMap((file) => /([^/]+\/[^/]+)\.mdx?$/i.exec(file)?.[1] ?? [])
  // A page that was deleted or renamed leaves a receipt behind.
  const orphans = findings.flatMap(({ file, rule, message }) =>
    rule === 'receipt' && message === NO_PAGE ? (/\/receipts\/(.+)\.json$/.exec(file)?.[1] ?? []) : [],
  )
  if (unread.size + unclosed.size + orphans.length === 0) return findings
  const receipts = [...ids, ...orphans].map((id) => textOf(path.join(content.root, 'receipts', `${id}.json`)))
  const isOfLost = (file: string) => {
    const name = /\/rehearsals\/([^/]+)\//.exec(file)?.[1]
    return name !== undefined && receipts.some((text) => text.includes(`"${name}/`))
  }
  const isOfReceipt = (file: string) => ids.some((id) => file.endsWith(`/receipts/${id}.json`))
  return findings.filter(({ file, line, rule, message }) => {
    // The gate says of an open comment that it is no element.
    if (rule === 'html' && message.startsWith('"<!--') && ends.get(file) === line) return false
    if (unread.has(file) && HANGS_ON_FIELDS.has(rule)) return false
    if (unclosed.has(file) && OF_TEXT.has(rule)) return false
    const end = ends.get(file)
    if (end !== undefined && line !== undefined && line > end && rule !== 'secret') return false
    if (rule === 'receipt') return !(message === NO_PAGE && isOfReceipt(file))
    if (rule === 'rehearsal') return !(WITHOUT_BLOCKS.test(message) && isOfLost(file))
    if (rule === 'broken-anchor')
      return ![...unread, ...unclosed].some((each) => message.startsWith(`${each} has no heading`))
    return true
  })
}

/** A receipt names the rehearsals of the blocks that its page had. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const NO_PAGE = 'No page with such blocks has this name'
