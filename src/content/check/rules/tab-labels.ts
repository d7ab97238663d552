import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const tabLabels: PageRule = {
  id: 'tab-labels',
  severity: 'warning',
  reason: 'Tabs are a choice between named parts: two with one name, or one alone, are none.',
  fix: 'Give each tab the name of what it is for.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'mdxJsxFlowElement')) {
      if (node.name !== 'Tabs') continue
      const tabs = node.children.flatMap((child) => {
        if (child.type !== 'mdxJsxFlowElement' || child.name !== 'Tab') return []
        const label = child.attributes.find(
          (each) => each.type === 'mdxJsxAttribute' && each.name === 'label',
        )
        const { value } = label?.type === 'mdxJsxAttribute' ? label : {}
        return [
          {
            label: typeof value === 'string' ? value.trim() : undefined,
            at: document.bodyOffset + (child.position?.start.offset ?? 0),
          },
        ]
      })
      if (tabs.length === 1)
        yield {
          document,
          at: start,
          message: 'There is one tab, which is no choice',
          hint: 'Write the other one, or take its text out of <Tabs>.',
        }
      for (const [index, { label, at }] of tabs.entries())
        if (label !== undefined && tabs.findIndex((other) => other.label === label) < index)
          yield { document, at, message: `Another tab here is called "${label}" too`, severity: 'error' }
    }
  },
}
