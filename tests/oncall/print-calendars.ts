/**
 * Prints a line for each generated rota and for each calendar: a digest of its first year. Run by
 * `properties.test.ts` once for each value of TZ, which a process can only be started with.
 *
 *   node print-calendars.ts SEED COUNT
 */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import type { RotaInput } from '../../src/oncall/index.ts'
import { RotaError, createCalendar } from '../../src/oncall/index.ts'
import { CALENDARS, rotas } from './arbitrary-rota.ts'
import { rota } from './rota.ts'

function firstYear(input: RotaInput): string {
  try {
    const calendar = createCalendar(input, dateHolidays)
    return JSON.stringify([calendar.year(calendar.firstYear), calendar.days(calendar.firstYear)])
  } catch (error) {
    if (error instanceof RotaError) return error.message
    throw error
  }
}

const [seed = '1', count = '1'] = process.argv.slice(2)
const generated = fc.sample(rotas, { seed: Number(seed), numRuns: Number(count) })
const holidays = CALENDARS.map((calendar) =>
  rota({ rotation: 'a', calendar, holidayTypes: ['public', 'bank'] }),
)
for (const input of [...holidays, ...generated]) {
  const digest = createHash('sha256').update(firstYear(input)).digest('hex').slice(0, 16)
  process.stdout.write(`${input.calendar} ${input.start} ${input.rotation.join('')} ${digest}\n`)
}
