import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const unusedDefinition: PageRule = {
  id: 'unused-definition',
  severity: 'error',
  reason: 'A target or footnote that no link uses is not shown: the link is probably missing or mistyped.',
  fix: 'Name it in the text, or delete the line.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      const used = new Set(
        [...nodesOf([page], 'linkReference', 'imageReference')].map(({ node }) =>
          node.identifier.toLowerCase(),
        ),
      )
      const defined = new Set<string>()
      for (const { document, node, start } of nodesOf([page], 'definition', 'footnoteDefinition')) {
        const name = `${node.type} ${node.identifier.toLowerCase()}`
        if (defined.has(name))
          yield {
            document,
            at: start,
            message: `"${node.identifier}" is defined twice, and only the first counts`,
            hint: 'Give one of the two another name, or delete it.',
          }
        defined.add(name)
      }
      for (const { document, node, start } of nodesOf([page], 'definition')) {
        if (used.has(node.identifier.toLowerCase())) continue
        yield { document, at: start, message: `Nothing on the page uses the target "${node.identifier}"` }
      }
      const notes = new Set(
        [...nodesOf([page], 'footnoteReference')].map(({ node }) => node.identifier.toLowerCase()),
      )
      for (const { document, node, start } of nodesOf([page], 'footnoteDefinition')) {
        if (notes.has(node.identifier.toLowerCase())) continue
        yield {
          document,
          at: start,
          message: `Nothing on the page has the mark of the note "${node.identifier}"`,
          hint: `Write [^${node.identifier}] where it belongs, or delete the note.`,
        }
      }
    }
  },
}
