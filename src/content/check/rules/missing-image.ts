import path from 'node:path'
import type { ContentDocument } from '../../read/load.ts'
import { displayPath } from '../../read/files.ts'
import { imageProblem } from '../../gate/index.ts'
import { nodesOf, type Page } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { relativeLink } from './shared/links.ts'

export const missingImage: Rule = {
  id: 'missing-image',
  severity: 'error',
  reason:
    'The build stops at an image that is not there; one from another host is a request that readers did not ask for.',
  fix: 'Put the file into images/ or beside the entry, and link it with a relative path.',
  *check({ content, pages }) {
    for (const { document, url, start } of imagesOf(pages)) {
      const from = path.dirname(document.path)
      // The gate says what is wrong with an address that names no file at all.
      if (imageProblem(url)) continue
      const file = path.resolve(from, decodeURI(url))
      if (content.assets.has(file)) continue
      const nearest = closestTo(
        url,
        [...content.assets].map((each) => relativeLink(from, each)),
      )
      yield {
        document,
        at: start,
        message: `There is no image ${displayPath(file)}`,
        hint:
          nearest === undefined
            ? `Add the file to the same change: put it into images/ or beside the entry.`
            : `Did you mean "${nearest}"?`,
      }
    }
  },
}

interface ImageUse {
  document: ContentDocument
  url: string
  start: number
}

/** Images with their address, those too that name it in a definition. */
function* imagesOf(pages: readonly Page[]): Generator<ImageUse> {
  for (const page of pages) {
    for (const { document, node, start } of nodesOf([page], 'image')) yield { document, url: node.url, start }
    const defined = new Map<string, string>()
    for (const { node } of nodesOf([page], 'definition'))
      if (!defined.has(node.identifier)) defined.set(node.identifier, node.url)
    for (const { document, node, start } of nodesOf([page], 'imageReference'))
      yield { document, url: defined.get(node.identifier) ?? '', start }
  }
}
