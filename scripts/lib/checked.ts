import { createHash } from 'node:crypto'
import type { Content } from '../../src/content/read/load.ts'

/** What the check says of a content. */
export interface Checked {
  /** Its findings for people; empty where there are none. */
  report: string
  /** Whether there is no error among them. */
  isGood: boolean
}

/** @param today YYYY-MM-DD */
export async function checked(content: Content, today: string): Promise<Checked> {
  const [{ checkEverything }, { reportText }] = await Promise.all([
    import('../../src/content/check/check.ts'),
    import('../../src/content/check/reporters/text.ts'),
  ])
  const findings = await checkEverything(content, { today })
  return { report: reportText(findings), isGood: findings.every(({ severity }) => severity !== 'error') }
}

/** The hash of what was read: two readings of a folder, in which somebody saves between them, are of two contents. */
export function readingHash({ documents, findings, assets }: Content): string {
  const hash = createHash('sha256')
  for (const { path, text } of documents) hash.update(`${path}\0${text}\0`)
  return hash.update(JSON.stringify([findings, [...assets]])).digest('hex')
}
