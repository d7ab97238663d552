import path from 'node:path'
import { printableLines } from '../../../text/printable.ts'
import type { Finding } from '../../read/findings.ts'
import { ruleAddress } from './address.ts'
import { countText, sentence } from './text.ts'

/** GitHub shows this many annotations of a kind for one step, and drops the rest in silence. */
const SHOWN = 10

/** Workflow commands, which GitHub shows as annotations on the lines of a pull request. */
export function reportGithub(findings: readonly Finding[]): string {
  const hidden = (['error', 'warning'] as const)
    .map((severity) => findings.filter((finding) => finding.severity === severity).length - SHOWN)
    .filter((number) => number > 0)
    .reduce((sum, number) => sum + number, 0)
  const note =
    hidden === 0
      ? []
      : [
          `::notice title=${property('More than shown')}::${message(`${String(hidden)} more are in the log of this step, or run: npm run check`)}`,
        ]
  return [...note, ...findings.map(annotation), countText(findings)].join('\n')
}

function annotation(finding: Finding): string {
  const { file, line, column, severity, rule } = finding
  const place = line === undefined ? '' : `,line=${String(line)},col=${String(column ?? 1)}`
  const text = `${sentence(finding.message)} ${finding.hint} ${ruleAddress(rule)}`
  return `::${severity} file=${property(inRepository(file))}${place},title=${property(rule)}::${message(text)}`
}

/** GitHub counts paths from the repository it checks, which can be another than the one with this code. */
function inRepository(file: string): string {
  const top = process.env['GITHUB_WORKSPACE']
  return top === undefined ? file : path.relative(top, path.resolve(file)).split(path.sep).join('/')
}

function message(text: string): string {
  return printableLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
