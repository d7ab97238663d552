import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { toMarkdown } from '../../calendar/chat/message.ts'
import { whoMessage } from '../../calendar/chat/who.ts'
import { shiftSchema, shiftSpan } from '../../calendar/contract.ts'
import { answer, refusal } from '../answer.ts'
import type { ToolContext } from './context.ts'
import { registerTool } from './register.ts'
import { instantOf, placeOf, rotaOf } from './rota.ts'

export const rotaInput = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe('The rota, by id; the one of the site where nothing is said.')

const contact = z.object({
  phone: z.string().optional(),
  chat: z.string().optional(),
  email: z.string().optional(),
  page: z.string().optional(),
})

export function registerWho(server: McpServer, context: ToolContext): void {
  registerTool(server, context, {
    name: 'who_is_on_call',
    title: 'Who is on call',
    description:
      'Who is on call at an instant (now where nothing is said), until when, who is second, who is next, and how to reach them. It names nobody where the rota does not reach there. For what is ahead, use upcoming.',
    input: {
      rota: rotaInput,
      at: z
        .string()
        .trim()
        .max(100)
        .optional()
        .describe(
          'An instant, as 2026-01-05T08:00-05:00; without an offset it is in the zone of the rota, a date means noon.',
        ),
    },
    output: {
      rota: z.string(),
      timeZone: z.string(),
      at: z.string(),
      shift: shiftSchema.nullable().describe('null: nobody is on call then.'),
      until: z.string().nullable().describe('When that person hands over.'),
      next: shiftSchema.nullable(),
      second: z
        .object(shiftSpan)
        .nullable()
        .optional()
        .describe('Who is called when the first does not answer.'),
      published: z.boolean().describe('Whether the week was announced; else it may still move.'),
      unclear: z
        .string()
        .optional()
        .describe('Why it is not certain who is on call; only of a rota that is kept elsewhere.'),
      data: z.object({ from: z.string(), until: z.string() }).describe('The time that the rota covers.'),
      people: z
        .record(z.string(), z.object({ name: z.string(), contact: contact.optional() }))
        .describe('Whom the shifts name, by id; contacts of persons only where the site shows them.'),
      contact: contact.optional().describe('How to reach whoever is on call.'),
      url: z.string().describe('The calendar on the site.'),
    },
    rehearsal: { rota: undefined, at: undefined },
    run(served, { rota, at }, { source }) {
      const asked = rotaOf(served, rota)
      if (typeof asked === 'string') return refusal(asked)
      const instant = instantOf(at, asked.source.rota.timeZone, source.now())
      if (typeof instant === 'string') return refusal(instant)
      const standing = asked.standing(instant.at)
      const place = placeOf(served, asked, instant.at)
      const isShown = served.content.site?.data.personalContacts === 'show'
      const named = [standing.shift, standing.next, standing.second].flatMap((each) =>
        each ? [each.engineer] : [],
      )
      const people = Object.fromEntries(
        [...new Set(named)].map((id) => {
          const { name = id, contact: own } = served.facts.engineers.find(id)?.data ?? {}
          return [id, { name, ...(isShown && own && { contact: own }) }]
        }),
      )
      return answer(
        { ...standing, people, ...(place.contact && { contact: place.contact }), url: place.rotaUrl },
        toMarkdown(whoMessage(standing, place)),
      )
    },
  })
}
