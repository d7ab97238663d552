import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

const NO_TAB = { message: 'There is no tab', hint: 'Write each part into a <Tab label="…">.' }

export const tabLabels: PageRule = {
  id: 'tab-labels',
  severity: 'warning',
  reason: 'Tabs are a choice between named parts: two with one name, or one alone, are none.',
  fix: 'Give each tab the name of what it is for.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'mdxJsxTextElement')) {
      if (node.name === 'Tabs' && node.children.length === 0) yield { document, at: start, ...NO_TAB }
    }
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
            isEmpty: child.children.length === 0,
            at: document.bodyOffset + (child.position?.start.offset ?? 0),
          },
        ]
      })
      if (node.children.length === 0) yield { document, at: start, ...NO_TAB }
      if (tabs.length === 1)
        yield {
          document,
          at: start,
          message: 'There is one tab, which is no choice',
          hint: 'Write the other one, or take its text out of <Tabs>.',
        }
      for (const [index, { label, isEmpty, at }] of tabs.entries()) {
        const other = tabs.findIndex((each) => each.label?.toLowerCase() === label?.toLowerCase())
        if (label === '')
          yield { document, at, message: 'The tab has no name', hint: 'Write label="…".', severity: 'error' }
        else if (label !== undefined && other < index)
          yield { document, at, message: `Another tab here is called "${label}" too`, severity: 'error' }
        else if (isEmpty)
          yield {
            document,
            at,
            message: `The tab "${label ?? ''}" is empty`,
            hint: 'Write its text between empty lines, or delete it.',
          }
      }
    }
  },
}
