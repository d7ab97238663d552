import { createHash } from 'node:crypto'
import { HASH_LENGTH } from '../../model/baseline.ts'
import { readBaseline } from '../../read/baseline.ts'
import type { Page } from '../../read/body.ts'
import { displayPath } from '../../read/files.ts'
import type { Finding, Place } from '../../read/findings.ts'
import { digest, kept } from '../../read/kept.ts'
import type { Content, ContentDocument } from '../../read/load.ts'
import type { RuleDescription } from '../rules/rule.ts'
import { findSecrets } from './find.ts'
import { filesBelow, readTextFile } from './text-files.ts'
import { otherViews } from './views.ts'

export const secretRule: RuleDescription = {
  id: 'secret',
  severity: 'error',
  reason:
    'A password or token in the content is public with the site, and in the history of the repository for good.',
  fix: 'Remove it, revoke it where it is accepted, and write a placeholder in capitals instead.',
}

export const unusedAcceptanceRule: RuleDescription = {
  id: 'unused-acceptance',
  severity: 'warning',
  reason:
    'An acceptance that accepts nothing would let the next text with that hash, or the next mistake of that kind, through unseen.',
  fix: 'Remove the entry from baseline.yaml.',
}

/** What was found, apart from the findings, so that no other finding repeats it. */
export interface SecretReport {
  findings: Finding[]
  /** The secrets themselves: whoever prints must leave them out. */
  values: ReadonlySet<string>
  /** How many texts baseline.yaml accepts here. */
  accepted: number
}

/** A secret in a file: its value never leaves the check. */
export interface Located {
  file: string
  place: Partial<Place>
  kind: string
  value: string
}

/**
 * Passwords, tokens and keys anywhere below the content root: in entries as they are written, decoded and shown,
 * in all other text files, hidden ones too, and in names of files. Each file is looked at by itself, and nothing in it
 * switches that off; one way is left, `baseline.yaml`, which accepts single texts by their hash.
 *
 * @param located what `secretsIn` has found in each file
 */
export function secretReport(content: Content, located: readonly Located[]): SecretReport {
  const baseline = readBaseline(content.root)
  const accepted = new Set(baseline?.data.secrets?.map(({ hash }) => hash))
  const used = new Set<string>()
  const findings: Finding[] = [...(baseline?.findings ?? [])]
  for (const { file, place, kind, value } of located) {
    const hash = hashOf(value)
    if (accepted.has(hash)) {
      used.add(hash)
      continue
    }
    findings.push({
      file,
      ...place,
      severity: secretRule.severity,
      rule: secretRule.id,
      message: `This looks like a secret (${kind})`,
      hint: `Take it out, and make it invalid where it is accepted: it stays in the history. If it is none, accept it in baseline.yaml under "secrets": {hash: ${hash}, reason: …}.`,
    })
  }
  for (const [index, { hash }] of (baseline?.data.secrets ?? []).entries()) {
    if (!baseline || used.has(hash)) continue
    findings.push({
      file: baseline.file,
      ...baseline.placeOf(['secrets', index, 'hash']),
      severity: unusedAcceptanceRule.severity,
      rule: unusedAcceptanceRule.id,
      message: 'Nothing in the content has this hash any more',
      hint: unusedAcceptanceRule.fix,
    })
  }
  return { findings, values: new Set(located.map(({ value }) => value)), accepted: used.size }
}

/** What names a secret without saying it. */
export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, HASH_LENGTH)
}

/** What lies below the content root and is no page: other entries, other text files, names of files. */
export function* secretsBeside(content: Content, isPage: (file: string) => boolean): Generator<Located> {
  const documents = new Map(content.documents.map((document) => [document.path, document]))
  for (const path of filesBelow(content.root)) {
    if (isPage(path)) continue
    const document = documents.get(path)
    const file = document ?? readTextFile(path)
    const key = `no-secret:${digest(displayPath(path), document?.kind ?? '', file.text)}`
    if (kept()?.get(key) === true) continue
    const found = [...secretsIn(path, file, document)]
    // That there is none is all that is kept of a file.
    if (found.length === 0) kept()?.set(key, true)
    yield* found
  }
}

/**
 * Secrets in one file, as it is written, decoded and shown, and in its name.
 *
 * @param page the body, where the file has one
 */
export function* secretsIn(
  path: string,
  { text, placeAt }: Pick<ContentDocument, 'text' | 'placeAt'>,
  document?: ContentDocument,
  page?: Page,
): Generator<Located> {
  const name = displayPath(path)
  const ownName = name.split('/').at(-1) ?? ''
  const inName = findSecrets(ownName).at(0)
  const file = inName ? name.replaceAll(ownName.slice(inName.start, inName.end), '…') : name
  if (inName) {
    const value = ownName.slice(inName.start, inName.end)
    yield { file, place: {}, kind: `${inName.kind} in the name of the file`, value }
  }
  const seen: string[] = []
  const isSeen = (value: string) =>
    seen.some(
      (other) => lettersOf(other).includes(lettersOf(value)) || lettersOf(value).includes(lettersOf(other)),
    )
  for (const { kind, start, end } of findSecrets(text)) {
    const value = text.slice(start, end)
    seen.push(value)
    yield { file, place: placeAt(start), kind, value }
  }
  for (const view of otherViews(text, document, page)) {
    for (const { kind, start, end } of findSecrets(view.text)) {
      const value = view.text.slice(start, end)
      if (isSeen(value)) continue
      seen.push(value)
      yield { file, place: placeAt(view.offsetOf(start)), kind, value }
    }
  }
}

/** Without what escapes and markup add. */
function lettersOf(value: string): string {
  return value.replace(/[^A-Za-z\d]/g, '')
}
