import type { CalendarYear, DutyDay, RotaCalendar, YearExplanation } from '../../../src/oncall/index.ts'
import { count, day, list, plusDays, shortDay } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import { fairnessReport, proofText } from '../../../src/calendar/views/fairness.ts'
import type { OrderChange } from '../../../src/calendar/views/order-changes.ts'
import { movedTurns, orderChanges } from '../../../src/calendar/views/order-changes.ts'
import { describeDay, reasonOf } from '../../../src/calendar/describe-day.ts'
import { table } from '../../../src/text/table.ts'
import { currentYear } from '../../../src/calendar/years.ts'
import { assertPlannable, withRota, type Rota } from './open-rota.ts'
import { readYear } from './year.ts'

export const plan = command({
  name: 'plan',
  summary: "a year's calendar and its fairness ledger",
  usage: 'npm run oncall -- plan [ROTA] [--year YEAR] [--json]',
  about:
    "Prints a year's calendar: weeks, holidays, days off, covers, what was moved, and the fairness ledger. ROTA is a file name in rotas/ without its ending; the site's default rota where nothing is said.",
  options: {
    year: { type: 'string', value: 'YEAR', says: 'The year of this week where nothing is said.' },
    json: {
      type: 'boolean',
      says: 'The JSON of /oncall/<rota>/<year>.json and nothing else (with npm run --silent, so that npm prints nothing of its own).',
    },
  },
  maxWords: 1,
  exits: { 0: 'printed', 1: 'the content has a mistake', 2: 'wrong usage' },
  example: 'npm run --silent oncall -- plan --year 2027 --json',
  run({ values, words: [positional] }, context) {
    const asked = values.year === undefined ? undefined : readYear(values.year)
    return withRota(context, positional, (rota) => {
      const year = asked ?? currentYear(rota.calendar, context.now)
      assertPlannable(rota.calendar, year, context.now)
      const calendar = rota.calendar.year(year)
      context.out(values.json ? JSON.stringify(calendar, null, 2) : describe(rota, calendar))
      return 0
    })
  },
})

function describe(rota: Rota, year: CalendarYear): string {
  const calendar = rota.calendar
  const name = (id: string) => rota.input.engineers[id]?.name ?? id
  const explanation = calendar.explain(year.year)
  return [
    heading(rota, year),
    [proofText(year, explanation.proved), movedText(explanation)].filter((text) => text !== '').join(' '),
    publication(year, explanation),
    '',
    table(weekRows(calendar, year, name), [0]),
    '',
    table(ledgerRows(year, name), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    '',
    ...owedLines(year, name),
    'In brackets: what the rotation in its plain order would give. Balance: holidays since the rota began.',
    '',
    ...fairnessLines(calendar, year.year, name),
  ].join('\n')
}

function heading(rota: Rota, { weeks, year, timeZone }: CalendarYear): string {
  const first = weeks[0]?.start ?? ''
  return `${rota.name}, ${String(year)}: ${count(weeks.length, 'week')} from ${day(first)}, handoff ${rota.input.handoffTime} ${timeZone}`
}

function movedText({ moved }: YearExplanation): string {
  return moved.length === 0
    ? ''
    : `${count(moved.length, 'turn')} moved for leave, overrides or published weeks.`
}

/** Page and command say the same: what is not even first, then why the turns come in this order. */
function fairnessLines(calendar: RotaCalendar, year: number, name: (id: string) => string): string[] {
  const report = fairnessReport(calendar, year, name)
  const explanation = calendar.explain(year)
  const changes = (title: string, found: readonly OrderChange[], than: string) =>
    found.length === 0
      ? []
      : [
          title,
          ...found.map(
            ({ start, order, expected, why }) =>
              `  From ${shortDay(start)}: ${order.map(name).join(', ')} ${than} ${expected.map(name).join(', ')}. ${why}`,
          ),
        ]
  const uneven =
    report.uneven.length === 0
      ? [report.calm]
      : ['What is not even:', ...report.uneven.map((sentence) => `  ${sentence}`)]
  return [
    ...uneven,
    ...report.limits,
    ...(report.even === '' ? [] : [report.even]),
    report.plain,
    '',
    ...changes('The order of the turns changes:', orderChanges(explanation, name), 'after'),
    ...changes(
      'Leave, overrides or announced weeks change the plan:',
      movedTurns(explanation, name),
      'instead of',
    ),
  ]
}

function publication({ weeks }: CalendarYear, { publishedThrough }: YearExplanation): string {
  const published = weeks.filter((week) => week.published).length
  if (publishedThrough === undefined || published === 0)
    return 'Nothing of it is published: every week may still move.'
  if (published === weeks.length) return 'All of it is published: no week moves.'
  return `Published through ${day(publishedThrough)} (*): those weeks do not move; the others may.`
}

function weekRows(
  calendar: RotaCalendar,
  { year, weeks }: CalendarYear,
  name: (id: string) => string,
): string[][] {
  const days = calendar.days(year)
  return weeks.map((week, index) => [
    String(index + 1),
    `${shortDay(week.start)} – ${shortDay(plusDays(week.start, 6))}`,
    `${name(week.engineer)}${week.published ? ' *' : ''}`,
    notes(
      days.filter((each) => each.week === index),
      week,
      name,
    ).join('; '),
  ])
}

function notes(
  days: readonly DutyDay[],
  week: CalendarYear['weeks'][number],
  name: (id: string) => string,
): string[] {
  const holidays = week.holidays.map(({ date, name: holiday, engineer }) =>
    engineer === week.engineer
      ? `${holiday} (${shortDay(date)})`
      : `${holiday} (${shortDay(date)}, ${name(engineer)})`,
  )
  const held = days.flatMap((each) => {
    const { off, instead } = describeDay(each)
    if (!instead) return []
    const [date, who] = [shortDay(each.date), name(instead.engineer)]
    if (instead.by === 'override' || !off) return [`${date}: ${who} (${reasonOf(instead)})`]
    return off.why === 'day off'
      ? [`day off ${date} for ${off.holiday.name}: ${who} covers`]
      : [`away ${date}: ${who} covers`]
  })
  const moved = week.engineer === week.plain ? [] : [`moved: was ${name(week.plain)}`]
  return [...moved, ...holidays, ...held]
}

function ledgerRows(year: CalendarYear, name: (id: string) => string): string[][] {
  // Without a month-end watch, nothing speaks of month-ends (R10).
  const hasMonthEnds = year.ledger.some(({ monthEndWeeks }) => monthEndWeeks !== undefined)
  const head = [
    '',
    'weeks',
    'days',
    'holidays',
    'repeats',
    'days off',
    'owed',
    'covers',
    'weekend days',
    ...(hasMonthEnds ? ['month-ends'] : []),
    'balance',
  ]
  const rows = year.ledger.map((row) => {
    const plain = year.roundRobin.find(({ engineer }) => engineer === row.engineer)
    const withPlain = (ours: number, theirs: number | undefined) =>
      theirs === undefined ? String(ours) : `${String(ours)} (${String(theirs)})`
    return [
      name(row.engineer),
      String(row.weeks),
      String(row.dutyDays),
      withPlain(row.holidays, plain?.holidays),
      withPlain(row.repeats, plain?.repeats),
      ...[row.daysOff, row.owed, row.covers, row.weekendDays].map(String),
      ...(hasMonthEnds ? [String(row.monthEndWeeks ?? 0)] : []),
      String(row.balance),
    ]
  })
  return [head, ...rows]
}

function owedLines({ owed }: CalendarYear, name: (id: string) => string): string[] {
  if (owed.length === 0) return []
  const each = owed.map(
    ({ engineer, for: holiday }) => `${name(engineer)} for ${holiday.name} (${shortDay(holiday.date)})`,
  )
  return [`Owed when the year ends: ${list(each)}.`]
}
