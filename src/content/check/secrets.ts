import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import type { RuleDescription } from './rules/rule.ts'

export const secretRule: RuleDescription = {
  id: 'secret',
  severity: 'error',
  reason:
    'A password or token in the content is public with the site, and in the history of the repository for good.',
  fix: 'Take it out, and make it invalid where it is accepted; write a placeholder in capitals instead.',
}

const options = { config: { rules: [{ id: 'secrets', rule: creator, options: {} }] } }

/** Between two files: no pattern reaches across it. */
const BREAK = '\n\n'

/** Passwords, tokens and keys in the content, by secretlint's recommended rules. What was found is not repeated. */
export async function secretFindings({ documents }: Content): Promise<Finding[]> {
  // All files as one text: setting up the rules for each of a thousand takes as long as looking for secrets.
  let length = 0
  const places = documents.map((document) => {
    const start = length
    length += document.text.length + BREAK.length
    return { document, start }
  })
  const content = documents.map(({ text }) => text).join(BREAK)
  const source = { content, filePath: 'content', ext: '.md', contentType: 'text' as const }
  const { messages } = await lintSource({ source, options })
  return messages.flatMap(({ ruleId, range: [offset] }): Finding[] => {
    const place = places.findLast(({ start }) => start <= offset)
    if (!place) return []
    return [
      {
        file: place.document.file,
        ...place.document.placeAt(offset - place.start),
        severity: secretRule.severity,
        rule: secretRule.id,
        message: `This looks like a secret (${ruleId.replace(/^.*secretlint-rule-/, '')})`,
        hint: 'Take it out, and make it invalid where it is accepted: it stays in the history.',
      },
    ]
  })
}
