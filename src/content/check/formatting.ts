import path from 'node:path'
import { compareFindings, type Finding } from '../read/findings.ts'
import type { Content, ContentDocument } from '../read/load.ts'
import type { RuleDescription } from './rules/rule.ts'

export const formRule: RuleDescription = {
  id: 'form',
  severity: 'warning',
  reason: 'When every file is formatted in the same way, a reviewer sees only the words that changed.',
  fix: 'Run `npm run format`, or let the editor do it on save.',
}

/** What `npm run format` would change: the first line of each file. Takes longer than all other rules together. */
export async function formFindings(content: Content): Promise<Finding[]> {
  // Loaded when it is asked for: it takes as long as the rest of the check.
  const { format, resolveConfig } = await import('prettier')
  const findings = await Promise.all(
    content.documents.map(async (document): Promise<Finding[]> => {
      // The settings of this project, wherever the content is.
      const options = await resolveConfig(path.resolve('content', path.basename(document.path)))
      const formed = await format(document.text, { ...options, filepath: document.path }).catch(
        () => document.text,
      )
      return formed === document.text ? [] : [toFinding(document, formed)]
    }),
  )
  return findings.flat().sort(compareFindings)
}

const HINT = 'Write it so, or run npm run format, which does so wherever it is needed.'

function toFinding({ file, text }: ContentDocument, formed: string): Finding {
  if (text.includes('\r\n')) {
    const message = 'The lines end as on Windows, which every change of them shows as a change'
    return { file, line: 1, column: 1, severity: formRule.severity, rule: formRule.id, message, hint: HINT }
  }
  const [lines, wantedLines] = [text.split('\n'), formed.split('\n')]
  const line = lines.findIndex((each, index) => each !== wantedLines[index])
  return {
    file,
    line: Math.max(0, line) + 1,
    column: 1,
    severity: formRule.severity,
    rule: formRule.id,
    message: complaint(lines[line] ?? '', wantedLines[line] ?? ''),
    hint: HINT,
  }
}

function complaint(line: string, wanted: string): string {
  if (wanted === '') return 'An empty line belongs here'
  return line === '' ? 'An empty line is too much here' : `The line is written: ${wanted.trim().slice(0, 80)}`
}
