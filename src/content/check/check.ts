import { draftsOf } from '../read/drafts.ts'
import type { Finding } from '../read/findings.ts'
import { compareFindings } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { parsePage } from '../read/body.ts'
import { pictureFindings } from './pictures.ts'
import { rules } from './rules/index.ts'
import { proofFindings } from './proofs.ts'
import { checkRotas } from './rotas.ts'
import { runRule } from './rules/rule.ts'
import { withoutSecrets } from './secrets/redact.ts'
import { secretReport } from './secrets/index.ts'

/** What `npm run check` finds: the mistakes that rules know, secrets, and pictures, which take as long again to look at. */
export async function checkEverything(content: Content, options: { today: string }): Promise<Finding[]> {
  return [...checkContent(content, options), ...(await pictureFindings(content))].sort(compareFindings)
}

/**
 * Every mistake of the content at once, in order of file and place, secrets too. No finding repeats a secret.
 *
 * @param options.today `YYYY-MM-DD`
 */
export function checkContent(content: Content, { today }: { today: string }): Finding[] {
  const pages = content.documents
    .filter(({ kind, isDivided }) => isDivided && kind === 'markdown')
    .map(parsePage)
  const context = { content, drafts: draftsOf(content), pages, today }
  const secrets = secretReport(content, pages)
  const findings = [
    ...content.findings,
    ...rules.flatMap((rule) => runRule(rule, context)),
    ...checkRotas(content, today),
    ...proofFindings(content),
    ...secrets.findings,
  ]
  return withoutSecrets(findings, secrets.values).sort(compareFindings)
}
