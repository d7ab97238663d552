import { z } from 'zod'
import type { Facts } from '../content/facts/entries.ts'
import { ownedPages } from '../content/facts/owned-pages.ts'
import type { Links } from '../site/links.ts'
import { address, date, type Contract } from './contract.ts'

const page = z.strictObject({
  kind: z.enum(['pipeline', 'runbook', 'issue', 'team']).describe('What the page is.'),
  id: z.string().describe('Its id: unique among the pages of its kind.'),
  title: z.string().describe('Its title.'),
  summary: z.string().describe('What it is about, in a sentence.'),
  url: address.describe('Its address.'),
  markdown: address.describe('The address of the same page as Markdown.'),
  owner: z.string().optional().describe('The team that is asked first, by id; absent where nobody owns it.'),
  owners: z.array(z.string()).describe('All teams that are asked, the first ones first.'),
  severity: z
    .string()
    .optional()
    .describe('Of an issue: how bad it is, by id; absent where it does not say.'),
  pipelines: z.array(z.string()).describe('The pipelines that it has to do with, by id.'),
  components: z.array(z.string()).describe('The parts of the system that it has to do with.'),
  alerts: z.array(z.string()).describe('The alerts that lead to it.'),
  aliases: z.array(z.string()).describe('Its former ids and addresses.'),
  reviewed: date.optional().describe('When somebody last read it against reality; absent where nobody did.'),
  reviewDue: date
    .optional()
    .describe('By when it must be read again; absent where no interval is asked for.'),
})

const schema = z.strictObject({
  version: z.literal(1).describe('Of this form. It grows when a field changes its meaning or goes.'),
  pages: z.array(page).describe('Pipelines, runbooks, issues, then teams, each in order of id.'),
})

export type PagesDocument = z.infer<typeof schema>
export type ListedPage = z.infer<typeof page>

export const pagesContract: Contract = {
  name: 'pages',
  path: 'api/pages.json',
  summary: 'Every pipeline, runbook, issue and team with its address, its owner and its review date.',
  schema,
}

/**
 * Every page of an entry, for a bot or a dashboard.
 *
 * @param absolute makes an address of a path from the root of the host
 */
export function pagesDocument(
  facts: Facts,
  links: Pick<Links, 'entry'>,
  absolute: (path: string) => string,
): PagesDocument {
  const owned = new Map(ownedPages(facts, links.entry).map((each) => [each.url, each] as const))
  const entries = [
    ...facts.pipelines.all.map((entry) => ({ kind: 'pipeline' as const, entry })),
    ...facts.runbooks.all.map((entry) => ({ kind: 'runbook' as const, entry })),
    ...facts.issues.all.map((entry) => ({ kind: 'issue' as const, entry })),
  ]
  return {
    version: 1,
    pages: [
      ...entries.map(({ kind, entry }): ListedPage => {
        const path = links.entry(entry.collection, entry.id)
        const { data } = entry
        const { owner, owners = [], reviewed, reviewDue } = owned.get(path) ?? {}
        const pipelines =
          kind === 'pipeline' ? [entry.id] : facts.pipelinesOf(entry as never).map(({ id }) => id)
        return {
          kind,
          id: entry.id,
          title: data.title,
          summary: data.summary,
          url: absolute(path),
          markdown: absolute(`${path}index.md`),
          ...(owner !== undefined && { owner }),
          owners,
          ...('severity' in data && data.severity !== undefined && { severity: data.severity }),
          pipelines,
          components: 'components' in data ? (data.components ?? []) : [],
          alerts: 'alerts' in data ? (data.alerts ?? []) : [],
          aliases: data.aliases ?? [],
          ...(reviewed !== undefined && { reviewed }),
          ...(reviewDue !== undefined && { reviewDue }),
        }
      }),
      ...facts.teams.all.map((team): ListedPage => {
        const path = links.entry('teams', team.id)
        return {
          kind: 'team',
          id: team.id,
          title: team.data.name,
          summary: team.data.summary,
          url: absolute(path),
          markdown: absolute(`${path}index.md`),
          owners: [],
          pipelines: facts.pipelines.all
            .filter(({ data }) => data.primaryOwner === team.id || data.secondaryOwner === team.id)
            .map(({ id }) => id),
          components: [],
          alerts: [],
          aliases: team.data.aliases ?? [],
        }
      }),
    ],
  }
}
