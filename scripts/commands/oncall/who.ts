import { printableJson } from '../../../src/text/printable.ts'
import { DateTime } from 'luxon'
import { toMarkdown, toSlack } from '../../../src/calendar/chat/message.ts'
import { whoMessage, whoTopic } from '../../../src/calendar/chat/who.ts'
import { whyText } from '../../../src/calendar/describe-day.ts'
import { standingAt, type Standing } from '../../../src/calendar/standing.ts'
import { moment, shortMoment } from '../../../src/text/wording.ts'
import { table } from '../../../src/text/table.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { command } from '../../lib/command.ts'
import type { Context } from '../../lib/command-definition.ts'
import { chatPlace } from './chat-place.ts'
import { ANSWER_EXITS, ANSWER_FORMATS, answerOptions, readFormat } from './formats.ts'
import { readInstant } from './instant.ts'
import { withRota, type Rota } from './open-rota.ts'

export const who = command({
  name: 'who',
  summary: 'who is on call, until when, and who is next',
  usage: 'npm run oncall -- who [ROTA] [--at INSTANT] [--format NAME]',
  about:
    "Answers who is on call, until when, and who is next. ROTA is a file name in rotas/ without its ending; the site's default rota where nothing is said.",
  options: {
    at: {
      type: 'string',
      value: 'INSTANT',
      says: "2026-01-05T08:00-05:00. Without an offset it is time in the rota's zone; a date alone means noon of that day. Now where nothing is said.",
    },
    ...answerOptions,
  },
  maxWords: 1,
  exits: ANSWER_EXITS,
  example: 'npm run oncall -- who --at 2026-12-25',
  run({ values, words: [positional] }, context) {
    const format = readFormat(ANSWER_FORMATS, values)
    return withRota(context, positional, (rota) => {
      const at = readInstant('--at', values.at, rota.input.timeZone, context.now)
      const found = standingAt(rota.calendar, at, shownYears(rota.calendar, context.now))
      const place = chatPlace(rota, found.at)
      const print: Record<(typeof ANSWER_FORMATS)[number], () => string> = {
        text: () => describe(found, rota, values.at !== undefined, context),
        json: () => printableJson(found),
        slack: () => printableJson(toSlack(whoMessage(found, place))),
        markdown: () => toMarkdown(whoMessage(found, place)),
        topic: () => whoTopic(found, place),
      }
      context.out(print[format]())
      return found.shift ? 0 : 1
    })
  },
})

function describe(found: Standing, rota: Rota, isAsked: boolean, { zone }: Context): string {
  const { shift, until, next, second, data, timeZone } = found
  const name = (id: string) => rota.input.engineers[id]?.name ?? id
  const here = (instant: string) => `${moment(instant, timeZone)} ${abbreviation(instant, timeZone)}`
  const there = (instant: string) =>
    zone === timeZone
      ? ''
      : `${moment(instant, zone)} ${abbreviation(instant, zone)} (${zone === abbreviation(instant, zone) ? 'your zone' : `your zone, ${zone}`})`
  const heading = isAsked ? `${rota.name}, ${here(found.at)}` : rota.name
  if (!shift) {
    const why =
      Date.parse(found.at) < Date.parse(data.from)
        ? `The rota starts on ${here(data.from)} (${timeZone}): nobody is on call before.`
        : `No rota after ${here(data.until)} (${timeZone}): nobody is planned that far ahead.`
    return `${heading}\n  ${why}`
  }
  const rows = [
    ['on call', name(shift.engineer) + whyText(shift, name)],
    ['until', until ? `${here(until)} (${timeZone})` : ''],
    ['', until ? there(until) : ''],
    ['second', second === undefined ? '' : second ? name(second.engineer) : 'nobody at this time'],
    [
      'next',
      next
        ? `${name(next.engineer)}${whyText(next, name)}, until ${shortMoment(next.end, timeZone)}`
        : `no rota after ${here(data.until)}`,
    ],
    ['week', found.published ? 'published: it does not move' : 'planned: it may still move'],
  ]
  return `${heading}\n${table(rows.filter(([, text]) => text !== '').map(([label = '', text = '']) => [`  ${label}`, text]))}`
}

function abbreviation(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('ZZZZ')
}
