import type { Page } from '../read/body.ts'
import type { Finding } from '../read/findings.ts'
import { digest, kept } from '../read/kept.ts'
import type { ContentDocument } from '../read/load.ts'
import { rules } from './rules/index.ts'
import { runPageRule, type PageRule } from './rules/rule.ts'
import { secretsIn, type Located } from './secrets/index.ts'

/** What is in one page, whatever else there is. */
interface Look {
  findings: readonly Finding[]
  secrets: readonly Located[]
}

const RULES = rules.filter((rule): rule is PageRule => rule.ofPage === true)
const IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id))

/**
 * What the rules that look at one page find in it, and its secrets; it is looked at once for as long as its file does not change,
 * also by later processes.
 */
export function lookAtPage(page: Page): Look {
  const key = keyOf(page.document)
  const known = kept()?.get(key)
  // The store gives back what was put there, or nothing.
  if (known !== undefined) return { findings: known as readonly Finding[], secrets: [] }
  const { document } = page
  const findings = RULES.flatMap((rule) => runPageRule(rule, page))
  const secrets = [...secretsIn(document.path, document, document, page)]
  // No secret is written anywhere, nor what a finding may repeat of it; and what a rule could not read, it may read next time.
  if (secrets.length === 0 && findings.every(({ rule }) => IDS.has(rule))) kept()?.set(key, findings)
  return { findings, secrets }
}

/** All that such a rule can see: a page's document follows from these. */
function keyOf({ collection, id, isIndex, file, path, kind, text }: ContentDocument): string {
  return `page:${digest(collection, id, String(isIndex), file, path, kind, text)}`
}
