import path from 'node:path'
import type { Rule } from './rule.ts'
import { displayPath } from '../../read/files.ts'
import { nodesOf, type Page } from '../../read/body.ts'
import type { ContentDocument } from '../../read/load.ts'
import { decode, linksOf, targetOf } from './shared/links.ts'

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i

export const unusedImage: Rule = {
  id: 'unused-image',
  severity: 'warning',
  reason: 'A picture that no page shows was forgotten, or a page should show it.',
  fix: 'Show it on a page, or delete the file.',
  *check({ content, pages, isMore = false }) {
    for (const page of pages) shownBy.set(page.document, picturesOf(page))
    if (isMore) return
    const shown = new Set(content.documents.flatMap((document) => shownBy.get(document) ?? []))
    const [site] = content.site ? [content.site] : content.documents
    if (!site) return
    for (const asset of [...content.assets].filter((file) => IMAGE.test(file) && !shown.has(file)))
      yield { document: { ...site, file: displayPath(asset) }, message: 'No page shows this picture' }
  },
}

/** The files that a page shows or links to, by its document: its tree is gone when the last page is looked at. */
const shownBy = new WeakMap<ContentDocument, readonly string[]>()

function picturesOf(page: Page): string[] {
  const images = [...nodesOf([page], 'image', 'definition')].map(({ document, node }) =>
    path.resolve(path.dirname(document.path), decode(node.url.replace(/[?#].*$/s, ''))),
  )
  return [...[...linksOf([page])].map(targetOf), ...images]
}
