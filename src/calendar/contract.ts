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

const shiftSpan = { start: instant, end: instant, engineer: z.string() }

const shiftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...shiftSpan, kind: z.literal('rotation') }),
  z.strictObject({
    ...shiftSpan,
    kind: z.literal('cover'),
    for: z.string(),
    reason: z.enum(['day off', 'absence']),
  }),
  z.strictObject({
    ...shiftSpan,
    kind: z.literal('override'),
    reason: z.string().optional(),
    hours: z.literal(true).optional(),
  }),
])

const weekSchema = z.strictObject({
  start: date,
  engineer: z.string(),
  /** Whose week it is in the undisturbed plan (R5.8). */
  plain: z.string(),
  published: z.boolean(),
  /** Only where the rota carries a month-end watch, as `monthEndWeeks`. */
  monthEnd: z.boolean().optional(),
  /** Worked, by whoever holds the day. */
  holidays: z.array(
    z.strictObject({
      date,
      name: z.string(),
      engineer: z.string(),
      weight: count,
      /** On a substitute day: the date that it stands for. */
      observedFor: date.optional(),
      /** On the own date of a great holiday that has a substitute day: the latter earns the credit. */
      credit: z.literal(false).optional(),
    }),
  ),
})

const dayOffSchema = z.strictObject({ engineer: z.string(), date, cover: z.string(), for: namedDate })

const owedSchema = z.strictObject({ engineer: z.string(), for: namedDate })

const ledgerRowSchema = z.strictObject({
  engineer: z.string(),
  weeks: count,
  dutyDays: count,
  holidays: count,
  weekendDays: count,
  monthEndWeeks: count.optional(),
  daysOff: count,
  covers: count,
  owed: count,
  repeats: count,
  greatPairs: count,
  balance: count,
})

const roundRobinRowSchema = z.strictObject({ engineer: z.string(), holidays: count, repeats: count })

/** Whatever it accepts is a `CalendarYear`: the type checker compares the two. */
export const calendarYearSchema: z.ZodType<CalendarYear> = z.strictObject({
  version: z.literal(1),
  rota: z.string(),
  year: z.int(),
  timeZone: z.string(),
  /** Whether the year's plan was proved to be the least of R5. */
  optimal: z.boolean(),
  /** The last level of R5 up to which no order is better. */
  proved: z.enum(LEVELS),
  weeks: z.array(weekSchema),
  shifts: z.array(shiftSchema),
  /** R12; only where the rota has a second. */
  seconds: z.array(z.strictObject(shiftSpan)).optional(),
  daysOff: z.array(dayOffSchema),
  owed: z.array(owedSchema),
  ledger: z.array(ledgerRowSchema),
  roundRobin: z.array(roundRobinRowSchema),
})
