import path from 'node:path'
import { GATE_RULES } from '../gate/index.ts'
import type { LEVELS } from '../model/site.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { readingRules } from './descriptions/reading.ts'

type Level = (typeof LEVELS)[number]

/** What a page may hold, whether a file can be read, what it is called, and secrets: no team can lower these. */
const FIXED: ReadonlySet<string> = new Set([...GATE_RULES, 'secret', ...readingRules.map(({ id }) => id)])

/** Whether a team can set a rule. */
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
