import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

export const mdxComponent: Rule = {
  id: 'mdx-component',
  severity: 'error',
  reason: 'The site offers no components to content: a page with one would not build.',
  fix: 'Use Markdown; put a placeholder such as <TOPIC> into backticks.',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'mdxJsxFlowElement', 'mdxJsxTextElement')) {
      if (node.name === null || /^[a-z][a-z0-9-]*$/.test(node.name)) continue
      yield {
        document,
        at: start,
        message: `There is no component <${node.name}>`,
        hint: `If it is a placeholder, put it into backticks: \`<${node.name}>\``,
      }
    }
  },
}
