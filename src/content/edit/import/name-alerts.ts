import type { alertIndex } from './alert-names.ts'
import { isAlertName } from './alert-names.ts'
import { isIndex, stem } from './source/page-addresses.ts'
import { normalAnchor } from './links/anchors.ts'
import { type LinkIndex } from './links/link-index.ts'
import type { Log } from './common/log.ts'
import type { Draft } from './types.ts'

/** Gives entries the alerts that they are about: by the name of their file, and by the addresses of rules. */
export function nameAlerts(
  drafts: readonly Draft[],
  rules: ReturnType<typeof alertIndex>,
  index: LinkIndex,
  log: Log,
): void {
  const given = new Set<string>()
  const give = (draft: Draft | undefined, name: string) => {
    if (draft?.collection !== 'issues' || given.has(name.toLowerCase())) return
    given.add(name.toLowerCase())
    draft.alerts.push(name)
  }
  for (const draft of drafts) {
    const name = draft.anchor === undefined ? stem(draft.page.source) : draft.title
    if (isIndex(draft.page.source) && draft.anchor === undefined) continue
    const known = rules.spelling(name) ?? rules.spelling(draft.title)
    if (known !== undefined) give(draft, known)
    else if (isAlertName(name)) {
      if (given.has(name.toLowerCase()))
        log.add('left', 'alert that another page is about as well', draft.page.source, name)
      give(draft, name)
    }
  }
  // Where a rule's own address leads to a page, the alert is that page's.
  const [anyPage] = drafts
  if (!anyPage) return
  for (const { name, url } of rules.urls) {
    const resolved = index.resolve(url, anyPage.page.source)
    if (resolved.kind !== 'entry') continue
    const wanted = normalAnchor(resolved.anchor)
    const [first] = resolved.page.entries
    const entry = resolved.page.entries.find(({ anchors }) => wanted !== '' && anchors.has(wanted)) ?? first
    give(
      drafts.find(({ file }) => file === entry?.file),
      name,
    )
  }
}
