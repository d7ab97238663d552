import type { Finding } from '../../read/findings.ts'
import { printable } from '../../../text/printable.ts'
import { ruleAddress } from './address.ts'

/** `file:line:column  severity  rule  message. Hint  address of the rule`, one finding a line. */
export function reportText(findings: readonly Finding[]): string {
  return findings.map(findingText).join('\n')
}

function findingText({ file, line, column, severity, rule, message, hint }: Finding): string {
  // A line that begins with two colons is a command to GitHub's log.
  const name = file.startsWith('::') ? `./${file}` : file
  const place = line === undefined ? name : `${name}:${String(line)}:${String(column ?? 1)}`
  return printable(`${place}  ${severity}  ${rule}  ${sentence(message)} ${hint}  ${ruleAddress(rule)}`)
}

/** A message with its full stop, ready for the hint to follow. */
export function sentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`
}

/** `2 errors, 1 warning` */
export function countText(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return `${String(number)} ${severity}${number === 1 ? '' : 's'}`
  }
  return findings.length === 0 ? 'No mistakes found.' : `${count('error')}, ${count('warning')}`
}
