import { agendaOf, type Agenda, type DueReview } from '../../../src/calendar/agenda.ts'
import { agendaMessage } from '../../../src/calendar/chat/agenda.ts'
import type { Message } from '../../../src/calendar/chat/message.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { listPages } from '../../../src/content/facts/pages.ts'
import { ADDRESS } from '../../../src/site/address.ts'
import { createLinks } from '../../../src/site/links.ts'
import { siteAddresses } from './chat-place.ts'
import type { ChatPlace } from '../../../src/calendar/chat/place.ts'
import { EXTERNAL_YEARS, externalSource, externalStanding } from '../../../src/calendar/external/standing.ts'
import type { Content } from '../../../src/content/read/load.ts'
import type { External } from './open-external.ts'
import type { Rota } from './open-rota.ts'

/**
 * What a rota has ahead, with the reviews that are due; without them where the pages have mistakes, for who is on call must
 * be known all the same.
 */
export function agendaOfRota(rota: Rota, at: string, days: number, now: Date): Agenda {
  const years = shownYears(rota.calendar, now)
  return agendaOf(rota.calendar, at, days, years, reviewsOf(rota.content))
}

/** The same of a rota that is kept elsewhere: its calendar says who is on call, and knows no days off and no holidays. */
export function agendaOfExternal({ id, calendar, content }: External, at: string, days: number): Agenda {
  const now = externalStanding(id, calendar, at)
  return agendaOf(externalSource(id, calendar), at, days, EXTERNAL_YEARS, reviewsOf(content), now)
}

/** The agenda as a message for a chat. */
export function agendaMessageOf({ teams }: Content, agenda: Agenda, place: ChatPlace): Message {
  return agendaMessage(agenda, place, (id) => teams.get(id)?.data.name ?? id)
}

/** The pages with a date of review; `null` where they have mistakes that leave nothing to go on. */
function reviewsOf(content: Content): DueReview[] | null {
  const site = siteAddresses()
  try {
    return listPages(factsOf(content), createLinks(ADDRESS.base).entry).flatMap(
      ({ title, url, owner, reviewDue }) =>
        reviewDue === undefined
          ? []
          : [
              {
                title,
                url: site ? site.absolute(url) : url,
                ...(owner !== undefined && { owner }),
                due: reviewDue,
              },
            ],
    )
  } catch {
    // A reference that leads nowhere: the check names it, and who is on call is known all the same.
    return null
  }
}
