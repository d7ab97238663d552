import type { APIRoute } from 'astro'
import { getCalendars } from '../../calendar/calendars.ts'
import { rotaFacts, type AnswerFacts } from '../../calendar/views/answer-facts.ts'
import { watchOf } from '../../calendar/views/watch-of.ts'
import { getContent } from '../../content/facts/entries.ts'
import { buildDate } from '../../site/build-date.ts'
import { links } from '../../site/site-links.ts'

/** What the search answers from by itself. */
export const GET: APIRoute = () => {
  const content = getContent()
  const { settings, runbooks, teams } = content
  const facts: AnswerFacts = {
    rotas: [...getCalendars().values()].map((calendar) =>
      rotaFacts(calendar, watchOf(calendar, content, buildDate), buildDate),
    ),
    slas: runbooks.all.flatMap(({ id, data: { title, sla } }) =>
      sla ? [{ title, href: `${links.runbook(id)}#sla-title`, summary: sla.summary }] : [],
    ),
    severities: settings.severities.map(({ id, name = id, summary = '', toConfirm }) => ({
      name,
      means: toConfirm === true ? `${summary} (To be confirmed by your team.)` : summary,
      class: settings.severityClass(id),
    })),
    links: {
      severities: links.severities,
      changes: links.changes,
      ...(teams.all.length > 0 && { teams: links.teams }),
      contributing: links.contributing,
    },
  }
  return new Response(JSON.stringify(facts), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
