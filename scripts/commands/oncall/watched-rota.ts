import type { Message } from '../../../src/calendar/chat/message.ts'
import type { Watched } from '../../../src/calendar/chat/reason-to-post.ts'
import { EXTERNAL_YEARS, externalSource } from '../../../src/calendar/external/standing.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import type { Context } from '../../lib/command-definition.ts'
import { agendaMessageOf, agendaOfExternal, agendaOfRota } from './agenda-of-rota.ts'
import { chatPlace } from './chat-place.ts'
import { readInstant } from './instant.ts'
import { findExternal } from './open-external.ts'
import { withRota } from './open-rota.ts'

/** What a message says ahead. */
export const DAYS = 7
/** The calendar of another tool does not say when its team begins a week. */
const EXTERNAL_MONDAY = '09:00'

/** A rota that a chat hears of. */
interface WatchedRota extends Watched {
  name: string
  /** ISO 8601 in the zone of the rota: what counts as now. */
  at: string
  message: Message
}

/**
 * The rota of that id, or the site's default rota, planned here or read out of the calendar of another tool.
 *
 * @param now what counts as now, as it was typed
 * @throws UsageError where there is no such rota, or its calendar does not lie in the content
 * @throws ContentError with every mistake of its files
 */
export function watchedRota(
  context: Context,
  named: string | undefined,
  now: string | undefined,
): WatchedRota {
  const external = findExternal(context, named)
  if (external) {
    const { id, name, calendar, content, place } = external
    const at = readInstant('--at', now, calendar.zone, context.now)
    const [year = 0] = EXTERNAL_YEARS
    return {
      name,
      at,
      timeZone: calendar.zone,
      handoffTime: EXTERNAL_MONDAY,
      shifts: externalSource(id, calendar).year(year).shifts,
      message: agendaMessageOf(content, agendaOfExternal(external, at, DAYS), place),
    }
  }
  return withRota(context, named, (rota) => {
    const { timeZone, handoffTime } = rota.calendar.rota
    const at = readInstant('--at', now, timeZone, context.now)
    const agenda = agendaOfRota(rota, at, DAYS, context.now)
    return {
      name: rota.name,
      at,
      timeZone,
      handoffTime,
      shifts: shownYears(rota.calendar, context.now).flatMap((year) => rota.calendar.year(year).shifts),
      message: agendaMessageOf(rota.content, agenda, chatPlace(rota, at)),
    }
  })
}
