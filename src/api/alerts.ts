import { z } from 'zod'
import type { Facts } from '../content/facts/entries.ts'
import type { Links } from '../site/links.ts'
import { address, type Contract } from './contract.ts'

const alert = z.strictObject({
  alert: z.string().describe('Its name, as the rule has it.'),
  url: address.describe('The permanent address of its page: what `runbook_url` should be.'),
  issue: z.string().describe('The issue that it leads to, by id.'),
  page: address.describe('The address of that issue today.'),
  title: z.string().describe('The title of the issue.'),
  severity: z.string().optional().describe('How bad it is, by id; absent where the issue does not say.'),
  owner: z.string().optional().describe('The team that is asked first, by id; absent where nobody owns it.'),
  variables: z
    .array(z.string())
    .describe('What the page fills in from the query of its address: `?topic=orders` fills `TOPIC`.'),
})

const schema = z.strictObject({
  version: z.literal(1).describe('Of this form. It grows when a field changes its meaning or goes.'),
  alerts: z.array(alert).describe('In order of name.'),
})

export type AlertsDocument = z.infer<typeof schema>

export const alertsContract: Contract = {
  name: 'alerts',
  path: 'api/alerts.json',
  summary: 'Every alert with its permanent address and the issue that it leads to.',
  schema,
}

/**
 * Every alert that an issue names, for whoever writes alert rules.
 *
 * @param absolute makes an address of a path from the root of the host
 */
export function alertsDocument(
  facts: Facts,
  links: Pick<Links, 'alert' | 'entry'>,
  absolute: (path: string) => string,
): AlertsDocument {
  const alerts = facts.issues.all.flatMap((entry) => {
    const { alerts: named = [], title, severity, variables = [] } = entry.data
    const owner = facts.ownersOf(entry).primary[0]?.id
    return named.map((name) => ({
      alert: name,
      url: absolute(links.alert(name)),
      issue: entry.id,
      page: absolute(links.entry('issues', entry.id)),
      title,
      ...(severity !== undefined && { severity }),
      ...(owner !== undefined && { owner }),
      variables: variables.map((variable) => variable.name),
    }))
  })
  return { version: 1, alerts: alerts.sort((a, b) => (a.alert < b.alert ? -1 : 1)) }
}
