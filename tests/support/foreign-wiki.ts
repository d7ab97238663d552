import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const TEAMS = ['Payments', 'Platform', 'Storage', 'Search']
const SERVICES = ['ledger', 'gateway', 'mailer', 'catalog', 'session', 'billing', 'report', 'invoice']
const FAULTS = ['is down', 'is slow', 'restarts', 'has a full disk', 'answers with errors', 'lags behind']

/** The ids of the teams that pages of the wiki name. */
export const WIKI_TEAMS = TEAMS.map((name) => name.toLowerCase())

/**
 * Writes the runbooks of a team that has never heard of this site, as a project of MkDocs Material, and the rules of its
 * alerts: folders, admonitions, tabs, task lists, tables, links between pages, its own frontmatter.
 *
 * @returns the file with the rules
 */
export function writeForeignWiki(folder: string, pages: number): string {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write(
    'mkdocs.yml',
    'site_name: Runbooks of a shop\nsite_url: https://shop.example/\ndocs_dir: docs\ntheme:\n  name: material\n',
  )
  const rules: string[] = []
  for (let index = 0; index < pages; index++) {
    const { file, text, alert } = pageOf(index)
    write(`docs/${file}`, text)
    rules.push(
      `      - alert: ${alert}\n        expr: up == 0\n        labels: { severity: critical }\n        annotations: { runbook_url: 'https://shop.example/${file.replace('.md', '/')}' }`,
    )
  }
  write('rules.yml', `groups:\n  - name: all\n    rules:\n${rules.join('\n')}\n`)
  return path.join(folder, 'rules.yml')
}

function pageOf(index: number): { file: string; text: string; alert: string } {
  const service = SERVICES[index % SERVICES.length] ?? ''
  const number = Math.floor(index / SERVICES.length)
  const fault = FAULTS[number % FAULTS.length] ?? ''
  const team = TEAMS[index % TEAMS.length] ?? ''
  const name = `${service}-${String(number)}`
  const alert = `${service[0]?.toUpperCase() ?? ''}${service.slice(1)}${String(number)}Fails`
  const other = `${service}-${String(Math.max(0, number - 1))}`
  const text = `---
title: ${service} ${String(number)} ${fault}
owner: ${team}
tags: [${service}, night]
last_reviewed_on: 2026-0${String((index % 9) + 1)}-14
review_in: 6 months
---

# ${service} ${String(number)} ${fault}

## Meaning

The alert \`${alert}\` fires where the ${service} of shop ${String(number)} ${fault} for ten minutes. Orders wait meanwhile.

!!! warning "Before anything else"
    Do not delete the volume \`${name}-data\`. It holds what nobody has a copy of.

## Diagnosis

- [ ] Look at the dashboard of \`${name}\`.
- [ ] Compare it with [the shop before](${other}.md#mitigation).

| metric | healthy | act at |
| --- | --- | --- |
| \`${service}_queue_depth\` | under 100 | ${String(200 + index)} |
| \`${service}_errors_total\` | 0 | 5 |

=== "Kubernetes"

    \`\`\`sh
    kubectl --namespace shop-${String(number)} logs deploy/${name} --since 15m
    \`\`\`

=== "Hosts"

    \`\`\`sh
    journalctl --unit ${name} --since -15min
    \`\`\`

The log says \`ERR-${String(10_000 + index)}: ${service} of shop ${String(number)} gave up after 3 tries\` in most cases.

## Mitigation

1. Scale \`${name}\` to 0, then to 2.
2. Wait until \`${service}_queue_depth\` is under 100.

??? note "Where that does not help"
    Ask the team ${team}. It has the keys of shop ${String(number)}.
`
  return { file: `${service}/${name}.md`, text, alert }
}
