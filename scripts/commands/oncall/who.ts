import { printableJson } from '../../../src/text/printable.ts'
import { DateTime } from 'luxon'
import type { Shift } from '../../../src/oncall/index.ts'
import { toMarkdown, toSlack } from '../../../src/calendar/chat/message.ts'
import { whoMessage, whoTopic } from '../../../src/calendar/chat/who.ts'
import { whyText } from '../../../src/calendar/describe-day.ts'
import { standingAt, type Standing } from '../../../src/calendar/standing.ts'
import { moment, shortMoment } from '../../../src/text/wording.ts'
import { table } from '../../../src/text/table.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import type { Context, ExitCode } from '../../lib/command-definition.ts'
import { command } from '../../lib/command.ts'
import { chatPlace } from './chat-place.ts'
import { ANSWER_EXITS, ANSWER_FORMATS, answerOptions, readFormat } from './formats.ts'
import { readInstant } from './instant.ts'
import { externalStanding } from '../../../src/calendar/external/standing.ts'
import type { ChatPlace } from '../../../src/calendar/chat/place.ts'
import { findExternal } from './open-external.ts'
import { withRota } from './open-rota.ts'

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
    const external = findExternal(context, positional)
    if (external) {
      const { id, calendar, name, person, page, place } = external
      const at = readInstant('--at', values.at, calendar.zone, context.now)
      const found = externalStanding(id, calendar, at)
      const source = `${calendar.file}, of a rota that is kept elsewhere: ${page}`
      return answer(found, place, { name, person, source }, values.at !== undefined)
    }
    return withRota(context, positional, (rota) => {
      const at = readInstant('--at', values.at, rota.input.timeZone, context.now)
      const found = standingAt(rota.calendar, at, shownYears(rota.calendar, context.now))
      const person = (id: string) => rota.input.engineers[id]?.name ?? id
      return answer(found, chatPlace(rota, found.at), { name: rota.name, person }, values.at !== undefined)
    })

    function answer(found: Standing, place: ChatPlace, names: Names, isAsked: boolean): ExitCode {
      const print: Record<(typeof ANSWER_FORMATS)[number], () => string> = {
        text: () => describe(found, names, isAsked, context),
        json: () => printableJson(found),
        slack: () => printableJson(toSlack(whoMessage(found, place))),
        markdown: () => toMarkdown(whoMessage(found, place)),
        topic: () => whoTopic(found, place),
      }
      context.out(print[format]())
      return found.shift ? 0 : 1
    }
  },
})

interface Names {
  /** Of the rota. */
  name: string
  person: (id: string) => string
  /** Where its shifts come from, where that is not this content. */
  source?: string
}

function describe(
  found: Standing,
  { name: rota, person: name, source }: Names,
  isAsked: boolean,
  { zone }: Context,
): string {
  const { shift, until, next, second, data, timeZone, unclear } = found
  const here = (instant: string) => `${moment(instant, timeZone)} ${abbreviation(instant, timeZone)}`
  const there = (instant: string) =>
    zone === timeZone
      ? ''
      : `${moment(instant, zone)} ${abbreviation(instant, zone)} (${zone === abbreviation(instant, zone) ? 'your zone' : `your zone, ${zone}`})`
  const heading = isAsked ? `${rota}, ${here(found.at)}` : rota
  if (!shift) {
    const why =
      unclear ??
      (data.from === ''
        ? 'The rota has no shifts: nobody is on call.'
        : Date.parse(found.at) < Date.parse(data.from)
          ? `The rota starts on ${here(data.from)} (${timeZone}): nobody is on call before.`
          : `No rota after ${here(data.until)} (${timeZone}): nobody is planned that far ahead.`)
    const where = source === undefined ? '' : `\n  It is read from ${source}`
    return `${heading}\n  ${why}${where}`
  }
  const rows = [
    ['on call', name(shift.engineer) + whyText(shift, name)],
    ['until', until ? `${here(until)} (${timeZone})` : ''],
    ['', until ? there(until) : ''],
    ['second', second === undefined ? '' : second ? name(second.engineer) : 'nobody at this time'],
    ['next', next ? nextText(next, until ?? '', name, timeZone) : endText(found, here)],
    source === undefined
      ? ['week', found.published ? 'published: it does not move' : 'planned: it may still move']
      : ['from', source],
  ]
  return `${heading}\n${table(rows.filter(([, text]) => text !== '').map(([label = '', text = '']) => [`  ${label}`, text]))}`
}

/** The calendar of another tool can have a gap, or a time that is not certain, before the next shift. */
function nextText(next: Shift, until: string, name: (id: string) => string, zone: string): string {
  const from = Date.parse(next.start) === Date.parse(until) ? '' : `, from ${shortMoment(next.start, zone)}`
  return `${name(next.engineer)}${whyText(next, name)}${from}, until ${shortMoment(next.end, zone)}`
}

function endText({ until, data }: Standing, here: (instant: string) => string): string {
  return Date.parse(until ?? '') === Date.parse(data.until)
    ? `no rota after ${here(data.until)}`
    : `not certain after ${here(until ?? '')}`
}

function abbreviation(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('ZZZZ')
}
