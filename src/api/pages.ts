import { z } from 'zod'
import type { Facts } from '../content/facts/entries.ts'
import { listPages } from '../content/facts/pages.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../content/model/collections.ts'
import type { Links } from '../site/links.ts'
import { address, date, type Contract } from './contract.ts'

const blocks = (what: string) => z.int().min(0).describe(what)

const tested = z
  .strictObject({
    run: blocks('Blocks that were run on generated data, with a receipt that fits.'),
    recorded: blocks('Shell blocks that were run against recorded answers: no real system was asked.'),
    notRun: blocks('Blocks that are not run here: written for another engine, or said not to be run.'),
    notTested: blocks('Blocks without a receipt that fits.'),
  })
  .describe('How many of its blocks of code were tried, and how; absent where no block says.')

const page = z.strictObject({
  kind: z
    .enum(PAGE_COLLECTIONS.map((collection) => definitionOf(collection).singular))
    .describe('What the page is.'),
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
  tested: tested.optional(),
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
  return {
    version: 1,
    pages: listPages(facts, links.entry).map(
      ({ kind, id, title, summary, url, owner, owners, severity, pipelines, components, ...rest }) => ({
        kind,
        id,
        title,
        summary,
        url: absolute(url),
        markdown: absolute(`${url}index.md`),
        ...(owner !== undefined && { owner }),
        owners,
        ...(severity !== undefined && { severity }),
        pipelines,
        components: [...components],
        alerts: [...rest.alerts],
        aliases: [...rest.aliases],
        ...testedFields(facts.testedOf({ collection: rest.collection, id })),
        ...(rest.reviewed !== undefined && { reviewed: rest.reviewed }),
        ...(rest.reviewDue !== undefined && { reviewDue: rest.reviewDue }),
      }),
    ),
  }
}

const testedFields = (tested: ListedPage['tested']): Pick<ListedPage, 'tested'> => (tested ? { tested } : {})
