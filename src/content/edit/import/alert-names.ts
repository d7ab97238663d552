import type { AlertRule } from '../../check/alert-rules/read-rules.ts'

/** Names of alerts as nearly everybody writes them: KubePodCrashLooping. */
export function isAlertName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*$/.test(name) && !/^[A-Z0-9]+$/.test(name)
}

/** What teams call severities, worst first; an alert with several rules has the worst of theirs. */
const WORST_FIRST = [
  'emergency',
  'page',
  'pager',
  'critical',
  'crit',
  'fatal',
  'high',
  'error',
  'major',
  'ticket',
  'warning',
  'warn',
  'medium',
  'minor',
  'notify',
  'low',
  'info',
  'information',
  'none',
]

function compareSeverities(a: string, b: string): number {
  const rank = (severity: string) => {
    const index = WORST_FIRST.indexOf(severity.toLowerCase())
    return index < 0 ? WORST_FIRST.length : index
  }
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

/** The alerts of rule files, by name. */
export function alertIndex(rules: readonly AlertRule[]) {
  const literal = rules.filter(({ name }) => !name.includes('{{'))
  const byName = Map.groupBy(literal, ({ name }) => name.toLowerCase())
  return {
    has: (name: string) => byName.has(name.toLowerCase()),
    /** The name as its rule spells it. */
    spelling: (name: string) => byName.get(name.toLowerCase())?.[0]?.name,
    urls: literal.flatMap(({ name, runbookUrl }) =>
      runbookUrl && !runbookUrl.url.includes('{{') && runbookUrl.url !== ''
        ? [{ name, url: runbookUrl.url }]
        : [],
    ),
    /** The worst severity that rules give these alerts, of those that the site has. */
    severity(names: readonly string[], known: readonly string[]): string | undefined {
      const given = names
        .flatMap((name) => byName.get(name.toLowerCase()) ?? [])
        .flatMap(({ severity }) => severity ?? [])
      return known.find((each) => given.some((severity) => severity.toLowerCase() === each.toLowerCase()))
    },
  }
}

/** The severities that rules use, worst first. */
export function severitiesOf(rules: readonly AlertRule[]): string[] {
  const used = new Set(
    rules.flatMap(({ severity }) => (severity !== undefined && /^[\w-]+$/.test(severity) ? [severity] : [])),
  )
  return [...used].sort(compareSeverities)
}
