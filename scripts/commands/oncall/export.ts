import { printableJson } from '../../../src/text/printable.ts'
import { DateTime } from 'luxon'
import { hoursCsv, hoursOf } from '../../../src/calendar/export/hours.ts'
import { opsgenieOverrides, pagerDutyOverrides } from '../../../src/calendar/export/pagers.ts'
import { shiftsCalendar, shiftsCsv, shiftsJson } from '../../../src/calendar/export/shift-files.ts'
import { shiftsIn, type ExportSource, type Period } from '../../../src/calendar/export/shifts.ts'
import { holidaysOf } from '../../../src/calendar/holidays-of.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { isPlanned } from '../../../src/content/model/collections.ts'
import { toId } from '../../../src/content/read/files.ts'
import { contentRevision } from '../../../src/content/read/revision.ts'
import { list, moment } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import { readDate } from '../../lib/command-arguments.ts'
import { CommandError, UsageError } from '../../lib/command-error.ts'
import { readFormat } from './formats.ts'
import { assertPlannable, withRota, type Rota } from './open-rota.ts'

const FORMATS = ['csv', 'ics', 'json', 'pagerduty', 'opsgenie', 'grafana', 'hours'] as const
type Format = (typeof FORMATS)[number]

/** Tools that know people by their login alone. */
const NEED_LOGINS: readonly Format[] = ['pagerduty', 'opsgenie', 'grafana']
/** Where `nightHours` says nothing. */
const NIGHT = { from: '22:00', to: '06:00' }

export const exportCommand = command({
  name: 'export',
  summary: 'the shifts for a pager, a calendar or a spreadsheet, and the hours for pay',
  usage: 'npm run oncall -- export [ROTA] --format NAME [--from DATE] [--to DATE]',
  about: `Prints the shifts of a period in the form that another tool takes: csv, ics, json; pagerduty and opsgenie (the bodies of
their override APIs), grafana (iCalendar whose events are called by logins). With hours it prints the hours of each
engineer by kind, for pay: each hour once. Both dates are included, in the zone of the rota. docs/export.md explains each.`,
  options: {
    format: { type: 'string', value: 'NAME', says: `${FORMATS.join(', ')}.` },
    from: { type: 'string', value: 'DATE', says: 'The first date; today where nothing is said.' },
    to: {
      type: 'string',
      value: 'DATE',
      says: 'The last date; the end of the plan where nothing is said. Hours need both dates.',
    },
  },
  maxWords: 1,
  exits: {
    0: 'printed',
    1: 'the plan does not cover the period, somebody has no login, or the content has a mistake',
    2: 'wrong usage',
  },
  example:
    'npm run --silent oncall -- export --format hours --from 2026-11-01 --to 2026-11-30 > november.csv',
  run({ values, words: [positional] }, context) {
    if (values.format === undefined)
      throw new UsageError('Which format?', `Say --format with one of ${FORMATS.join(', ')}.`)
    const format = readFormat(FORMATS, { format: values.format })
    if (format === 'hours' && (values.from === undefined || values.to === undefined))
      throw new UsageError(
        'Hours are those of a period.',
        'Say --from and --to, as --from 2026-11-01 --to 2026-11-30.',
      )
    return withRota(context, positional, (rota) => {
      const source = sourceOf(rota, values, context.now)
      if (NEED_LOGINS.includes(format)) assertLogins(source, format)
      context.out(print(format, rota, source))
      return 0
    })
  },
})

function sourceOf(rota: Rota, { from, to }: { from?: string; to?: string }, now: Date): ExportSource {
  const { timeZone, start } = rota.input
  const midnight = (date: string, days = 0) =>
    DateTime.fromISO(date, { zone: timeZone })
      .plus({ days })
      .startOf('day')
      .toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
  const years = shownYears(rota.calendar, now)
  const known = years.flatMap((year) => rota.calendar.year(year).shifts)
  const begin = known[0]?.start ?? ''
  const today = midnight(DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? start)
  const first = from === undefined ? undefined : midnight(readDate('--from', from))
  const period: Period = {
    from: first ?? (Date.parse(begin) > Date.parse(today) ? begin : today),
    until: to === undefined ? (known.at(-1)?.end ?? '') : midnight(readDate('--to', to), 1),
  }
  if (Date.parse(period.from) >= Date.parse(period.until))
    throw new UsageError(
      `The period ends before it begins: ${moment(period.from, timeZone)} to ${moment(period.until, timeZone)}.`,
      '--from and --to are both included.',
    )
  const last = Number(period.until.slice(0, 4))
  assertPlannable(rota.calendar, Math.max(last, rota.calendar.firstYear), now)
  const needed = Array.from(
    { length: Math.max(0, last + 1 - rota.calendar.firstYear) + 1 },
    (_, index) => rota.calendar.firstYear + index,
  )
  const shifts = shiftsIn(rota.calendar, needed, period)
  if (shifts === undefined)
    throw new CommandError(
      `The rota ${rota.input.id} does not cover all of ${moment(period.from, timeZone)} to ${moment(period.until, timeZone)}.`,
      `It starts on ${moment(begin, timeZone)}. Choose a period after that.`,
    )
  return {
    rota: rota.input.id,
    name: rota.name,
    timeZone,
    period,
    shifts,
    holder(id) {
      const { name = id, login } = rota.content.engineers.get(id)?.data ?? {}
      return { id, name, login }
    },
  }
}

/** @throws CommandError that names everybody whom the tool would not know */
function assertLogins({ shifts, holder }: ExportSource, format: Format): void {
  const without = [...new Set(shifts.map(({ engineer }) => engineer))].filter(
    (id) => holder(id).login === undefined,
  )
  if (without.length === 0) return
  throw new CommandError(
    `${list(without.map((id) => `engineers/${id}.yaml`))} ${without.length === 1 ? 'has' : 'have'} no login, by which ${format} knows people.`,
    format === 'pagerduty'
      ? 'Add `login` with the id of their user in PagerDuty, as PEYSGVA.'
      : 'Add `login` with their user name there.',
  )
}

function print(format: Format, rota: Rota, source: ExportSource): string {
  const calendar = (summary: Parameters<typeof shiftsCalendar>[1]) =>
    shiftsCalendar(
      source,
      summary,
      contentRevision(rota.content.root),
      toId(rota.content.site?.data.name ?? 'watchbook'),
    )
  switch (format) {
    case 'csv':
      return shiftsCsv(source)
    case 'ics':
      return calendar(({ name }) => `${name} on call`)
    case 'grafana':
      return calendar(({ login, name }) => login ?? name)
    case 'json':
      return printableJson(shiftsJson(source))
    case 'pagerduty':
      return printableJson(pagerDutyOverrides(source))
    case 'opsgenie':
      return printableJson(opsgenieOverrides(source))
    case 'hours':
      return hours(rota, source)
  }
}

function hours(rota: Rota, source: ExportSource): string {
  const { input, content } = rota
  const data = content.rotas.get(input.id)?.data
  const night = (data && isPlanned(data) ? data.nightHours : undefined) ?? NIGHT
  const years = [Number(source.period.from.slice(0, 4)), Number(source.period.until.slice(0, 4))]
  const calendars = new Map<string, ReadonlyMap<string, number>>()
  const weights = (code: string) => {
    const known =
      calendars.get(code) ??
      new Map(holidaysOf(input, code, years).map(({ date, weight }) => [date, weight] as const))
    calendars.set(code, known)
    return known
  }
  const rows = hoursOf(source, {
    night,
    holiday: (engineer, date) => weights(input.engineers[engineer]?.calendar ?? input.calendar).get(date),
  })
  return hoursCsv(rows, source.holder)
}
