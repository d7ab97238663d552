import { count } from '../../text/wording.ts'
import { definitionOf } from '../model/collections.ts'
import type { Finding } from '../read/findings.ts'
import { displayPath, type Content, type ContentDocument } from '../read/load.ts'
import { isFixed } from './levels.ts'
import { copiedFiles } from './rules/duplicate-file.ts'
import { misplacedEntries } from './rules/misplaced-entry.ts'
import { withoutSwallowed } from './swallowed.ts'

/** Of one rule in one file, this many are shown: who corrects these knows how to find the rest. */
const SHOWN = 20
/** Places that are named beside the first one. */
const NAMED = 5
/** So many receipts are shown one by one. */
const FEW = 5

/** One thing that is missing is one mistake, in however many places it is named. */
const SAME_CAUSE: ReadonlySet<string> = new Set([
  'broken-link',
  'unknown-reference',
  'unknown-choice',
  'unknown-section',
  'unknown-column',
  'block-test',
])

/**
 * Findings without those that follow from others: where one slip causes many, the cause is said and the rest is counted.
 *
 * @param findings in order of file and place
 */
export function withoutNoise(content: Content, findings: readonly Finding[]): Finding[] {
  const read = withoutDoubled(withoutSwallowed(content, findings))
  const causes = withoutCopied(content, withoutMisplaced(content, read))
  return withoutRepeats(oncePerCause(causes))
}

/** What a page may hold counts in whatever folder; which fields it has depends on the folder. */
const HANGS_ON_FOLDER: ReadonlySet<string> = new Set([
  'unknown-key',
  'missing-field',
  'invalid-value',
  'unknown-reference',
])

/** A file in the wrong folder is one mistake: moving it there takes away what else is wrong with it, and what misses it. */
function withoutMisplaced(content: Content, findings: readonly Finding[]): readonly Finding[] {
  const said = filesWith('misplaced-entry', findings)
  // Where a team has switched the rule off or accepted what it finds, what follows from it is all that is said.
  const misplaced = misplacedEntries(content).filter(({ document }) => said.has(document.file))
  return misplaced.reduce((left, { document, folder }) => {
    const missing = `No ${definitionOf(folder).singular} "${document.id}"`
    const target = `${displayPath(content.root)}/${folder}/${document.id}`
    const receipts = `${displayPath(content.root)}/receipts/${folder}/${document.id}.json`
    return left.filter(({ file, rule, message }) => {
      if (file === document.file)
        return rule === 'misplaced-entry' || (isFixed(rule) && !HANGS_ON_FOLDER.has(rule))
      if (rule === 'unknown-reference') return message !== missing
      if (rule === 'published-orphan')
        return folder !== 'rotas' || !file.endsWith(`/published/${document.id}.yaml`)
      if (rule === 'broken-link') return !message.includes(` ${target}.`)
      return file !== receipts
    })
  }, findings)
}

/** Whatever is there twice because the file is. */
const OF_COPIES = /^(?:duplicate-(?!file)|block-test$|receipt-stale$|invalid-id$|unused-|flow-without-issue$)/

function withoutCopied(content: Content, findings: readonly Finding[]): readonly Finding[] {
  const said = filesWith('duplicate-file', findings)
  const wrongNames = new Set([...filesWith('invalid-id', findings), ...filesWith('not-an-entry', findings)])
  // A wrong ending of the name is reported in the place of the copy.
  const isSaid = ({ file, path }: ContentDocument) =>
    said.has(file) || (!/\.mdx?$/i.test(path) && wrongNames.has(file))
  const copies = copiedFiles(content).filter(({ copy }) => isSaid(copy))
  const files = new Set(copies.flatMap(({ copy, original }) => [copy.file, original.file]))
  if (files.size === 0) return findings
  return findings.filter(({ file, rule }) => !files.has(file) || !OF_COPIES.test(rule))
}

/** The files about which a rule has said something. */
function filesWith(id: string, findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ rule }) => rule === id).map(({ file }) => file))
}

/** Of two rules that say the same of one line, the one that says it. */
const SAID_BY: Readonly<Record<string, string>> = {
  'rota-add-known': 'duplicate-item',
  'setting-sense': 'duplicate-item',
}
/** What is wrong with a file that is no entry, because it has another name. */
const HANGS_ON_NAME = /^(?:frontmatter-missing|missing-field|unused-|flow-without-issue|duplicate-name)/

function withoutDoubled(findings: readonly Finding[]): readonly Finding[] {
  const places = new Set(findings.map(({ file, line, rule }) => `${rule} ${file}:${String(line)}`))
  const strangers = filesWith('not-an-entry', findings)
  return findings.filter(({ file, line, rule }) => {
    const other = SAID_BY[rule]
    if (other !== undefined && places.has(`${other} ${file}:${String(line)}`)) return false
    return !(strangers.has(file) && HANGS_ON_NAME.test(rule))
  })
}

function oncePerCause(findings: readonly Finding[]): readonly Finding[] {
  const hasErrors = findings.some(({ severity, rule }) => severity === 'error' && !rule.startsWith('receipt'))
  const stale = findings.filter(({ rule }) => rule === 'receipt-stale').length
  // What is run is another thing once the errors are corrected: until then, one receipt represents all.
  const causeOf = ({ rule, message }: Finding): string | undefined => {
    if (rule === 'receipt-stale') return hasErrors && stale > FEW ? rule : undefined
    return SAME_CAUSE.has(rule) ? [rule, message].join('\0') : undefined
  }
  const groups = Map.groupBy(findings, causeOf)
  return findings.flatMap((finding) => {
    const cause = causeOf(finding)
    const [first, ...others] = cause === undefined ? [finding] : (groups.get(cause) ?? [])
    if (finding !== first) return []
    return others.length === 0 ? [finding] : [{ ...finding, hint: `${finding.hint} ${alsoAt(others)}` }]
  })
}

/** `So do 3 more places: a.md:3, b.md:4, c.md:5.` */
function alsoAt(others: readonly Finding[]): string {
  const places = others
    .slice(0, NAMED)
    .map(({ file, line }) => (line === undefined ? file : `${file}:${String(line)}`))
  const rest = others.length > NAMED ? ', …' : ''
  return `The same holds in ${count(others.length, 'more place')}: ${places.join(', ')}${rest}`
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const keyOf = ({ file, rule }: Finding) => `${rule} ${file}`
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return findings.flatMap((finding) => {
    const number = (seen.get(keyOf(finding)) ?? 0) + 1
    seen.set(keyOf(finding), number)
    if (number < SHOWN) return [finding]
    const rest = (counts.get(keyOf(finding)) ?? 0) - number
    if (number > SHOWN) return []
    return [
      rest > 0
        ? { ...finding, hint: `${finding.hint} The file has ${String(rest)} more of this kind below.` }
        : finding,
    ]
  })
}
