import { drawMermaid } from '../../gate/mermaid/index.ts'
import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** Languages of drawings that forges draw, and the site shows as text. */
const DRAWN_BY_FORGES = ['plantuml', 'geojson', 'topojson', 'stl']

export const undrawnDiagram: Rule = {
  id: 'undrawn-diagram',
  severity: 'warning',
  reason:
    'The site draws flowcharts, sequences, states, entities and classes in Mermaid. Of any other drawing, a reader at night gets the source instead of a picture.',
  fix: 'Write it as one of these, or put an SVG or PNG file beside the entry: ![What it shows](flow.svg).',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      const language = node.lang?.toLowerCase() ?? ''
      const drawn = language === 'mermaid' ? drawMermaid(node.value, 'drawing') : undefined
      const isShownAsSource = DRAWN_BY_FORGES.includes(language) || typeof drawn === 'string'
      if (!isShownAsSource) continue
      const why = typeof drawn === 'string' ? `. ${drawn}` : ''
      yield {
        document,
        at: start,
        message: `A drawing in ${node.lang ?? ''} would be shown as its source${why.replace(/\.$/, '')}`,
      }
    }
  },
}
