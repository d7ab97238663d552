import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { inMarkdown } from '../../text/in-markdown.ts'
import { answer, pageLine, pageSchema, toPage } from '../answer.ts'
import { matchIssues } from '../find.ts'
import { registerTool } from './register.ts'
import type { ToolContext } from './context.ts'

/** Matches of one issue in an answer: a log repeats itself. */
const MAX_MATCHES = 10

export function registerMatchError(server: McpServer, context: ToolContext): void {
  registerTool(server, context, {
    name: 'match_error',
    title: 'Find the issue of a log',
    description:
      'Finds the issues whose known error texts or alerts are in a pasted log, stack trace or alert, with the lines that matched. It claims nothing that it did not find literally: where it finds nothing, use search with the words of the error. Then read the issue with read_page.',
    input: {
      text: z
        .string()
        .min(1, 'Paste the log, the stack trace or the alert.')
        .max(1_000_000, 'At most 1,000,000 characters: paste the part with the error.')
        .describe('The log, stack trace or alert, as it is.'),
    },
    output: {
      issues: z
        .array(
          pageSchema.extend({
            matches: z.array(
              z.object({
                signature: z
                  .string()
                  .describe('The error text as the issue has it; * stands for a part that varies.'),
                line: z.string().describe('The line of the log that matched.'),
                lineNumber: z.int().describe('Its number in the log, from 1.'),
              }),
            ),
          }),
        )
        .describe('The most specific match first.'),
    },
    run(served, { text }) {
      const issues = matchIssues(served, text)
      const lines = issues.flatMap(({ page, matches }) => [
        pageLine(page),
        ...matches
          .slice(0, MAX_MATCHES)
          .map(({ line, lineNumber }) => `    line ${String(lineNumber)}: ${inMarkdown(line)}`),
      ])
      return answer(
        {
          issues: issues.map(({ page, matches }) => ({
            ...toPage(page),
            matches: matches.slice(0, MAX_MATCHES),
          })),
        },
        issues.length === 0
          ? 'No known error text is in this text. Use search with the words of the error; where that finds nothing either, the issue is new.'
          : ['The most specific match first. The lines are from the pasted text.', ...lines].join('\n'),
      )
    },
  })
}
