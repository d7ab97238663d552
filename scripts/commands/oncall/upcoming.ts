import { printableJson } from '../../../src/text/printable.ts'
import { toMarkdown, toSlack, toText } from '../../../src/calendar/chat/message.ts'
import { whoTopic } from '../../../src/calendar/chat/who.ts'
import type { Agenda } from '../../../src/calendar/agenda.ts'
import type { ChatPlace } from '../../../src/calendar/chat/place.ts'
import type { Content } from '../../../src/content/read/load.ts'
import type { ExitCode } from '../../lib/command-definition.ts'
import { UsageError } from '../../lib/command-error.ts'
import { command } from '../../lib/command.ts'
import { agendaMessageOf, agendaOfExternal, agendaOfRota } from './agenda-of-rota.ts'
import { chatPlace } from './chat-place.ts'
import { ANSWER_EXITS, ANSWER_FORMATS, answerOptions, readFormat } from './formats.ts'
import { readInstant } from './instant.ts'
import { findExternal } from './open-external.ts'
import { withRota } from './open-rota.ts'

const DAYS = 7
/** Further ahead, nobody reads it line by line: the page of the year shows more. */
const MAX_DAYS = 366

export const upcoming = command({
  name: 'upcoming',
  summary: 'what a rota has ahead: handoffs, days off, holidays, month-end, reviews',
  usage: 'npm run oncall -- upcoming [ROTA] [--days N] [--at INSTANT] [--format NAME]',
  about: `Says who is on call and who is second, and what the next days bring: handoffs, days off and who covers them, holidays
and who works on them, the end of the month, and the pages whose review is due.`,
  options: {
    days: { type: 'string', value: 'N', says: `How many days ahead; ${String(DAYS)} where nothing is said.` },
    at: {
      type: 'string',
      value: 'INSTANT',
      says: "From when on. Without an offset it is time in the rota's zone; now where nothing is said.",
    },
    ...answerOptions,
  },
  maxWords: 1,
  exits: ANSWER_EXITS,
  example: 'npm run oncall -- upcoming --days 14 --format markdown',
  run({ values, words: [positional] }, context) {
    const format = readFormat(ANSWER_FORMATS, values)
    const days = readDays(values.days)
    const external = findExternal(context, positional)
    if (external) {
      const at = readInstant('--at', values.at, external.calendar.zone, context.now)
      return answer(agendaOfExternal(external, at, days), external.content, external.place)
    }
    return withRota(context, positional, (rota) => {
      const at = readInstant('--at', values.at, rota.input.timeZone, context.now)
      return answer(agendaOfRota(rota, at, days, context.now), rota.content, chatPlace(rota, at))
    })

    function answer(agenda: Agenda, content: Content, place: ChatPlace): ExitCode {
      const message = agendaMessageOf(content, agenda, place)
      const print: Record<(typeof ANSWER_FORMATS)[number], () => string> = {
        text: () => toText(message),
        json: () => printableJson(agenda),
        slack: () => printableJson(toSlack(message)),
        markdown: () => toMarkdown(message),
        topic: () => whoTopic(agenda.now, place),
      }
      context.out(print[format]())
      return agenda.now.shift ? 0 : 1
    }
  },
})

function readDays(text: string | undefined): number {
  const days = text === undefined ? DAYS : Number(text)
  if (!/^\d+$/.test(text ?? '7') || days < 1 || days > MAX_DAYS)
    throw new UsageError(`--days takes a number from 1 to ${String(MAX_DAYS)}; got "${text ?? ''}".`)
  return days
}
