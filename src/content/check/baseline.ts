import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { displayPath } from '../read/files.ts'
import { readBaseline } from '../read/baseline.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { inContent, isFixed } from './levels.ts'

/** Findings without those that `baseline.yaml` accepts: of one rule, in one file, with one text, wherever they are in it. */
export function withoutAccepted(content: Content, findings: readonly Finding[]): Finding[] {
  return acceptance(content, findings).findings
}

/** The same, and how often each entry accepts something that is found no more, in the order of the file. */
export function acceptance(
  content: Content,
  findings: readonly Finding[],
): { findings: Finding[]; unused: number[] } {
  const entries = readBaseline(content.root)?.data.findings ?? []
  const left = new Map<string, number>()
  for (const { rule, file, message, times = 1 } of entries) left.set(keyOf(rule, file, message), times)
  const kept = findings.filter(({ rule, file, message }) => {
    const key = keyOf(rule, inContent(content, file), textOf(content, message))
    const times = left.get(key) ?? 0
    if (times === 0 || isFixed(rule)) return true
    left.set(key, times - 1)
    return false
  })
  return {
    findings: kept,
    unused: entries.map(({ rule, file, message }) => left.get(keyOf(rule, file, message)) ?? 0),
  }
}

/**
 * Writes what is found now into `baseline.yaml`, in place of what it accepted: what was corrected is accepted no longer.
 * Findings of rules that always hold stay out, and so do those of secrets, which are accepted one by one.
 *
 * @returns how many findings it accepts, and how many it cannot
 */
export function writeBaseline(
  content: Content,
  findings: readonly Finding[],
): { accepted: number; refused: number } {
  const file = path.join(content.root, 'baseline.yaml')
  const entries = new Map<string, { rule: string; file: string; message: string; times: number }>()
  let accepted = 0
  for (const { rule, file: found, message } of findings) {
    if (isFixed(rule)) continue
    accepted += 1
    const place = inContent(content, found)
    const text = textOf(content, message)
    const entry = entries.get(keyOf(rule, place, text)) ?? { rule, file: place, message: text, times: 0 }
    entries.set(keyOf(rule, place, text), { ...entry, times: entry.times + 1 })
  }
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '')
  document.set(
    'findings',
    [...entries.values()].map(({ times, ...entry }) => (times === 1 ? entry : { ...entry, times })),
  )
  writeFileSync(file, document.toString({ lineWidth: 0 }))
  return { accepted, refused: findings.length - accepted }
}

/** A message without the place of the content folder, which is another on every machine. */
function textOf({ root }: Content, message: string): string {
  return message.replaceAll(`${displayPath(root)}/`, '')
}

function keyOf(rule: string, file: string, message: string): string {
  return [rule, file, message].join('\0')
}
