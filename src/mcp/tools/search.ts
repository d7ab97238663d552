import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { inMarkdown } from '../../text/in-markdown.ts'
import { answer, pageLine, pageSchema, toPage } from '../answer.ts'
import type { ToolContext } from './context.ts'
import { registerTool } from './register.ts'

export function registerSearch(server: McpServer, context: ToolContext): void {
  registerTool(server, context, {
    name: 'search',
    title: 'Search the runbooks and issues',
    description:
      'Finds pages (issues, runbooks, pipelines, teams) by words: a symptom, a name, an alert, an error text. The order is that of the search on the site. For a log or a stack trace of several lines, use match_error first. Then read the best page with read_page.',
    input: {
      query: z
        .string()
        .trim()
        .min(1, 'Say what to search for: a symptom, a name, an alert or an error text.')
        .max(200_000)
        .describe('What to search for, as somebody would type it.'),
      limit: z.int().min(1).max(20).default(5).describe('How many pages at most.'),
    },
    output: {
      confident: z
        .boolean()
        .describe('Whether the first page answers the query; else the pages are only the closest.'),
      pages: z.array(
        pageSchema.extend({
          matched: z.string().optional().describe('The line of the query that is an error text of the page.'),
        }),
      ),
      missing: z.array(z.string()).describe('Words of the query that the first page does not have.'),
      corrected: z
        .array(z.object({ from: z.string(), to: z.string() }))
        .describe('Words that were read as others.'),
      index: z
        .enum(['site', 'content'])
        .describe(
          'site: the index of the built site. content: no site was built from this content, so the order may differ.',
        ),
    },
    async run(served, { query, limit }, { finder }) {
      const found = await finder.search(served, query, limit)
      const { confident, missing, corrected, index } = found
      const head =
        found.pages.length === 0
          ? 'No page matches. Try fewer or other words, use list to see what there is, or who_is_on_call for a person to ask.'
          : confident
            ? 'Best first:'
            : `No page matches all of this. The closest${missing.length > 0 ? ` (without: ${inMarkdown(missing.join(', '))})` : ''}:`
      return answer(
        {
          confident,
          pages: found.pages.map(({ page, why }) => ({
            ...toPage(page),
            ...(why !== undefined && { matched: why }),
          })),
          missing,
          corrected,
          index,
        },
        [head, ...found.pages.map(({ page }) => pageLine(page))].join('\n'),
      )
    },
  })
}
