import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { didYouMean } from '../../../text/suggest.ts'
import type { Finding } from '../../read/findings.ts'
import { promqlProblems } from '../code/promql.ts'
import { unmatchedIn } from '../code/unmatched-bracket.ts'
import { annotationProblems } from './annotation-sense.ts'

export type Report = (node: unknown, message: string, hint: string, severity?: Finding['severity']) => Finding

/** What the content has that rules name. */
export interface Known {
  /** The severities of the site that the rules use: none where they have words of their own. */
  severities?: readonly string[]
  /** Names of all alerts in the files. */
  alerts?: readonly string[]
  /** Only a part of a file is there: what is missing may be elsewhere. */
  isPart?: boolean
}

/** What a rule of Prometheus may have. */
const OF_RULE = ['alert', 'record', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'] as const
export const DURATION = /^(?:0|(?:\d+(?:ms|[smhdwy]))+)$/
/** Somebody who hears of it only then hears of it too late: minutes were meant. */
const LONG = /^(?:[3-9]\d|[1-9]\d{2,})d$|^\d+y/

/** Slips in the fields of a rule. */
export function ruleProblems(rule: YAMLMap, finding: Report, known: Known): Finding[] {
  // Grafana's own form.
  if (rule.has('data') || rule.has('uid') || rule.has('title')) return []
  const unknown = rule.items.filter((pair) => !OF_RULE.some((name) => name === keyOf(pair)))
  const mistyped = known.isPart
    ? unknown.filter((pair) => didYouMean(keyOf(pair), OF_RULE) !== undefined)
    : unknown
  const found = mistyped.map((pair) =>
    finding(
      pair.key,
      `Unknown field "${keyOf(pair)}"`,
      didYouMean(keyOf(pair), OF_RULE) ?? `A rule has ${OF_RULE.join(', ')}.`,
    ),
  )
  if (!rule.has('expr') && unknown.length === 0 && !known.isPart)
    found.push(finding(rule, 'The rule has no expr', 'Write its condition: expr: up == 0'))
  for (const name of ['for', 'keep_firing_for']) {
    const value = rule.get(name, true)
    if (value === undefined) continue
    const text = isScalar(value) ? String(value.value) : ''
    if (!DURATION.test(text))
      found.push(finding(value, `"${name}" is no time`, 'Write it as 5m, 1h or 1h30m.'))
    else if (LONG.test(text))
      found.push(
        finding(value, `"${name}" is ${text}`, 'm are minutes and d are days: which are meant?', 'warning'),
      )
  }
  found.push(...expressionProblems(rule.get('expr', true), finding))
  for (const name of ['labels', 'annotations']) {
    const value = rule.get(name, true)
    if (value !== undefined && !isMap(value) && !(isScalar(value) && value.value === null))
      found.push(
        finding(
          value,
          `"${name}" has no names`,
          'Write a name and a text in each line, without a dash: severity: page',
        ),
      )
    if (!isMap(value)) continue
    for (const pair of value.items)
      if (isMap(pair.value) || isSeq(pair.value))
        found.push(
          finding(pair.key, `"${keyOf(pair)}" is no text`, 'Write a text; put one with braces into quotes.'),
        )
  }
  if (known.isPart) return found
  found.push(
    ...severityProblems(rule, finding, known),
    ...annotationProblems(rule, finding, known.alerts ?? []),
  )
  return found
}

function expressionProblems(expr: unknown, finding: Report): Finding[] {
  if (!isScalar(expr)) return []
  if (String(expr.value ?? '').trim() === '')
    return [finding(expr, 'The expr is empty', 'Write its condition: expr: up == 0')]
  if (typeof expr.value !== 'string') return []
  const half = unmatchedIn(expr.value)
  if (half !== undefined)
    return [
      finding(expr, `The expr has a ${half} without its other half`, 'Write the other one, or delete it.'),
    ]
  return promqlProblems(expr.value).map(({ message, hint }) =>
    finding(expr, message, hint ?? 'Correct the expr.'),
  )
}

function severityProblems(rule: YAMLMap, finding: Report, { severities = [] }: Known): Finding[] {
  const labels = rule.get('labels')
  const severity: Scalar | undefined = isMap(labels)
    ? (labels.get('severity', true) as Scalar | undefined)
    : undefined
  if (!isScalar(severity) || severities.length === 0) return []
  const name = String(severity.value)
  if (severities.includes(name) || name.includes('{{')) return []
  return [
    finding(
      severity,
      `The site has no severity "${name}"`,
      didYouMean(name, severities) ?? `Its severities are ${severities.join(', ')}.`,
    ),
  ]
}

export const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key))
