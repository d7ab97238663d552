import type { Rule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const mdxComponent: Rule = {
  id: 'mdx-component',
  severity: 'error',
  reason: 'Content may use a fixed list of components. A page with any other component would not build.',
  fix: 'Use Markdown; put a placeholder such as <TOPIC> into backticks.',
  check: ({ pages }) => gateMistakes(pages, 'mdx-component'),
}
