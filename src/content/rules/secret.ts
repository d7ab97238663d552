import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { Finding } from '../findings.ts'
import type { Content } from '../load.ts'
import type { RuleDescription } from './rule.ts'

export const secretRule: RuleDescription = {
  id: 'secret',
  severity: 'error',
  reason:
    'A password or token in the content is public with the site, and in the history of the repository for good.',
  mend: 'Take it out, and make it invalid where it is accepted; write a placeholder in capitals instead.',
}

const options = { config: { rules: [{ id: 'secrets', rule: creator, options: {} }] } }

/** Passwords, tokens and keys in the content, by secretlint's recommended rules. What was found is not repeated. */
export async function secretFindings(content: Content): Promise<Finding[]> {
  const found = await Promise.all(
    content.documents.map(async ({ file, text, placeAt }) => {
      const source = { content: text, filePath: file, ext: '.md', contentType: 'text' as const }
      const { messages } = await lintSource({ source, options })
      return messages.map(({ ruleId, range }): Finding => ({
        file,
        ...placeAt(range[0]),
        severity: secretRule.severity,
        rule: secretRule.id,
        message: `This looks like a secret (${ruleId.replace(/^.*secretlint-rule-/, '')})`,
        hint: 'Take it out, and make it invalid where it is accepted: it stays in the history.',
      }))
    }),
  )
  return found.flat()
}
