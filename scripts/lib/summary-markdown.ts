import { plainMarkdown } from '../../src/text/in-markdown.ts'
import type { Finding } from '../../src/content/read/findings.ts'
import { countText } from '../../src/content/check/reporters/text.ts'
import type { PageChanges, PageName } from '../../src/content/compare/page-changes.ts'

interface Summary {
  changes: PageChanges
  findings: readonly Finding[]
  /** What `baseline.yaml` accepts, and whether this change has added it. */
  accepted: readonly { hash: string; reason: string; isNew: boolean }[]
  /** What happens to shifts, in Markdown. */
  oncall: string
}

/** The summary of a change for its pull request: what the check found, what happens to pages, links and shifts. */
export function summaryMarkdown({ changes, findings, accepted, oncall }: Summary): string {
  const { added, changed, removed, renamed, broken, reviews } = changes
  const none = added.length + changed.length + removed.length + renamed.length === 0
  return [
    '## What this change does',
    checkLine(findings),
    accepted.length === 0 ? undefined : '### Accepted although it looks like a secret',
    bullets(
      accepted.map(
        ({ hash, reason, isNew }) =>
          `${isNew ? '**New in this change:** ' : ''}${plainMarkdown(reason)} (\`${hash}\`)`,
      ),
    ),
    '### Pages',
    none ? 'No page changes.' : undefined,
    list('Added', added.map(link)),
    list('Changed', changed.map(link)),
    list(
      'Renamed',
      renamed.map(({ from, to }) => `\`${from}\` → ${link(to)}`),
    ),
    list('Removed', removed.map(link)),
    broken.length === 0 ? undefined : '### Links that would break',
    bullets(broken.map(({ address, reason }) => `\`${address}\`: ${reason}`)),
    reviews.length === 0 ? undefined : '### To be reviewed',
    bullets(reviews.map(({ page, reason }) => `${link(page)}: ${reason}`)),
    oncall,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
}

function checkLine(findings: readonly Finding[]): string {
  const marks = findings.some(({ severity }) => severity === 'error')
    ? '❌'
    : findings.length > 0
      ? '⚠️'
      : '✅'
  return `${marks} \`npm run check\`: ${countText(findings)}`
}

/** Titles come from whoever opened the pull request: nothing in them may become markup. */
function link({ title, address }: PageName): string {
  return `${plainMarkdown(title)} (\`${address}\`)`
}

/** Past this many, a list is no longer of use. */
const MAX_ITEMS = 30

function list(name: string, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `**${name}** (${String(items.length)})\n\n${bullets(items)}`
}

function bullets(items: readonly string[]): string {
  const rest = items.length > MAX_ITEMS ? [`… and ${String(items.length - MAX_ITEMS)} more`] : []
  return [...items.slice(0, MAX_ITEMS), ...rest].map((item) => `- ${item}`).join('\n')
}
