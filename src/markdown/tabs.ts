import type { Paragraph } from 'mdast'
import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri'

/**
 * `<Tabs>` and `<Tab label="…">` as parts of the page, one below the other, each below its name: so they are read without
 * a script, on paper and by programs. `client/tab-sets.ts` makes tabs of them.
 */
export const tabs = defineMdastPlugin({
  name: 'tabs',
  mdxJsxFlowElement(node, context) {
    if (node.name === 'Tabs') {
      const sync = attributeOf(node, 'sync')
      context.replaceNode(node, {
        ...node,
        name: 'div',
        attributes: [
          attribute('class', 'tab-set'),
          ...(sync === undefined ? [] : [attribute('data-sync', sync)]),
        ],
      })
    }
    if (node.name === 'Tab') {
      const label: Paragraph = {
        type: 'paragraph',
        data: { hProperties: { className: ['tab-label'] } },
        children: [{ type: 'strong', children: [{ type: 'text', value: attributeOf(node, 'label') ?? '' }] }],
      }
      context.replaceNode(node, {
        ...node,
        name: 'div',
        attributes: [attribute('class', 'tab')],
        children: [label, ...node.children],
      })
    }
  },
})

type Attribute = MdxJsxFlowElement['attributes'][number]

const attribute = (name: string, value: string): Attribute => ({ type: 'mdxJsxAttribute', name, value })

function attributeOf({ attributes }: MdxJsxFlowElement, name: string): string | undefined {
  const found = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}
