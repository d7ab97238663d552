import type { Rule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const mdxComponent: Rule = {
  id: 'mdx-component',
  severity: 'error',
  reason: 'The site offers content a fixed list of components: a page with another one would not build.',
  fix: 'Use Markdown; put a placeholder such as <TOPIC> into backticks.',
  check: ({ pages }) => gateMistakes(pages, 'mdx-component'),
}
