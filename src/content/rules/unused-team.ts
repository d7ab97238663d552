import { folders } from '../schemas/index.ts'
import type { Rule } from './rule.ts'
import { referencesIn } from './unknown-reference.ts'

export const unusedTeam: Rule = {
  id: 'unused-team',
  severity: 'warning',
  reason: 'A team that owns nothing and has nobody is mostly a team that was renamed.',
  mend: 'Name it as an owner, or delete it.',
  *check({ content }) {
    const used = new Set<string>()
    for (const { folder, data } of content.documents) {
      if (folder === 'site') continue
      for (const { collection, id } of referencesIn(folders[folder].schema, data, [])) {
        if (collection === 'teams') used.add(id)
      }
    }
    for (const document of content.teams.values()) {
      if (used.has(document.id)) continue
      yield {
        document,
        message: `Nothing names the team "${document.id}"`,
        hint: 'Name it as the owner of a pipeline or the team of an engineer, or delete the file.',
      }
    }
  },
}
