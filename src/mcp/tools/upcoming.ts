import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { agendaOf, type Agenda } from '../../calendar/agenda.ts'
import { agendaMessage } from '../../calendar/chat/agenda.ts'
import { toMarkdown } from '../../calendar/chat/message.ts'
import { answer, refusal } from '../answer.ts'
import type { ToolContext } from './context.ts'
import { registerTool } from './register.ts'
import { instantOf, placeOf, rotaOf } from './rota.ts'
import { rotaInput } from './who.ts'

const named = z.object({ date: z.string(), name: z.string() })

export function registerUpcoming(server: McpServer, context: ToolContext): void {
  registerTool(server, context, {
    name: 'upcoming',
    title: 'What is ahead',
    description:
      'What a rota has ahead: handoffs, days off and who covers them, holidays and who works on them, ends of months, and the pages whose review is due. For one instant, use who_is_on_call.',
    input: {
      rota: rotaInput,
      days: z.int().min(1).max(366).default(14).describe('How many days ahead.'),
      from: z.string().trim().max(100).optional().describe('From when on; now where nothing is said.'),
    },
    output: {
      rota: z.string(),
      timeZone: z.string(),
      from: z.string(),
      until: z.string(),
      handoffs: z.array(
        z.object({ at: z.string(), from: z.string().nullable(), to: z.string(), why: z.string().optional() }),
      ),
      daysOff: z.array(z.object({ date: z.string(), engineer: z.string(), cover: z.string(), for: named })),
      holidays: z.array(named.extend({ engineer: z.string() })),
      monthEnds: z
        .array(z.object({ from: z.string(), to: z.string(), engineers: z.array(z.string()) }))
        .optional()
        .describe('Only for a rota with a month-end watch.'),
      reviews: z
        .array(
          z.object({ title: z.string(), url: z.string(), owner: z.string().optional(), due: z.string() }),
        )
        .nullable()
        .describe('Pages whose review is due by then, those that are overdue too.'),
      dataEnd: z.string().optional().describe('Nobody is planned after this instant.'),
    },
    rehearsal: { rota: undefined, days: 14, from: undefined },
    run(served, { rota, days, from }, { source }) {
      const asked = rotaOf(served, rota)
      if (typeof asked === 'string') return refusal(asked)
      const instant = instantOf(from, asked.source.rota.timeZone, source.now())
      if (typeof instant === 'string') return refusal(instant)
      const reviews = served.pages.flatMap(({ title, url, owner, reviewDue }) =>
        reviewDue === undefined
          ? []
          : [{ title, url, ...(owner !== undefined && { owner }), due: reviewDue }],
      )
      const agenda = agendaOf(
        asked.source,
        instant.at,
        days,
        asked.years,
        reviews,
        asked.standing(instant.at),
      )
      const team = (id: string) => served.facts.teams.find(id)?.data.name ?? id
      return answer(
        withoutNow(agenda),
        toMarkdown(agendaMessage(agenda, placeOf(served, asked, instant.at), team)),
      )
    },
  })
}

/** Who is on call at the moment is the answer of another tool. */
function withoutNow(agenda: Agenda): Record<string, unknown> {
  return Object.fromEntries(Object.entries(agenda).filter(([name]) => name !== 'now'))
}
