import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** Languages of drawings that forges draw, and the site would show as text. */
const DRAWN_BY_FORGES = ['mermaid', 'plantuml', 'geojson', 'topojson', 'stl']

export const undrawnDiagram: Rule = {
  id: 'undrawn-diagram',
  severity: 'warning',
  reason:
    'The site draws no Mermaid and the like: at night, a reader would get its source instead of a picture.',
  fix: 'A runbook’s `flow` field is drawn. Else put an SVG or PNG file beside the entry: ![What it shows](flow.svg).',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      if (!DRAWN_BY_FORGES.includes(node.lang?.toLowerCase() ?? '')) continue
      yield { document, at: start, message: `A drawing in ${node.lang ?? ''} would be shown as its source` }
    }
  },
}
