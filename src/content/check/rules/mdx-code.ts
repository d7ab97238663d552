import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const mdxCode: PageRule = {
  id: 'mdx-code',
  severity: 'error',
  reason:
    'In MDX, braces and imports are code that runs when the site is built. Content may not contain code.',
  fix: 'Write \\{ for a brace, or put the text into backticks.',
  ofPage: true,
  check: ({ pages }) => gateMistakes(pages, 'mdx-code'),
}
