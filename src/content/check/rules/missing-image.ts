import path from 'node:path'
import { displayPath } from '../../read/files.ts'
import { nodesOf } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { isElsewhere, relativeLink } from './shared/links.ts'

export const missingImage: Rule = {
  id: 'missing-image',
  severity: 'error',
  reason:
    'The build stops at an image that is not there; one from another host is a request that readers did not ask for.',
  fix: 'Put the file into images/ or beside the entry, and link it with a relative path.',
  *check({ content, pages }) {
    for (const { document, node, start } of nodesOf(pages, 'image')) {
      const from = path.dirname(document.path)
      if (isElsewhere(node.url)) {
        yield {
          document,
          at: start,
          message: `The image ${node.url} is on another host`,
          hint: 'Save it into images/ and link to it there: pages load nothing from elsewhere.',
        }
        continue
      }
      const file = path.resolve(from, node.url)
      if (content.assets.has(file)) continue
      const nearest = closestTo(
        node.url,
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
