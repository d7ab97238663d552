import path from 'node:path'
import type { Finding } from '../read/findings.ts'
import { displayPath, type Content } from '../read/load.ts'
import { checkEverything } from './check.ts'

/** What has rules for all pages: where it has changed, each page is looked at. */
const FOR_ALL_PAGES = ['site.yaml', 'baseline.yaml']
/** Nothing that is looked at needs it; that may be because not everything is. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['unused-acceptance', 'unused-image'])

/**
 * What a change may have brought: the findings in files that were changed, in pages that name one of them, and every error
 * between entries. The other pages are not looked at.
 *
 * @param changed files that were added, edited, renamed or deleted, absolute
 * @param today `YYYY-MM-DD`
 */
export async function checkChanged(
  content: Content,
  changed: readonly string[],
  today: string,
): Promise<Finding[]> {
  if (FOR_ALL_PAGES.some((name) => changed.includes(path.join(content.root, name))))
    return await checkEverything(content, { today })
  const only = new Set([...changed, ...naming(content, changed)])
  const files = new Set([...only].map(displayPath))
  const findings = await checkEverything(content, { today, only })
  return findings.filter(
    ({ file, severity, rule }) => !OF_THE_WHOLE.has(rule) && (files.has(file) || severity === 'error'),
  )
}

/** The files that name one of some others, by its id: their links and references may lead nowhere now. */
function naming({ documents }: Content, changed: readonly string[]): string[] {
  const names = [...new Set(changed.map((file) => path.parse(file).name))]
  return documents
    .filter(({ text }) => names.some((name) => text.includes(name)))
    .map((document) => document.path)
}
