import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Content } from '../read/load.ts'
import { displayPath } from '../read/files.ts'
import { oncePerContent } from '../read/once.ts'

/** A rule of `alerts/*.yaml`, as the site shows it. */
export interface ShownRule {
  name: string
  /** PromQL. */
  expr: string
  /** How long it must hold, as `15m`; empty where the rule names no time. */
  for: string
  severity: string
  summary: string
  /** Why the threshold is what it is. */
  reason: string
  /** When it may be silenced. */
  silence: string
  runbookUrl: string
  /** Path of its file, for people. */
  file: string
}

/** The Prometheus rules of the content, in order of file and place. A file that cannot be read has none. */
export const alertRulesOf = oncePerContent('alert-rules', ({ root }: Content): readonly ShownRule[] => {
  const folder = path.join(root, 'alerts')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => rulesOfFile(path.join(folder, name)))
})

function rulesOfFile(file: string): ShownRule[] {
  const groups = list(read(file), 'groups').flatMap((group) => list(group, 'rules'))
  return groups.flatMap((rule): ShownRule[] => {
    const name = text(rule, 'alert')
    if (name === '') return []
    const annotation = (key: string) => text(member(rule, 'annotations'), key)
    return [
      {
        name,
        expr: text(rule, 'expr'),
        for: text(rule, 'for'),
        severity: text(member(rule, 'labels'), 'severity'),
        summary: annotation('summary'),
        reason: annotation('reason'),
        silence: annotation('silence'),
        runbookUrl: annotation('runbook_url'),
        file: displayPath(file),
      },
    ]
  })
}

/** A file that is no YAML is a finding of `check -- --alerts`; here it has no rules. */
function read(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key)
  return Array.isArray(found) ? found : []
}

function text(value: unknown, key: string): string {
  const found = member(value, key)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
