import type { Finding } from './findings.ts'
import { compareFindings } from './findings.ts'
import type { Content } from './load.ts'
import { checkReferences } from './rules/references.ts'
import { checkRotas } from './rules/rota.ts'

/**
 * Every mistake of the content at once, in order of file and place.
 *
 * @param options.today `YYYY-MM-DD`
 */
export function checkContent(content: Content, options: { today: string }): Finding[] {
  return [...content.findings, ...checkReferences(content), ...checkRotas(content, options.today)].sort(
    compareFindings,
  )
}
