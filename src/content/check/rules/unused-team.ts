import type { Rule } from './rule.ts'
import { namedIn } from '../../read/references.ts'

export const unusedTeam: Rule = {
  id: 'unused-team',
  severity: 'warning',
  reason: 'A team that owns nothing and has no members has usually been renamed.',
  fix: 'Name it as the owner of a pipeline or the team of an engineer, or delete the file.',
  *check({ content }) {
    const isUsed = namedIn(content, ['engineers', 'rotas', 'pipelines', 'runbooks', 'issues'], 'teams')
    for (const document of content.documents) {
      // A file of another name than an entry has is a finding by itself.
      const isEntry = document.path.endsWith('.yaml')
      if (document.collection !== 'teams' || !isEntry || isUsed(document.id)) continue
      yield { document, message: `Nothing names the team "${document.id}"` }
    }
  },
}
