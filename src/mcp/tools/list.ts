import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { ListedPage } from '../../api/pages.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../../content/model/collections.ts'
import { didYouMean } from '../../text/suggest.ts'
import { answer, pageLine, pageSchema, refusal, toPage } from '../answer.ts'
import type { ToolContext } from './context.ts'
import { registerTool } from './register.ts'

const filter = (what: string) => z.string().trim().min(1).max(200).optional().describe(what)

export function registerList(server: McpServer, context: ToolContext): void {
  registerTool(server, context, {
    name: 'list',
    title: 'List pages',
    description:
      'Lists the pages there are, by kind, pipeline, owner, severity or component; all of the filters must fit. Use it to see what exists or to enumerate, and search to find the page for a symptom.',
    input: {
      kind: z
        .enum(PAGE_COLLECTIONS.map((collection) => definitionOf(collection).singular))
        .optional()
        .describe('Only pages of this kind.'),
      pipeline: filter('Only pages that have to do with this pipeline, by id.'),
      owner: filter('Only pages of this team, by id.'),
      severity: filter('Only issues of this severity, by id.'),
      component: filter('Only issues of this part of the system.'),
      offset: z
        .int()
        .min(0)
        .default(0)
        .describe('How many to leave out at the beginning, to read a long list in parts.'),
      limit: z.int().min(1).max(200).default(50).describe('How many at most.'),
    },
    output: {
      total: z.int().describe('How many pages fit.'),
      pages: z.array(pageSchema),
    },
    run({ pages }, { kind, pipeline, owner, severity, component, offset, limit }) {
      const filters: [string, string | undefined, (page: ListedPage) => readonly string[]][] = [
        ['pipeline', pipeline, (page) => page.pipelines],
        ['owner', owner, ({ owners, owner: first }) => [...owners, ...(first === undefined ? [] : [first])]],
        ['severity', severity, (page) => (page.severity === undefined ? [] : [page.severity])],
        ['component', component, (page) => page.components],
      ]
      for (const [name, wanted, valuesOf] of filters) {
        if (wanted === undefined) continue
        const known = [...new Set(pages.flatMap(valuesOf))].sort()
        if (!known.some((value) => value.toLowerCase() === wanted.toLowerCase()))
          return refusal(
            `No page has the ${name} "${wanted}". ${didYouMean(wanted, known) ?? (known.length === 0 ? `No page names a ${name}.` : `There is: ${known.slice(0, 50).join(', ')}.`)}`,
          )
      }
      const fitting = pages.filter(
        (page) =>
          (kind === undefined || page.kind === kind) &&
          filters.every(
            ([, wanted, valuesOf]) =>
              wanted === undefined ||
              valuesOf(page).some((value) => value.toLowerCase() === wanted.toLowerCase()),
          ),
      )
      const shown = fitting.slice(offset, offset + limit)
      return answer(
        { total: fitting.length, pages: shown.map(toPage) },
        [
          fitting.length === 0
            ? 'No page fits all of these. Leave one filter out.'
            : `${String(shown.length)} of ${String(fitting.length)} pages${offset > 0 ? `, from number ${String(offset + 1)} on` : ''}:`,
          ...shown.map(pageLine),
        ].join('\n'),
      )
    },
  })
}
