import { z } from 'zod'
import { LEVELS, type CalendarYear } from '../oncall/index.ts'

/**
 * The JSON contract of a calendar year, `/oncall/<rota>/<year>.json`: the engine's output, and a promise
 * to its readers. The engine has the types alone (`oncall/contract.ts`), so that a browser loads no schema library for them.
 */

const date = z.iso.date()
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/, 'an instant with a numeric offset')
const count = z.int().nonnegative()
const namedDate = z.strictObject({ date, name: z.string() })
const engineer = z.string().describe('Who, by id.')

/** The stretch of time of a shift, and who holds it. */
export const shiftSpan = {
  start: instant.describe('When it begins.'),
  end: instant.describe('When it ends, not included.'),
  engineer: engineer.describe('Who is on call, by id.'),
}

/** A shift, as every file for programs writes it. */
export const shiftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shiftSpan,
    kind: z.literal('rotation').describe('Why: the plan, a cover, or an override.'),
  }),
  z.strictObject({
    ...shiftSpan,
    kind: z.literal('cover'),
    for: z.string().describe('Of a cover: who is covered, by id.'),
    reason: z.enum(['day off', 'absence']).describe('Of a cover: why. Of an override: what its file says.'),
  }),
  z.strictObject({
    ...shiftSpan,
    kind: z.literal('override'),
    reason: z.string().optional(),
    hours: z
      .literal(true)
      .optional()
      .describe('Of an override of hours: the duty day stays with who holds it.'),
  }),
])

const weekSchema = z.strictObject({
  start: date.describe('Its first duty day.'),
  engineer: engineer.describe('Whose week it is by plan, by id.'),
  plain: z.string().describe('Whose week it is in the undisturbed plan (R5.8), by id.'),
  published: z.boolean().describe('Whether it was announced: then it does not move.'),
  monthEnd: z
    .boolean()
    .optional()
    .describe('Whether it holds the end of a month; only with a month-end watch.'),
  holidays: z
    .array(
      z.strictObject({
        date: date.describe('The duty day.'),
        name: z.string().describe('Name of the holiday.'),
        engineer: engineer.describe('Who works on it, by id.'),
        weight: count.describe('How much it counts where the year is planned.'),
        observedFor: date.optional().describe('On a substitute day: the date that it stands for.'),
        credit: z
          .literal(false)
          .optional()
          .describe(
            'On the own date of a great holiday that has a substitute day: the latter earns the day off.',
          ),
      }),
    )
    .describe('Worked, by whoever holds the day.'),
})

const dayOffSchema = z.strictObject({
  engineer: engineer.describe('Who has the day off, by id.'),
  date: date.describe('The day off.'),
  cover: z.string().describe('Who covers it, by id.'),
  for: namedDate.describe('The holiday that it pays back.'),
})

const owedSchema = z.strictObject({
  engineer: engineer.describe('To whom a day off is owed, by id.'),
  for: namedDate.describe('The holiday that it will pay back.'),
})

const ledgerRowSchema = z.strictObject({
  engineer,
  weeks: count.describe('Weeks by plan.'),
  dutyDays: count.describe('Duty days held.'),
  holidays: count.describe('Holidays worked that earn a day off.'),
  weekendDays: count.describe('Saturdays and Sundays held.'),
  monthEndWeeks: count
    .optional()
    .describe('Weeks with the end of a month, by plan; only with a month-end watch.'),
  daysOff: count.describe('Days off taken.'),
  covers: count.describe('Days covered for others.'),
  owed: count.describe('Days off owed at the end of the year.'),
  repeats: count.describe('Holidays that they also held the last time.'),
  greatPairs: count.describe('Great holidays held soon after another one.'),
  balance: count.describe(
    'The weight of all holidays held since the rota began, by which the year is planned.',
  ),
})

const roundRobinRowSchema = z.strictObject({
  engineer,
  holidays: count.describe('Holidays that they would work in a plain rotation.'),
  repeats: count.describe('Of these, those that they would also have worked the last time.'),
})

/** Whatever it accepts is a `CalendarYear`: the type checker compares the two. */
export const calendarYearSchema: z.ZodType<CalendarYear> = z.strictObject({
  version: z.literal(1).describe('Of this form. It grows when a field changes its meaning or goes.'),
  rota: z.string().describe('Its id.'),
  year: z.int().describe('The year; its weeks may begin in the one before and end in the one after.'),
  timeZone: z.string().describe('The IANA zone of its handoffs.'),
  optimal: z.boolean().describe('Whether the plan is proved to be the best by every rule.'),
  proved: z.enum(LEVELS).describe('The last rule of the plan up to which no order is better.'),
  weeks: z.array(weekSchema).describe('In order.'),
  shifts: z
    .array(shiftSchema)
    .describe(
      'Contiguous and in order of time, over exactly the weeks of the year. Of a rota that is kept elsewhere: those that reach into the year, with a gap where its calendar does not name one person; it has no weeks.',
    ),
  seconds: z
    .array(z.strictObject(shiftSpan))
    .optional()
    .describe(
      'Who is called when the first does not answer; with gaps where nobody is. Absent without a second.',
    ),
  daysOff: z.array(dayOffSchema).describe('In order of date, then of engineer.'),
  owed: z.array(owedSchema).describe('Days off that found no place yet, in order of date, then of engineer.'),
  ledger: z.array(ledgerRowSchema).describe('What each engineer did in the year.'),
  roundRobin: z.array(roundRobinRowSchema).describe('What a plain rotation would have given them.'),
})
