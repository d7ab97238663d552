import { draftsOf } from '../read/drafts.ts'
import type { Finding } from '../read/findings.ts'
import { compareFindings } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { parsePage } from '../read/body.ts'
import { pictureFindings } from './pictures.ts'
import { rules } from './rules/index.ts'
import { checkRotas } from './rotas.ts'
import { runRule } from './rules/rule.ts'
import { secretFindings } from './secrets.ts'

/** What `npm run check` finds: the mistakes that rules know, pictures, and secrets, which take as long again to look for. */
export async function checkEverything(content: Content, options: { today: string }): Promise<Finding[]> {
  const slow = await Promise.all([pictureFindings(content), secretFindings(content)])
  return [...checkContent(content, options), ...slow.flat()].sort(compareFindings)
}

/**
 * Every mistake of the content at once, in order of file and place.
 *
 * @param options.today `YYYY-MM-DD`
 */
export function checkContent(content: Content, { today }: { today: string }): Finding[] {
  const pages = content.documents
    .filter(({ kind, isDivided }) => isDivided && kind === 'markdown')
    .map(parsePage)
  const context = { content, drafts: draftsOf(content), pages, today }
  return [
    ...content.findings,
    ...rules.flatMap((rule) => runRule(rule, context)),
    ...checkRotas(content, today),
  ].sort(compareFindings)
}
