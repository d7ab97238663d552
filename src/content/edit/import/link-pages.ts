import { addressesOf } from './source/page-addresses.ts'
import { anchorsOf } from './markup/headings.ts'
import { ANCHOR } from './markup/anchor-marks.ts'
import { looseAnchor, normalAnchor } from './links/anchors.ts'
import { type LinkIndex, type LinkPage, type LinkTarget } from './links/link-index.ts'
import { pathOf } from './former-addresses.ts'
import type { ConvertedPage } from './page.ts'
import type { Draft } from './types.ts'

/** What links can lead to. */
export function toLinkPages(pages: readonly ConvertedPage[], drafts: readonly Draft[]): LinkPage[] {
  const bySource = Map.groupBy(drafts, ({ page }) => page.source)
  return pages.map((page) => ({
    source: page.source,
    addresses: [
      ...addressesOf(page.source, page.written, page.generator),
      ...page.fields.aliases.map(pathOf),
    ],
    entries: (bySource.get(page.source) ?? []).map((draft) => ({
      file: draft.file,
      ...anchorsOfDraft(draft),
    })),
  }))
}

/** Anchors of the source by the ones that the entry has: spelled alike, the same but for signs, or named by hand. */
function anchorsOfDraft({ title, body, anchor }: Draft): Omit<LinkTarget, 'file'> {
  const map = new Map<string, string>()
  const labels = new Set<string>()
  const headings = anchorsOf(body)
  for (const found of body.matchAll(ANCHOR)) {
    const next = headings.find(({ start }) => start >= found.index)
    const between = body.slice(found.index, next?.start ?? body.length).replace(ANCHOR, '')
    // Above a heading it is that heading's; in the middle of a text, it is in the part of the heading above.
    const place = next && between.trim() === '' ? next : headings.findLast(({ start }) => start < found.index)
    map.set(normalAnchor(found[1] ?? ''), place?.anchor ?? '')
    labels.add(normalAnchor(found[1] ?? ''))
  }
  for (const { anchor: own } of headings) {
    map.set(own, own)
    if (!map.has(looseAnchor(own))) map.set(looseAnchor(own), own)
  }
  // The heading that became the title is the top of the page.
  for (const top of [anchor, looseAnchor(title).slice(1)]) {
    if (top === undefined) continue
    if (!map.has(normalAnchor(top))) map.set(normalAnchor(top), '')
    if (!map.has(looseAnchor(top))) map.set(looseAnchor(top), '')
  }
  const titles = new Map([['', title], ...headings.map((each) => [each.anchor, each.title] as const)])
  return { anchors: map, labels, titles }
}

/** Of a page that was split, `#other` leads to another entry. */
export function withOwnParts(index: LinkIndex, own: LinkPage): LinkIndex {
  return {
    ...index,
    resolve(target, page, scheme) {
      const resolved = index.resolve(target, page, scheme)
      return resolved.kind === 'here' ? { kind: 'entry', page: own, anchor: resolved.anchor } : resolved
    },
  }
}
