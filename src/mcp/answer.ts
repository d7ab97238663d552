import { inMarkdown } from '../text/in-markdown.ts'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { ListedPage } from '../api/pages.ts'
import { z } from 'zod'

/** A page in an answer. */
export const pageSchema = z.object({
  kind: z.string().describe('issue, runbook, pipeline or team.'),
  id: z.string().describe('What read_page takes.'),
  title: z.string(),
  summary: z.string(),
  url: z.string().describe('Its address on the site, for people.'),
  severity: z.string().optional(),
  owner: z.string().optional().describe('The team that is asked first, by id.'),
})

export function toPage({
  kind,
  id,
  title,
  summary,
  url,
  severity,
  owner,
}: ListedPage): z.infer<typeof pageSchema> {
  return {
    kind,
    id,
    title,
    summary,
    url,
    ...(severity !== undefined && { severity }),
    ...(owner !== undefined && { owner }),
  }
}

/** `- Title (issue orders-late, sev2): What it is. URL` */
export function pageLine({ kind, id, title, summary, url, severity }: ListedPage): string {
  return `- ${inMarkdown(title)} (${inMarkdown(kind)} ${id}${severity === undefined ? '' : `, ${severity}`}): ${inMarkdown(summary)} ${url}`
}

/** An answer: data for programs, and the same as text. */
export function answer(structured: Record<string, unknown>, text: string): CallToolResult {
  return { structuredContent: structured, content: [{ type: 'text', text }] }
}

/** What went wrong, and what to do instead. It repeats what was asked, and names of the content: all of it is plain text. */
export function refusal(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: inMarkdown(text) }] }
}
