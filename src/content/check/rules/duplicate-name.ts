import type { Rule } from './rule.ts'

export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  reason: 'If two people have the same name, somebody may call the wrong one during an incident.',
  fix: 'Give each the name by which the team distinguishes them, or delete the file that is a copy.',
  *check({ content }) {
    const seen = new Map<string, string>()
    for (const [id, document] of content.engineers) {
      const name = document.data.name.trim().toLowerCase()
      const other = seen.get(name)
      if (other !== undefined)
        yield {
          document,
          at: { path: ['name'] },
          message: `"${document.data.name}" is the name of ${other} too`,
        }
      seen.set(name, id)
    }
  },
}
