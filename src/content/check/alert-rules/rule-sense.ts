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
import { closestTo } from '../../../text/suggest.ts'
import type { Finding } from '../../read/findings.ts'
import { DURATION, ruleProblems, type Known, type Report } from './rule-values.ts'

/** What a group of rules may have, in Prometheus and what reads its files. */
const OF_GROUP = ['name', 'interval', 'rules', 'query_offset', 'limit', 'labels', 'partial_response_strategy']

/**
 * Slips in a rule file that Prometheus refuses, or reads as another rule: fields that it does not know, a rule without its
 * condition, a time that is none, brackets and quotes without their other half. Files of other forms have none.
 */
export function ruleSense(file: string, text: string, known: Known = {}): Finding[] {
  // Templates and rules of Grafana have fields of their own.
  if (!/\.ya?ml$|\.rules$/i.test(file) || /\{\{-? *(?:if|range|with|define|include|\.Values)\b/.test(text))
    return []
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  if (document.errors.length > 0) return []
  const finding: Report = (node, message, hint, severity = 'error') => ({
    file,
    ...placeOf(node, lines),
    severity,
    rule: 'alert-file',
    message,
    hint,
  })
  const top = document.contents
  const isEmpty =
    top === null ||
    (isMap(top) && isSeq(top.get('groups')) && (top.get('groups') as YAMLSeq).items.length === 0)
  if (isEmpty && !known.isPart)
    return [finding(undefined, 'The file has no alert', 'Write its groups of rules, or delete the file.')]
  if (!isMap(top)) return []
  if (!top.has('groups')) {
    const wrong = top.items.find((pair) => keyOf(pair).startsWith('group'))
    return wrong ? [finding(wrong.key, `Unknown field "${keyOf(wrong)}"`, 'Did you mean "groups"?')] : []
  }
  const groups = top.get('groups')
  if (!isSeq(groups)) return []
  const seen = new Set<string>()
  return groups.items.flatMap((group) => {
    if (!isMap(group)) return []
    const problems = groupProblems(group, seen, finding, known.isPart)
    const rules = group.get('rules')
    return isSeq(rules)
      ? [
          ...problems,
          ...rules.items.flatMap((rule) => (isMap(rule) ? ruleProblems(rule, finding, known) : [])),
        ]
      : problems
  })
}

/** Slips in the fields of a group. */
function groupProblems(group: YAMLMap, seen: Set<string>, finding: Report, isPart = false): Finding[] {
  // Grafana's groups have fields of their own.
  if (group.has('orgId') || group.has('folder')) return []
  if (!group.has('rules') && !isPart)
    return [finding(group, 'The group has no rules', 'Write rules: and below it the rules of the group.')]
  const found: Finding[] = []
  for (const pair of group.items) {
    const key = keyOf(pair)
    const meant = OF_GROUP.includes(key) ? undefined : closestTo(key, OF_GROUP)
    if (meant !== undefined)
      found.push(finding(pair.key, `Unknown field "${key}"`, `Did you mean "${meant}"?`))
  }
  const name = group.get('name', true)
  if (!isScalar(name) || String(name.value ?? '').trim() === '') {
    if (found.length === 0 && !isPart)
      found.push(finding(group, 'The group has no name', 'Write name: and what its alerts have in common.'))
  } else if (seen.has(String(name.value)))
    found.push(
      finding(
        name,
        `Another group of the file is called "${String(name.value)}"`,
        'Give each a name of its own.',
      ),
    )
  else seen.add(String(name.value))
  const interval = group.get('interval', true)
  if (interval !== undefined && !(isScalar(interval) && DURATION.test(String(interval.value))))
    found.push(finding(interval, '"interval" is no time', 'Write it as 30s, 1m or 5m.'))
  return found
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key))

function placeOf(node: unknown, lines: LineCounter): { line?: number; column?: number } {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (!Array.isArray(range) || typeof range[0] !== 'number') return {}
  const { line, col } = lines.linePos(range[0])
  return { line, column: col }
}
