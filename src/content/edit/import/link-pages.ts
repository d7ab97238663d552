import { addressesOf } from './generators.ts'
import { anchorsOf } from './headings.ts'
import { ANCHOR } from './html.ts'
import { looseAnchor, normalAnchor, type LinkIndex, type LinkPage } from './links.ts'
import type { ConvertedPage } from './page.ts'
import type { Draft } from './types.ts'

/** What links can lead to. */
export function toLinkPages(pages: readonly ConvertedPage[], drafts: readonly Draft[]): LinkPage[] {
  const bySource = Map.groupBy(drafts, ({ page }) => page.source)
  return pages.map((page) => ({
    source: page.source,
    addresses: addressesOf(page.source, page.written, page.generator),
    entries: (bySource.get(page.source) ?? []).map((draft) => ({
      file: draft.file,
      anchors: anchorMap(draft),
    })),
  }))
}

/** Anchors of the source by the ones that the entry has: spelled alike, the same but for signs, or named by hand. */
function anchorMap({ title, body, anchor }: Draft): Map<string, string> {
  const map = new Map<string, string>()
  const headings = anchorsOf(body)
  for (const found of body.matchAll(ANCHOR)) {
    const next = headings.find(({ start }) => start >= found.index)
    map.set(normalAnchor(found[1] ?? ''), next?.anchor ?? '')
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
  return map
}

/** Of a page that was split, `#other` leads to another entry. */
export function withOwnParts(index: LinkIndex, own: LinkPage): LinkIndex {
  return {
    resolve(target, page, scheme) {
      const resolved = index.resolve(target, page, scheme)
      return resolved.kind === 'here' ? { kind: 'entry', page: own, anchor: resolved.anchor } : resolved
    },
  }
}
