import { draftsOf } from '../read/drafts.ts'
import type { Finding } from '../read/findings.ts'
import { compareFindings } from '../read/findings.ts'
import { unreadable, type Content } from '../read/load.ts'
import { parsePage, type Page } from '../read/body.ts'
import { withoutNoise } from './noise.ts'
import { pictureFindings } from './pictures.ts'
import { rules } from './rules/index.ts'
import { proofFindings } from './proofs.ts'
import { withoutAccepted } from './baseline.ts'
import { levelFindings, withLevels } from './levels.ts'
import { checkRotas } from './rotas.ts'
import { runRule } from './rules/rule.ts'
import { withoutSecrets } from './secrets/redact.ts'
import { secretReport } from './secrets/index.ts'

export interface CheckOptions {
  /** `YYYY-MM-DD` */
  today: string
  /** Whether `baseline.yaml` counts; true if left out. */
  accept?: boolean
}

/** What `npm run check` finds: the mistakes that rules know, secrets, and pictures, which take as long again to look at. */
export async function checkEverything(content: Content, options: CheckOptions): Promise<Finding[]> {
  return [...checkContent(content, options), ...(await pictureFindings(content))].sort(compareFindings)
}

/**
 * Every mistake of the content at once, in order of file and place, secrets too. No finding repeats a secret.
 */
export function checkContent(content: Content, options: CheckOptions): Finding[] {
  const { today } = options
  const { pages, findings: unread } = readPages(content)
  const context = { content, drafts: draftsOf(content), pages, today }
  const secrets = secretReport(content, pages)
  const findings = [
    ...content.findings,
    ...unread,
    ...rules.flatMap((rule) => runRule(rule, context)),
    ...checkRotas(content, today),
    ...proofFindings(content),
    ...secrets.findings,
    ...levelFindings(content),
  ]
  const reported = withLevels(content, withoutSecrets(findings, secrets.values)).sort(compareFindings)
  return options.accept === false ? reported : withoutNoise(withoutAccepted(content, reported))
}

/** The bodies of all pages; one that is too much for the parser is a finding of its file. */
function readPages(content: Content): { pages: Page[]; findings: Finding[] } {
  const pages: Page[] = []
  const findings: Finding[] = []
  for (const document of content.documents) {
    if (document.kind !== 'markdown' || !document.isDivided) continue
    try {
      pages.push(parsePage(document))
    } catch (error) {
      findings.push(unreadable(document.file, error))
    }
  }
  return { pages, findings }
}
