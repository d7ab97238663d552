import { existsSync } from 'node:fs'
import path from 'node:path'
import { closestTo, didYouMean } from '../../text/suggest.ts'
import type { Baseline } from '../model/baseline.ts'
import { readBaseline } from '../read/baseline.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { inContent, isFixed } from './levels.ts'
import { allRules } from './rules/index.ts'
import { unusedAcceptanceRule } from './secrets/index.ts'

/** Entries of `baseline.yaml` that accept nothing: their rule or file does not exist, or the rule always holds. */
export function baselineFindings(content: Content): Finding[] {
  const baseline = readBaseline(content.root)
  if (!baseline) return []
  const known = allRules.map(({ id }) => id)
  return (baseline.data.findings ?? []).flatMap((entry, index): Finding[] => {
    const problem = problemOf(content, entry, known)
    if (!problem) return []
    const { field, ...said } = problem
    return [
      {
        file: baseline.file,
        ...baseline.placeOf(['findings', index, field]),
        rule: unusedAcceptanceRule.id,
        ...said,
      },
    ]
  })
}

/** Rules that look once a night, or at what is beside the content: what they find is not in every report. */
const FOUND_ELSEWHERE = new Set(['form', 'codeowners', 'search-query', 'published-history'])

/**
 * Entries that accept more than is found: it was corrected, and the next one of its kind would be accepted unseen.
 *
 * @param unused how often each entry accepts something that is found no more
 */
export function correctedFindings(content: Content, unused: readonly number[]): Finding[] {
  const baseline = readBaseline(content.root)
  return (baseline?.data.findings ?? []).flatMap(({ rule, file, times = 1 }, index): Finding[] => {
    const more = unused[index] ?? 0
    const isKnown = isPageRule(rule) && (file === '' || existsSync(path.resolve(content.root, file)))
    if (!baseline || more === 0 || !isKnown) return []
    return [
      {
        file: baseline.file,
        ...baseline.placeOf(['findings', index, times === more ? 'rule' : 'times']),
        severity: 'warning',
        rule: unusedAcceptanceRule.id,
        message:
          times === more
            ? 'What this entry accepts is found no more'
            : `This entry accepts ${String(times)}, and ${String(times - more)} are found`,
        hint:
          times === more
            ? 'Remove the entry, or write the file again with npm run check -- --baseline.'
            : `Write times: ${String(times - more)}.`,
      },
    ]
  })
}

function isPageRule(rule: string): boolean {
  return allRules.some(({ id }) => id === rule) && !isFixed(rule) && !FOUND_ELSEWHERE.has(rule)
}

interface Problem extends Pick<Finding, 'severity' | 'message' | 'hint'> {
  field: 'rule' | 'file'
}

function problemOf(
  content: Content,
  { rule, file }: NonNullable<Baseline['findings']>[number],
  known: readonly string[],
): Problem | undefined {
  if (!known.includes(rule))
    return {
      field: 'rule',
      severity: 'error',
      message: `There is no rule "${rule}"`,
      hint:
        didYouMean(
          rule,
          known.filter((id) => !isFixed(id)),
        ) ?? 'Use the id of a rule as findings show it.',
    }
  if (isFixed(rule))
    return {
      field: 'rule',
      severity: 'error',
      message: `The rule "${rule}" always holds, and nothing accepts what it finds`,
      hint: 'Remove the entry, and correct what the rule finds.',
    }
  // What is missing from the content is a finding of the folder itself, which has no name within it.
  if (file === '' || existsSync(path.resolve(content.root, file))) return undefined
  const files = content.documents.map((document) => inContent(content, document.file))
  const meant = closestTo(file, files)
  return {
    field: 'file',
    severity: 'warning',
    message: `The content has no file "${file}"`,
    hint:
      meant === undefined
        ? 'Remove the entry, or write the path of the file that was meant.'
        : `Did you mean "${meant}"?`,
  }
}
