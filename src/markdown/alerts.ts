import type { Element, ElementContent } from 'hast'
import { defineHastPlugin } from 'satteri'

/**
 * GitHub's five alerts, written `> [!WARNING]`, so that a page reads the same on the forge and on the site, and two of ours
 * that tell three voices apart: the words of the team's plan, what this site only suggests, and everything else.
 */
const TITLES = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  plan: 'The plan says',
  suggestion: 'Suggested, to be confirmed by your team',
}

const MARKER = /^\[!(note|tip|important|warning|caution|plan|suggestion)\][ \t]*\n?/i

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

      const lead: ElementContent[] = [{ type: 'text', value: text.value.replace(MARKER, '') }, ...inline]
      const isEmpty = lead.every((node) => node.type === 'text' && node.value.trim() === '')
      return element('div', { className: ['alert', kind], role: 'note' }, [
        element('p', { className: ['alert-title'] }, [{ type: 'text', value: TITLES[kind] }]),
        ...(isEmpty ? [] : [element('p', {}, lead)]),
        ...quote.children.slice(first + 1),
      ])
    },
  },
})

function isKind(kind: string): kind is keyof typeof TITLES {
  return kind in TITLES
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
