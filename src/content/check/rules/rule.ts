import type { Drafts } from '../../read/drafts.ts'
import type { Finding } from '../../read/findings.ts'
import { displayPath, unreadable, type Content, type ContentDocument } from '../../read/load.ts'
import type { Page } from '../../read/body.ts'
import type { Path } from '../../read/yaml/position.ts'

/** A rule as people look it up: its id is permanent and part of every finding. */
export interface RuleDescription {
  id: string
  severity: Finding['severity']
  /** Why it is a rule. */
  reason: string
  /** How to fix what it finds. */
  fix: string
}

export interface Rule extends RuleDescription {
  ofPage?: never
  check: (context: RuleContext) => Iterable<Mistake>
}

/**
 * A rule that looks at each page by itself, and at nothing but its file: what it finds there is so for as long as the file is as
 * it is, whatever else is edited. It asks no disk, no clock and no other page.
 */
export interface PageRule extends RuleDescription {
  ofPage: true
  check: (context: Pick<RuleContext, 'pages'>) => Iterable<Mistake>
}

/** What rules look at. */
export interface RuleContext {
  content: Content
  /** Entries with the fields that can be read: a wrong field hides no mistake in the others. */
  drafts: Drafts
  /** Bodies of pipelines, runbooks and issues: some of them at a time, for the trees of thousands take gigabytes. */
  pages: readonly Page[]
  /** Whether these are not the last: what is to be said of all pages together waits for those. */
  isMore?: boolean
  /** `YYYY-MM-DD` */
  today: string
}

/** What a rule finds: the runner adds its id and severity, and turns `at` into line and column. */
export interface Mistake {
  document: ContentDocument
  /** Offset into the file, or path of a field; a mistake of the whole file has neither. */
  at?: number | { path: Path; part?: 'key' | 'value' }
  message: string
  /** What to do here; the fix of the rule, if left out. */
  hint?: string
  /** How bad it is here, where it is not as bad as the rule says, or worse. */
  severity?: Finding['severity']
}

/** Finds the mistakes of one rule. Where a page is too much for it, that is a finding of this page, and the others are looked at. */
export function runRule(rule: Rule, context: RuleContext): Finding[] {
  try {
    return findingsOf(rule, context)
  } catch (error) {
    const broken: Finding[] = []
    const sound = context.pages.filter((page) => {
      try {
        findingsOf(rule, { ...context, pages: [page] })
        return true
      } catch (pageError) {
        broken.push(unreadable(page.document.file, pageError))
        return false
      }
    })
    // Not one page alone: the rule looks at something that all of them share.
    if (broken.length === 0)
      return [unreadable(context.content.site?.file ?? displayPath(context.content.root), error)]
    return [...broken, ...findingsOf(rule, { ...context, pages: sound })]
  }
}

/** The same of a rule that looks at one page by itself. */
export function runPageRule(rule: PageRule, page: Page): Finding[] {
  try {
    return toFindings(rule, rule.check({ pages: [page] }))
  } catch (error) {
    return [unreadable(page.document.file, error)]
  }
}

const findingsOf = (rule: Rule, context: RuleContext): Finding[] => toFindings(rule, rule.check(context))

function toFindings(rule: RuleDescription, mistakes: Iterable<Mistake>): Finding[] {
  return Array.from(mistakes, ({ document, at, message, hint = rule.fix, severity = rule.severity }) => ({
    file: document.file,
    ...placeOf(document, at),
    severity,
    rule: rule.id,
    message,
    hint,
  }))
}

function placeOf(document: ContentDocument, at: Mistake['at']) {
  if (at === undefined) return {}
  return typeof at === 'number' ? document.placeAt(at) : document.placeOf(at.path, at.part)
}
