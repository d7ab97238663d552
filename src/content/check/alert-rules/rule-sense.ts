import {
  LineCounter,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { didYouMean } from '../../../text/suggest.ts'
import type { Finding } from '../../read/findings.ts'

/** What a rule of Prometheus may have. */
const OF_RULE = ['alert', 'record', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'] as const
const DURATION = /^(?:0|(?:\d+(?:ms|[smhdwy]))+)$/

/**
 * Slips in a rule file that Prometheus refuses, or reads as another rule: fields that it does not know, a rule without its
 * condition, a time that is none, brackets and quotes without their other half. Files of other forms have none.
 */
export function ruleSense(file: string, text: string): Finding[] {
  // Templates and rules of Grafana have fields of their own.
  if (!/\.ya?ml$|\.rules$/i.test(file) || /\{\{-? *(?:if|range|with|define|include|\.Values)\b/.test(text))
    return []
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  if (document.errors.length > 0) return []
  const finding = (node: unknown, message: string, hint: string): Finding => ({
    file,
    ...placeOf(node, lines),
    severity: 'error',
    rule: 'alert-file',
    message,
    hint,
  })
  const top = document.contents
  const isEmpty =
    top === null ||
    (isMap(top) && isSeq(top.get('groups')) && (top.get('groups') as YAMLSeq).items.length === 0)
  if (isEmpty)
    return [finding(undefined, 'The file has no alert', 'Write its groups of rules, or delete the file.')]
  if (!isMap(top)) return []
  if (!top.has('groups')) {
    const wrong = top.items.find((pair) => keyOf(pair).startsWith('group'))
    return wrong ? [finding(wrong.key, `Unknown field "${keyOf(wrong)}"`, 'Did you mean "groups"?')] : []
  }
  const groups = top.get('groups')
  if (!isSeq(groups)) return []
  return groups.items.flatMap((group) => {
    const rules = isMap(group) ? group.get('rules') : undefined
    if (isMap(group) && rules === undefined)
      return [finding(group, 'The group has no rules', 'Write rules: and below it the rules of the group.')]
    if (!isSeq(rules)) return []
    return rules.items.flatMap((rule) => (isMap(rule) ? problemsOf(rule, finding) : []))
  })
}

type Report = (node: unknown, message: string, hint: string) => Finding

function problemsOf(rule: YAMLMap, finding: Report): Finding[] {
  // Grafana's own form.
  if (rule.has('data') || rule.has('uid') || rule.has('title')) return []
  const unknown = rule.items.filter((pair) => !OF_RULE.some((name) => name === keyOf(pair)))
  const found = unknown.map((pair) =>
    finding(
      pair.key,
      `Unknown field "${keyOf(pair)}"`,
      didYouMean(keyOf(pair), OF_RULE) ?? `A rule has ${OF_RULE.join(', ')}.`,
    ),
  )
  if (!rule.has('expr') && unknown.length === 0)
    found.push(finding(rule, 'The rule has no expr', 'Write its condition: expr: up == 0'))
  for (const name of ['for', 'keep_firing_for']) {
    const value = rule.get(name, true)
    if (value !== undefined && !(isScalar(value) && DURATION.test(String(value.value))))
      found.push(finding(value, `"${name}" is no time`, 'Write it as 5m, 1h or 1h30m.'))
  }
  const expr = rule.get('expr', true)
  const half = isScalar(expr) && typeof expr.value === 'string' ? halfOf(expr.value) : undefined
  if (half !== undefined)
    found.push(
      finding(expr, `The expr has a ${half} without its other half`, 'Write the other one, or delete it.'),
    )
  return found
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** A bracket or quote in an expression without the other one. */
function halfOf(expression: string): string | undefined {
  const open: string[] = []
  for (let at = 0; at < expression.length; at++) {
    const sign = expression.charAt(at)
    if (sign === '#') {
      const end = expression.indexOf('\n', at)
      if (end < 0) break
      at = end
    } else if ('"\'`'.includes(sign)) {
      const end = endOfQuote(expression, at, sign)
      if (end < 0) return sign
      at = end
    } else if ('([{'.includes(sign)) open.push(sign)
    else if (CLOSES[sign] !== undefined && open.pop() !== CLOSES[sign]) return sign
  }
  return open.at(-1)
}

function endOfQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\' && quote !== '`') at++
    else if (text.charAt(at) === quote) return at
  }
  return -1
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key))

function placeOf(node: unknown, lines: LineCounter): { line?: number; column?: number } {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (!Array.isArray(range) || typeof range[0] !== 'number') return {}
  const { line, col } = lines.linePos(range[0])
  return { line, column: col }
}
