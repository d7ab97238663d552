import distance from 'damerau-levenshtein'
import { isMap, isScalar, type YAMLMap } from 'yaml'
import type { Finding } from '../../read/findings.ts'
import { DOUBLED } from '../rules/doubled-word.ts'
import type { Report } from './rule-values.ts'

/** What the templates of Prometheus know. */
const VARIABLES = ['$labels', '$value', '$externalLabels', '$externalURL']
const LEFT_OVER = /\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b/i

/** Slips in what an alert says to the person whom it wakes. */
export function annotationProblems(rule: YAMLMap, finding: Report, alerts: readonly string[]): Finding[] {
  const annotations = rule.get('annotations')
  if (!isMap(annotations)) return []
  return annotations.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : ''
    const isOther = name !== 'runbook_url' && distance(name.toLowerCase(), 'runbook_url').steps <= 2
    if (isOther && !annotations.has('runbook_url'))
      return [finding(key, `Unknown annotation "${name}"`, 'Did you mean "runbook_url"?', 'warning')]
    if (!isScalar(value)) return []
    const text = String(value.value ?? '')
    if (text.trim() === '' && value.value !== undefined)
      return [finding(key, `"${name}" is empty`, 'Write the text, or delete the line.', 'warning')]
    const problem =
      templateProblem(text) ?? (name === 'runbook_url' ? otherAlert(rule, text, alerts) : undefined)
    if (problem) return [finding(value, ...problem)]
    const [[, word] = []] = [...text.matchAll(DOUBLED)]
    if (word !== undefined)
      return [finding(value, `"${word}" is there twice in "${name}"`, 'Delete one of the two.', 'warning')]
    return LEFT_OVER.test(text)
      ? [
          finding(
            value,
            `"${name}" is unfinished`,
            'Write what the person who is paged has to know.',
            'warning',
          ),
        ]
      : []
  })
}

type Problem = [message: string, hint: string, severity?: Finding['severity']]

function templateProblem(text: string): Problem | undefined {
  // Charts write templates of templates.
  if (/\{\{\s*[`"]/.test(text)) return undefined
  const open = text.split('{{').length - 1
  const closed = text.split('}}').length - 1
  if (open !== closed)
    return ['A template has {{ or }} without its other half', 'Write both, as {{ $labels.job }}.']
  const own = new Set([...text.matchAll(/(\$\w+)\s*(?::?=|,\s*\$\w+\s*:=)/g)].map(([, name = '']) => name))
  for (const [inside] of text.matchAll(/\{\{[^{}]*\}\}/g))
    for (const [name] of inside.matchAll(/\$[A-Za-z]+/g)) {
      if (VARIABLES.includes(name) || own.has(name)) continue
      const meant = VARIABLES.find((known) => distance(name.toLowerCase(), known.toLowerCase()).steps <= 1)
      if (meant !== undefined) return [`Templates have no ${name}`, `Did you mean ${meant}?`]
    }
  return undefined
}

/** The page of an alert is found by its name: a copied rule leads to the page of the one that it was copied from. */
function otherAlert(rule: YAMLMap, url: string, alerts: readonly string[]): Problem | undefined {
  const own = rule.get('alert')
  const name = /\/alerts\/([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1]?.toLowerCase()
  if (typeof own !== 'string' || name === undefined || name === own.toLowerCase()) return undefined
  const other = alerts.find((alert) => alert.toLowerCase() === name)
  return other === undefined
    ? undefined
    : [`The address leads to the page of ${other}`, `Write /alerts/${own}/ at its end.`, 'warning']
}
