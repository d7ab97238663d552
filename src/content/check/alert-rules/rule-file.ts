import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml'
import type { Place } from '../../read/findings.ts'

/** An alert of a file of Prometheus rules, with the places of what the check speaks of. */
export interface AlertRule {
  name: string
  place: Place
  runbookUrl?: { url: string; place: Place }
}

/** Reads the alerts of a file of Prometheus rules, or of a Kubernetes PrometheusRule. `undefined` where it is none. */
export function readAlertRules(text: string): AlertRule[] | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const groups = document.getIn(['groups'], true) ?? document.getIn(['spec', 'groups'], true)
  if (document.errors.length > 0 || !isSeq(groups)) return undefined
  const place = ({ range }: Node): Place => {
    const { line, col } = lines.linePos(range?.[0] ?? 0)
    return { line, column: col }
  }
  return groups.items.flatMap((group) => {
    const rules = isMap(group) ? group.get('rules', true) : undefined
    return isSeq(rules) ? rules.items.flatMap((rule) => toAlert(rule, place)) : []
  })
}

function toAlert(rule: unknown, place: (node: Node) => Place): AlertRule[] {
  // A rule without `alert` records a series.
  const name = isMap(rule) ? text(rule.get('alert', true)) : undefined
  if (!isMap(rule) || !name) return []
  const url = text(rule.getIn(['annotations', 'runbook_url'], true))
  return [
    {
      name: name.value,
      place: place(name),
      ...(url && { runbookUrl: { url: url.value, place: place(url) } }),
    },
  ]
}

function text(node: unknown): Scalar<string> | undefined {
  return isScalar<string>(node) && typeof node.value === 'string' ? node : undefined
}
