import { toYaml } from '../../read/yaml/write.ts'
import { ownerOf } from './owners.ts'
import { summaryOf } from './summary.ts'
import type { Draft, ImportOptions } from './types.ts'

/** A file of the content: the fields that the source states, and no other. */
export function entryText(
  draft: Draft,
  body: string,
  aliases: readonly string[],
  severityOf: (names: readonly string[], known: readonly string[]) => string | undefined,
  { severities = [], teams = [] }: ImportOptions,
): string {
  const { page, title, alerts } = draft
  const { fields } = page
  const isPart = draft.anchor !== undefined
  const severity = severityOf(alerts, severities)
  const owner = fields.owner === undefined ? undefined : ownerOf(fields.owner, teams)
  const values: Record<string, unknown> = {
    title,
    summary: summaryOf(isPart ? undefined : fields.summary, body, title),
    ...(draft.collection === 'issues' && severity !== undefined && { severity }),
    ...(draft.collection === 'issues' && owner !== undefined && { owner }),
    ...(draft.collection === 'issues' && alerts.length > 0 && { alerts }),
    ...(draft.collection === 'issues' &&
      fields.keywords.length > 0 &&
      !isPart && { keywords: fields.keywords }),
    ...(aliases.length > 0 && { aliases }),
    ...(fields.reviewed !== undefined && { reviewed: fields.reviewed }),
    ...(fields.reviewEvery !== undefined && { reviewEvery: fields.reviewEvery }),
  }
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${toYaml(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}
