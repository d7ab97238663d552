import type { Paragraph } from 'mdast'
import { defineMdastPlugin, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri'

/**
 * `<Tabs>` and `<Tab label="…">` as parts of the page, one below the other, each below its name: so they are read without
 * a script, on paper and by programs. `client/tab-sets.ts` makes tabs of them.
 */
export const tabs = defineMdastPlugin({
  name: 'tabs',
  mdxJsxFlowElement(node, context) {
    const element = elementOf(node)
    if (element) context.replaceNode(node, { ...node, ...element })
  },
  // A tab on one line with its tabs is read as a part of a line.
  mdxJsxTextElement(node, context) {
    const element = elementOf(node)
    if (element) context.replaceNode(node, { ...node, ...element, type: 'mdxJsxFlowElement' })
  },
})

type Element = Pick<MdxJsxFlowElement, 'name' | 'attributes' | 'children'>

/** What a part of a page becomes; nothing where it is no tab. */
function elementOf(node: MdxJsxFlowElement | MdxJsxTextElement): Element | undefined {
  const children = node.children as MdxJsxFlowElement['children']
  if (node.name === 'Tabs') {
    const sync = attributeOf(node, 'sync')
    const attributes = [
      attribute('class', 'tab-set'),
      ...(sync === undefined ? [] : [attribute('data-sync', sync)]),
    ]
    return { name: 'div', attributes, children }
  }
  if (node.name !== 'Tab') return undefined
  const label: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['tab-label'] } },
    children: [{ type: 'strong', children: [{ type: 'text', value: attributeOf(node, 'label') ?? '' }] }],
  }
  return { name: 'div', attributes: [attribute('class', 'tab')], children: [label, ...children] }
}

type Attribute = MdxJsxFlowElement['attributes'][number]

const attribute = (name: string, value: string): Attribute => ({ type: 'mdxJsxAttribute', name, value })

function attributeOf(
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): string | undefined {
  const found = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}
