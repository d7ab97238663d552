import { isMap, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml'
import { lookup, mapAt, resolved, startOf, textAt } from './yaml-lookup.ts'

/** An alert as it is written; offsets are into the text of its document. */
export interface FoundAlert {
  name: FoundText
  severity?: FoundText
  runbookUrl?: FoundText
}

export interface FoundText {
  text: string
  start: number
  end: number
}

export interface Found {
  alerts: FoundAlert[]
  /** Rules that record a series. */
  recording: number
  /** Where rules are that have a condition and no name. */
  nameless: number[]
  /** Texts that may contain rules: the data of a ConfigMap, a value of a chart. */
  embedded: Scalar<string>[]
}

/** What people call the annotation that leads to the page; the first that is there counts. */
export const URL_KEYS: readonly string[] = [
  'runbook_url',
  'runbookUrl',
  'runbookURL',
  'runbook_link',
  'runbook-url',
  'runbook',
  '__runbookUrl__',
]

/**
 * The alerts of a YAML or JSON document, however deep: groups of Prometheus, a PrometheusRule, a List of them, values of
 * a chart, a bare list of rules, one rule, Grafana's provisioning and API, the rulers of Mimir and Loki, `/api/v1/rules`.
 */
export function findAlerts(document: Document): Found {
  const found: Found = { alerts: [], recording: 0, nameless: [], embedded: [] }
  const seen = new Set<Node>()
  const visit = (written: unknown): void => {
    const node = resolved(written, document)
    if (!isMap(node) && !isSeq(node)) {
      if (isScalar(node) && mayHoldRules(node) && !seen.has(node)) {
        seen.add(node)
        found.embedded.push(node)
      }
      return
    }
    if (seen.has(node)) return
    seen.add(node)
    if (isSeq(node)) {
      node.items.forEach(visit)
      return
    }
    const alert = toAlert(node, document)
    if (alert?.name.text.trim() === '' || isNameless(node, document)) found.nameless.push(startOf(node))
    else if (alert) found.alerts.push(alert)
    else if (isRecording(node, document)) found.recording += 1
    else node.items.forEach(({ value }) => visit(value))
  }
  visit(document.contents)
  return found
}

function mayHoldRules(node: Scalar): node is Scalar<string> {
  // JSON may be written without any space.
  return typeof node.value === 'string' && /(?:^[ \t-]*|["{[,]\s*)"?(?:alert|groups)"?\s*:/m.test(node.value)
}

/** A rule whose name was deleted, or is no text. */
function isNameless(map: YAMLMap, document: Document): boolean {
  return map.has('alert') && map.has('expr') && textAt(map, 'alert', document) === undefined
}

function isRecording(map: YAMLMap, document: Document): boolean {
  const isRecord = textAt(map, 'record', document) !== undefined && map.has('expr')
  return isRecord || (textAt(map, 'type', document)?.value === 'recording' && map.has('query'))
}

function toAlert(map: YAMLMap, document: Document): FoundAlert | undefined {
  const name = nameOf(map, document)
  if (!name) return undefined
  const labels = mapAt(map, 'labels', document)
  const annotations = mapAt(map, 'annotations', document)
  const severity = labels && textAt(labels, 'severity', document)
  const key = annotations && URL_KEYS.find((each) => lookup(annotations, each, document) !== undefined)
  const url = key === undefined ? undefined : annotations && lookup(annotations, key, document)
  return {
    name: toText(name),
    ...(severity && { severity: toText(severity) }),
    ...(isScalar(url) && { runbookUrl: toText(url) }),
  }
}

/** The name of an alert, if the map is one: by what an alert has beside its name. */
function nameOf(map: YAMLMap, document: Document): Scalar | undefined {
  const has = (...keys: string[]) => keys.some((key) => lookup(map, key, document) !== undefined)
  if (has('alert') && has('expr', 'for', 'labels', 'annotations')) return textAt(map, 'alert', document)
  // Prometheus' API, and the rulers' that are made after it.
  if (
    has('query', 'labels', 'annotations', 'state', 'duration') &&
    textAt(map, 'type', document)?.value === 'alerting'
  )
    return textAt(map, 'name', document)
  // Grafana's resources of Kubernetes.
  if (has('expressions') && has('trigger', 'for', 'labels', 'annotations', 'noDataState'))
    return textAt(map, 'title', document)
  const grafana = mapAt(map, 'grafana_alert', document)
  if (grafana) return textAt(grafana, 'title', document)
  // Grafana's provisioning. A dashboard and its panels have a title as well, but none of these.
  const isGrafana =
    has(
      'condition',
      'noDataState',
      'execErrState',
      'ruleGroup',
      'folderUID',
      'for',
      'labels',
      'annotations',
    ) &&
    has('data', 'uid') &&
    !has('panels', 'schemaVersion', 'templating')
  return isGrafana ? textAt(map, 'title', document) : undefined
}

function toText(node: Scalar): FoundText {
  const [start, end] = node.range ?? [startOf(node), startOf(node)]
  return { text: node.value === null ? '' : String(node.value), start, end }
}
