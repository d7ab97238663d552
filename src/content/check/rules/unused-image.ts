import path from 'node:path'
import type { Rule } from './rule.ts'
import { displayPath } from '../../read/files.ts'
import { nodesOf } from '../../read/body.ts'
import { decode, linksOf, targetOf } from './shared/links.ts'

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i

export const unusedImage: Rule = {
  id: 'unused-image',
  severity: 'warning',
  reason: 'A picture that no page shows is either forgotten, or the picture that a page should show.',
  fix: 'Show it on a page, or delete the file.',
  *check({ content, pages }) {
    const shown = new Set([...linksOf(pages)].map(targetOf))
    for (const { document, node } of nodesOf(pages, 'image', 'definition'))
      shown.add(path.resolve(path.dirname(document.path), decode(node.url.replace(/[?#].*$/s, ''))))
    const [site] = content.site ? [content.site] : content.documents
    if (!site) return
    for (const asset of [...content.assets].filter((file) => IMAGE.test(file) && !shown.has(file)))
      yield { document: { ...site, file: displayPath(asset) }, message: 'No page shows this picture' }
  },
}
