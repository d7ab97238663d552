import path from 'node:path'
import { didYouMean } from '../../text/suggest.ts'
import { levelsRule } from './descriptions/levels.ts'
import { allRules } from './rules/index.ts'
import { GATE_RULES } from '../gate/index.ts'
import type { LEVELS } from '../model/site.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { readingRules } from './descriptions/reading.ts'

type Level = (typeof LEVELS)[number]

/** What a page may hold, whether a file can be read, what it is called, and secrets: no team can lower these. */
const FIXED: ReadonlySet<string> = new Set([
  ...GATE_RULES,
  ...readingRules.map(({ id }) => id),
  'secret',
  'unknown-rule',
  // The build stops at these.
  'missing-image',
  'unknown-reference',
])

/** Whether a rule holds whatever a team sets. */
export function isFixed(rule: string): boolean {
  return FIXED.has(rule)
}

/** Findings as `rules` of `site.yaml` has them: lowered, raised or left out; the deepest folder that names the rule decides. */
export function withLevels(content: Content, findings: readonly Finding[]): Finding[] {
  const rules = content.site?.data.rules
  if (!rules) return [...findings]
  const root = displayPath(content.root)
  const everywhere = new Map<string, Level>()
  const folders: { folder: string; levels: ReadonlyMap<string, Level> }[] = []
  for (const [key, value] of Object.entries(rules)) {
    if (typeof value === 'string') everywhere.set(key, value)
    else folders.push({ folder: path.posix.join(root, key, '/'), levels: new Map(Object.entries(value)) })
  }
  folders.sort((a, b) => b.folder.length - a.folder.length)
  return findings.flatMap((finding): Finding[] => {
    if (isFixed(finding.rule)) return [finding]
    const inFolder = folders.find(
      ({ folder, levels }) => finding.file.startsWith(folder) && levels.has(finding.rule),
    )
    const level = inFolder?.levels.get(finding.rule) ?? everywhere.get(finding.rule)
    if (level === 'off') return []
    return [level === undefined ? finding : { ...finding, severity: level }]
  })
}

/** A finding's file below the content folder. */
export function inContent({ root }: Content, file: string): string {
  return path.posix.relative(displayPath(root), file)
}

/** Settings that change nothing: of rules that do not exist, and of those that always hold. */
export function levelFindings({ site }: Content): Finding[] {
  if (!site) return []
  const known = allRules.map(({ id }) => id)
  const finding = (at: string[], message: string, hint: string): Finding => ({
    file: site.file,
    ...site.placeOf(at, 'key'),
    severity: levelsRule.severity,
    rule: levelsRule.id,
    message,
    hint,
  })
  const problem = (rule: string, at: string[]): Finding[] => {
    if (known.includes(rule) && !isFixed(rule)) return []
    return known.includes(rule)
      ? [finding(at, `The rule "${rule}" always holds`, 'Delete the line, and correct what it finds.')]
      : [
          finding(
            at,
            `There is no rule "${rule}"`,
            didYouMean(
              rule,
              known.filter((id) => !isFixed(id)),
            ) ?? 'Use the id of a rule as findings show it.',
          ),
        ]
  }
  return Object.entries(site.data.rules ?? {}).flatMap(([name, level]) =>
    typeof level === 'string'
      ? problem(name, ['rules', name])
      : Object.keys(level).flatMap((rule) => problem(rule, ['rules', name, rule])),
  )
}
