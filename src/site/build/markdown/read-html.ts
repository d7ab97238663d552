import type { Element, ElementContent, Properties } from 'hast'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

/** What is read of a page: its main part, and the facts of its head. */
export interface ReadPage {
  /** `undefined` where it has none. */
  main: Element | undefined
  metas: readonly Element[]
}

type Node = DefaultTreeAdapterTypes.ChildNode
type ElementNode = DefaultTreeAdapterTypes.Element

/** Attributes whose property has another name, of those that a conversion asks for. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'aria-hidden': 'ariaHidden',
  'data-mark': 'dataMark',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  nowrap: 'noWrap',
}

/** Attributes that are words, by their property. */
const LISTS: Readonly<Record<string, string>> = { class: 'className', rel: 'rel' }

/** Attributes that are either there or not. */
const FLAGS = new Set(['checked', 'disabled', 'hidden', 'nowrap'])

/** Reads a page without the place of anything in it, and of what is around its main part no more than the head's facts. */
export function readPage(html: string): ReadPage {
  const metas: Element[] = []
  let main: ElementNode | undefined
  const look = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      if (node.tagName === 'meta') metas.push(elementOf(node))
      if (node.tagName === 'main') main ??= node
      look(node.childNodes)
    }
  }
  look(parse(html, { scriptingEnabled: false }).childNodes)
  return { main: main && elementOf(main), metas }
}

function elementOf(node: ElementNode): Element {
  const children = node.childNodes.flatMap((child): ElementContent[] => {
    if (isElement(child)) return [elementOf(child)]
    return 'value' in child ? [{ type: 'text', value: child.value }] : []
  })
  return { type: 'element', tagName: node.tagName, properties: propertiesOf(node), children }
}

function propertiesOf({ attrs }: ElementNode): Properties {
  const properties: Properties = {}
  for (const { name, value } of attrs) {
    const list = LISTS[name]
    if (list !== undefined) properties[list] = value.split(/\s+/).filter((each) => each !== '')
    else properties[PROPERTIES[name] ?? name] = FLAGS.has(name) && value === '' ? true : value
  }
  return properties
}

function isElement(node: Node): node is ElementNode {
  return 'tagName' in node
}
