import { z } from 'zod'
import type { CalendarYear } from '../oncall/index.ts'

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
  z.strictObject({ ...shiftSpan, kind: z.literal('override'), reason: z.string().optional() }),
])

const weekSchema = z.strictObject({
  start: date,
  engineer: z.string(),
  /** Whose week it is in the undisturbed plan (R5.6). */
  plain: z.string(),
  published: z.boolean(),
  monthEnd: z.boolean(),
  /** Worked, by whoever holds the day. */
  holidays: z.array(z.strictObject({ date, name: z.string(), engineer: z.string() })),
})

const dayOffSchema = z.strictObject({ engineer: z.string(), date, cover: z.string(), for: namedDate })

const owedSchema = z.strictObject({ engineer: z.string(), for: namedDate })

const ledgerRowSchema = z.strictObject({
  engineer: z.string(),
  weeks: count,
  dutyDays: count,
  holidays: count,
  weekendDays: count,
  monthEndWeeks: count,
  daysOff: count,
  covers: count,
  owed: count,
  repeats: count,
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
  weeks: z.array(weekSchema),
  shifts: z.array(shiftSchema),
  daysOff: z.array(dayOffSchema),
  owed: z.array(owedSchema),
  ledger: z.array(ledgerRowSchema),
  roundRobin: z.array(roundRobinRowSchema),
})
