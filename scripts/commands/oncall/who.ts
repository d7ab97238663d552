import { DateTime } from 'luxon'
import type { RotaCalendar, Shift } from '../../../src/oncall/index.ts'
import { moment, shortMoment } from '../../../src/text/wording.ts'
import { UsageError, command, type Context } from '../../lib/command.ts'
import { table } from '../../../src/text/table.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { withRota, type Rota } from './open-rota.ts'

/** Who holds the pager at an instant, as far as the calendar is known. */
export interface Answer {
  rota: string
  timeZone: string
  at: string
  /** `null` before the rota starts and after its data end. */
  shift: Shift | null
  /** When that person hands over, were it after several shifts. */
  until: string | null
  /** The next person's first shift; `null` where the data end first. */
  next: Shift | null
  /** Whether the week was announced; a week that was not may still move. */
  published: boolean
  data: { from: string; until: string }
}

export const who = command({
  name: 'who',
  summary: 'who is on call, until when, and who is next',
  usage: 'npm run oncall -- who [ROTA] [--at INSTANT] [--json]',
  about:
    "Answers who is on call, until when, and who is next. ROTA is a file name in rotas/ without its ending; the site's default rota where nothing is said.",
  options: {
    at: {
      type: 'string',
      value: 'INSTANT',
      says: "2026-01-05T08:00-05:00. Without an offset it is time in the rota's zone; a date alone means noon of that day. Now where nothing is said.",
    },
    json: { type: 'boolean', says: 'The same as JSON, and nothing else.' },
  },
  maxWords: 1,
  exits: {
    0: 'somebody is on call',
    1: 'nobody is (the calendar does not reach there), or the content has a mistake',
    2: 'wrong usage',
  },
  example: 'npm run oncall -- who --at 2026-12-25',
  run({ values, words: [positional] }, context) {
    return withRota(context, positional, (rota) => {
      const at = readInstant(values.at, rota.input.timeZone, context.now)
      const found = answer(rota.calendar, at, shownYears(rota.calendar, context.now))
      const isAsked = values.at !== undefined
      context.out(values.json ? JSON.stringify(found, null, 2) : describe(found, rota, isAsked, context))
      return found.shift ? 0 : 1
    })
  },
})

function readInstant(text: string | undefined, zone: string, now: Date): DateTime {
  const at =
    text === undefined
      ? DateTime.fromJSDate(now, { zone })
      : DateTime.fromISO(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00` : text, { zone })
  const isDated = text === undefined || /^\d{4}-\d\d-\d\d(T|$)/.test(text)
  if (at.isValid && isDated) return at
  throw new UsageError(`--at takes an instant, as 2026-01-05T08:00-05:00; got "${text ?? ''}".`)
}

function answer(calendar: RotaCalendar, at: DateTime, years: readonly number[]): Answer {
  const shifts = years.flatMap((year) => calendar.year(year).shifts)
  const time = at.toMillis()
  const index = shifts.findIndex(({ start, end }) => Date.parse(start) <= time && time < Date.parse(end))
  const shift = shifts[index] ?? null
  const later = shift ? shifts.slice(index + 1) : shifts.filter(({ start }) => Date.parse(start) > time)
  const next = later.find((each) => each.engineer !== shift?.engineer) ?? null
  const dataEnd = shifts.at(-1)?.end ?? ''
  return {
    rota: calendar.rota.id,
    timeZone: calendar.rota.timeZone,
    at: at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
    shift,
    until: shift && (next?.start ?? dataEnd),
    next,
    published: isPublished(calendar, years, time),
    data: { from: shifts[0]?.start ?? '', until: dataEnd },
  }
}

function isPublished(calendar: RotaCalendar, years: readonly number[], time: number): boolean {
  return years.some((year) => {
    const day = calendar
      .days(year)
      .find(({ start, end }) => Date.parse(start) <= time && time < Date.parse(end))
    return day !== undefined && calendar.year(year).weeks[day.week]?.published === true
  })
}

function describe(found: Answer, rota: Rota, isAsked: boolean, { zone }: Context): string {
  const { shift, until, next, data, timeZone } = found
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
    ['on call', name(shift.engineer) + why(shift, name)],
    ['until', until ? `${here(until)} (${timeZone})` : ''],
    ['', until ? there(until) : ''],
    [
      'next',
      next
        ? `${name(next.engineer)}${why(next, name)}, until ${shortMoment(next.end, timeZone)}`
        : `no rota after ${here(data.until)}`,
    ],
    ['week', found.published ? 'published: it does not move' : 'planned: it may still move'],
  ]
  return `${heading}\n${table(rows.filter(([, text]) => text !== '').map(([label = '', text = '']) => [`  ${label}`, text]))}`
}

function why(shift: Shift, name: (id: string) => string): string {
  if (shift.kind === 'cover') return `, covering ${name(shift.for)} (${shift.reason})`
  return shift.kind === 'override' ? ` (${shift.reason ?? 'override'})` : ''
}

function abbreviation(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('ZZZZ')
}
