import path from 'node:path'
import { displayPath } from '../load.ts'
import { didYouMean } from '../suggest.ts'
import type { Rule } from './rule.ts'

export const missingImage: Rule = {
  id: 'missing-image',
  severity: 'error',
  reason:
    'The build stops at an image that is not there; one from another host is a request that readers did not ask for.',
  mend: 'Put the file into images/ or beside the entry, and link it with a relative path.',
  *check({ content, pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'image') continue
        const from = path.dirname(document.path)
        if (/^([a-z]+:)?\/\//i.test(node.url)) {
          yield {
            document,
            at: start,
            message: `The image ${node.url} is on another host`,
            hint: 'Save it into images/ and link to it there: pages load nothing from elsewhere.',
          }
        } else if (!content.assets.has(path.resolve(from, node.url))) {
          const known = [...content.assets].map((file) => path.relative(from, file).split(path.sep).join('/'))
          yield {
            document,
            at: start,
            message: `There is no image ${displayPath(path.resolve(from, node.url))}`,
            hint: didYouMean(node.url, known) ?? 'Put it into images/ or beside the entry.',
          }
        }
      }
    }
  },
}

export const imageText: Rule = {
  id: 'image-text',
  severity: 'error',
  reason: 'Who cannot see the image, or load it, reads its text instead.',
  mend: 'Say between the brackets what the image shows: ![Lag falls after the restart](lag.png).',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'image' || (node.alt ?? '').trim() !== '') continue
        yield {
          document,
          at: start,
          message: 'The image has no text',
          hint: 'Say between the brackets what it shows: ![what it shows](file).',
        }
      }
    }
  },
}
