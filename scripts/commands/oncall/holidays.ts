import { holidaysReport, type CalendarReport } from '../../../src/calendar/holidays-report.ts'
import { holidayNote } from '../../../src/calendar/views/holiday-notes.ts'
import { currentYear } from '../../../src/calendar/years.ts'
import { printableJson } from '../../../src/text/printable.ts'
import { table } from '../../../src/text/table.ts'
import { count, list, shortDay } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import { UsageError } from '../../lib/command-error.ts'
import { assertPlannable, withRota, type Rota } from './open-rota.ts'
import { readYear } from './year.ts'

export const holidays = command({
  name: 'holidays',
  summary: 'which holidays count for whom, and what was left out and why',
  usage: 'npm run oncall -- holidays [ROTA] [--year YEAR] [--calendar CODE] [--json]',
  about: `Prints the holidays of each calendar of a rota, with weights, substitute days and what the team added; then what the
calendar has and the rota leaves out, with the reason. Compare it with the official list of your country.`,
  options: {
    year: { type: 'string', value: 'YEAR', says: 'The year of this week where nothing is said.' },
    calendar: { type: 'string', value: 'CODE', says: 'Only this calendar of the rota, as US or DE-BY.' },
    json: { type: 'boolean', says: 'The same as JSON.' },
  },
  maxWords: 1,
  exits: { 0: 'printed', 1: 'the content has a mistake', 2: 'wrong usage' },
  example: 'npm run oncall -- holidays --year 2027',
  run({ values, words: [positional] }, context) {
    const asked = values.year === undefined ? undefined : readYear(values.year)
    return withRota(context, positional, (rota) => {
      const year = asked ?? currentYear(rota.calendar, context.now)
      assertPlannable(rota.calendar, year, context.now)
      const all = holidaysReport(rota.input, rota.input.rotation, year)
      const shown =
        values.calendar === undefined ? all : all.filter((each) => each.calendar === values.calendar)
      if (shown.length === 0) {
        throw new UsageError(
          `Nobody in ${rota.input.id} has the calendar "${values.calendar ?? ''}".`,
          `Known: ${all.map((each) => each.calendar).join(', ')}.`,
        )
      }
      context.out(
        values.json
          ? printableJson({ version: 1, rota: rota.input.id, year, calendars: shown })
          : shown.map((each) => describe(rota, each, year)).join('\n\n'),
      )
      return 0
    })
  },
})

function describe(rota: Rota, report: CalendarReport, year: number): string {
  const name = (id: string) => rota.input.engineers[id]?.name ?? id
  const whose = report.engineers.length === 0 ? 'nobody at present' : list(report.engineers.map(name))
  const rows = report.holidays.map((holiday) => [shortDay(holiday.date), holiday.name, holidayNote(holiday)])
  return [
    `${report.title}, ${String(year)}: ${count(report.days, 'day')}, for ${whose}`,
    ...(report.gap === undefined ? [] : [report.gap]),
    rows.length === 0 ? 'No holiday counts.' : table(rows),
    ...(report.leftOut.length === 0
      ? []
      : [
          '',
          'Left out:',
          table(report.leftOut.map(({ date, name: title, why }) => [shortDay(date), title, why])),
        ]),
  ].join('\n')
}
