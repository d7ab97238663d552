import type { Rule } from './rule.ts'

export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  reason: 'If two people have the same name, somebody may call the wrong one during an incident.',
  fix: 'Give each the name by which the team distinguishes them, or delete the file that is a copy.',
  *check({ content }) {
    const teams = new Map<string, string>()
    for (const [id, document] of content.teams) {
      const name = document.data.name.trim().toLowerCase()
      const other = teams.get(name)
      if (other !== undefined)
        yield {
          document,
          at: { path: ['name'] },
          message: `"${document.data.name}" is the name of the team ${other} too`,
          hint: 'Give each the name by which people distinguish them, or delete the file that is a copy.',
        }
      teams.set(name, id)
    }
    const rotas = new Map<string, string>()
    for (const [id, document] of content.rotas) {
      const name = document.data.name.trim().toLowerCase()
      const other = rotas.get(name)
      if (other !== undefined)
        yield {
          document,
          at: { path: ['name'] },
          message: `"${document.data.name}" is the name of the rota ${other} too`,
          hint: 'Give each the name by which people distinguish them, or delete the file that is a copy.',
        }
      rotas.set(name, id)
    }
    const titles = new Map<string, string>()
    for (const [id, document] of content.tables) {
      const title = document.data.title.trim().toLowerCase()
      const other = titles.get(title)
      if (other !== undefined)
        yield {
          document,
          at: { path: ['title'] },
          message: `"${document.data.title}" is the title of the table ${other} too`,
          hint: 'Say in the title what is special about each.',
        }
      titles.set(title, id)
    }
    const logins = new Map<string, string>()
    for (const [id, document] of content.engineers) {
      const login = document.data.login?.trim().toLowerCase()
      const other = login === undefined ? undefined : logins.get(login)
      if (other !== undefined)
        yield {
          document,
          at: { path: ['login'] },
          message: `"${document.data.login ?? ''}" is the login of ${other} too`,
          hint: 'Write the name that each has in the pager.',
        }
      if (login !== undefined) logins.set(login, id)
    }
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
