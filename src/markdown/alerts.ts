import type { Element, ElementContent } from 'hast'
import { defineHastPlugin } from 'satteri'
import { ALERT_TITLES } from '../text/alert-titles.ts'

const MARKER = new RegExp(`^\\[!(${Object.keys(ALERT_TITLES).join('|')})\\][ \\t]*`, 'i')

export const alerts = defineHastPlugin({
  name: 'alerts',
  element: {
    filter: ['blockquote'],
    visit(quote): Element | undefined {
      const first = quote.children.findIndex((child) => child.type === 'element')
      const paragraph = quote.children[first]
      if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return undefined
      const [text, ...inline] = paragraph.children
      if (text?.type !== 'text') return undefined
      const kind = MARKER.exec(text.value)?.[1]?.toLowerCase()
      if (kind === undefined || !isKind(kind)) return undefined

      const { title, lead } = firstLine([{ type: 'text', value: text.value.replace(MARKER, '') }, ...inline])
      const name = {
        type: 'text' as const,
        value: isBlank(title) ? ALERT_TITLES[kind] : `${ALERT_TITLES[kind]}: `,
      }
      return element('div', { className: ['alert', kind], role: 'note' }, [
        element('p', { className: ['alert-title'] }, isBlank(title) ? [name] : [name, ...title]),
        ...(isBlank(lead) ? [] : [element('p', {}, lead)]),
        ...quote.children.slice(first + 1),
      ])
    },
  },
})

/** The text after the marker on its line is the title, as Obsidian and newer forges read it. */
function firstLine(nodes: readonly ElementContent[]): { title: ElementContent[]; lead: ElementContent[] } {
  const end = nodes.findIndex((node) => node.type === 'text' && node.value.includes('\n'))
  const last = nodes[end]
  if (last?.type !== 'text') return { title: [...nodes], lead: [] }
  const at = last.value.indexOf('\n')
  return {
    title: [...nodes.slice(0, end), { type: 'text', value: last.value.slice(0, at) }],
    lead: [{ type: 'text', value: last.value.slice(at + 1) }, ...nodes.slice(end + 1)],
  }
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.value.trim() === '')
}

function isKind(kind: string): kind is keyof typeof ALERT_TITLES {
  return kind in ALERT_TITLES
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
