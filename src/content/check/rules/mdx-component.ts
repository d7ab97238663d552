import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const mdxComponent: PageRule = {
  id: 'mdx-component',
  severity: 'error',
  reason: 'Content may use a fixed list of components. A page with any other component would not build.',
  fix: 'Use Markdown; put a placeholder such as <TOPIC> into backticks.',
  ofPage: true,
  check: ({ pages }) => gateMistakes(pages, 'mdx-component'),
}
