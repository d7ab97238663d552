import { z } from 'zod'
import { calendar, date, reference, text, time, timeZone, url } from './fields.ts'
import { contact, dateRange } from './shared-fields.ts'

const holidayTypes = ['public', 'bank', 'optional', 'school', 'observance'] as const

const hours = (what: string) =>
  z
    .strictObject({
      from: time.meta({ description: `When ${what} begin, in quotes.`, examples: ['09:00'] }),
      to: time.meta({ description: `When ${what} end, in quotes.`, examples: ['17:00'] }),
    })
    .refine(({ from, to }) => from !== to, {
      error: `the time at which ${what} end, not the one at which they begin: there is nothing between them`,
      path: ['to'],
    })

const calendarOrAll = z
  .union([z.literal('all'), calendar])
  .optional()
  .meta({
    description: 'The calendar that it is about, or `all`; the calendar of the rota if left out.',
    examples: ['IN', 'all'],
  })

/** A calendar that lies in the content, with the folders above it. */
const CALENDAR_FILE = /^files\/(?:[A-Za-z0-9][\w-]*\/)*[A-Za-z0-9][\w-]*\.ics$/

/** Whether the calendar of a rota that is kept elsewhere lies in the content. */
export const isCalendarFile = (ics: string | undefined): ics is string =>
  ics !== undefined && CALENDAR_FILE.test(ics)

/** What a schedule is made of. */
const SCHEDULE = ['timeZone', 'start', 'handoffTime', 'rotation', 'calendar'] as const

/** `rotas/*.yaml` */
export const rotaSchema = z
  .strictObject({
    name: text.meta({ description: 'Name of the rota.', examples: ['Data Engineering'] }),
    team: reference('teams').meta({
      description: 'The team that it belongs to.',
      examples: ['data-engineering'],
    }),
    notes: text.optional().meta({
      description: 'What a reader of the calendar should know.',
      examples: ['Swaps are agreed in the channel first.'],
    }),
    timeZone: timeZone.optional().meta({
      description: 'IANA zone of the handoffs.',
      examples: ['America/New_York'],
    }),
    start: date.optional().meta({
      description:
        'Date of the first handoff. Its duty day is that date; with a handoff after 12:00, the date after it.',
      examples: ['2025-12-29'],
    }),
    handoffTime: time
      .optional()
      .meta({ description: 'Time of the handoff, in quotes.', examples: ['09:00'] }),
    businessHours: hours('business hours').optional().meta({
      description:
        'Hours of Monday to Friday, in the zone of the rota, at which runbooks of coverage `business-hours` are covered; 09:00 to 17:00 if left out.',
    }),
    rotation: z
      .array(reference('engineers'))
      .min(1, 'at least one engineer')
      .optional()
      .meta({ description: 'Who takes turns, in order.', examples: [['engineer-a', 'engineer-b']] }),
    calendar: calendar.optional().meta({
      description:
        'Holiday calendar: COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION, as date-holidays names them.',
      examples: ['US'],
    }),
    holidayTypes: z
      .array(z.enum(holidayTypes))
      .min(1, 'at least one type')
      .optional()
      .meta({ description: 'Which types of holiday count; `[public]` if left out.', examples: [['public']] }),
    second: z
      .enum(['next', 'previous', 'none'])
      .optional()
      .meta({
        description:
          'Who is called when the first does not answer: who has the next week, or the one before; nobody if left out.',
        examples: ['next'],
      }),
    monthEnd: z
      .boolean()
      .optional()
      .meta({
        description: 'Whether this rota carries a month-end watch, whose weeks are then shared evenly.',
        examples: [true],
      }),
    holidays: z
      .strictObject({
        add: z
          .array(
            z.strictObject({
              date: date.meta({ description: 'Its date.', examples: ['2026-11-27'] }),
              name: text.meta({ description: 'Its name.', examples: ['Day after Thanksgiving'] }),
              calendar: calendarOrAll,
            }),
          )
          .optional()
          .meta({ description: 'Holidays that the calendar lacks.' }),
        remove: z
          .array(
            z.strictObject({
              date: date.meta({ description: 'Its date.', examples: ['2026-10-12'] }),
              calendar: calendarOrAll,
            }),
          )
          .optional()
          .meta({ description: 'Dates that are no holiday here.' }),
        weights: z
          .record(
            text,
            z
              .int('a whole number from 1 to 9')
              .min(1, 'a whole number from 1 to 9')
              .max(9, 'a whole number from 1 to 9'),
          )
          .optional()
          .meta({
            description:
              'How much a holiday weighs, by its name: 1 to 9, and 1 where nothing is said. From 2 on it is a great holiday.',
            examples: [{ 'Christmas Day': 3, 'Thanksgiving Day': 3 }],
          }),
        substitutes: z
          .enum(['instead', 'also'])
          .optional()
          .meta({
            description:
              'Whether a substitute day counts instead of its holiday, or both days do; `instead` if left out.',
            examples: ['also'],
          }),
      })
      .optional()
      .meta({ description: 'Corrections to the holidays of this rota, and their weights.' }),
    nightHours: hours('nights').optional().meta({
      description:
        'Hours that count as night where hours are added up, in the zone of the rota; 22:00 to 06:00 if left out.',
    }),
    contact: contact.meta({ description: 'How to reach whoever is on call.' }),
    external: url.optional().meta({
      description: 'The page of a rota that is kept elsewhere; it then has no fields of a schedule.',
      examples: ['https://example.com/schedules/payments'],
    }),
    ics: z
      .string()
      .max(2000, 'at most 2,000 characters')
      .refine((value) => CALENDAR_FILE.test(value) || url.safeParse(value).success, {
        error: 'an http or https address, or a file in files/ of the content, as files/payments.ics',
      })
      .optional()
      .meta({
        description:
          'The calendar of a rota that is kept elsewhere: the address of its feed; or a file in `files/`, whose shifts the site then shows.',
        examples: ['https://example.com/payments.ics', 'files/payments.ics'],
      }),
    overrides: z
      .array(
        z.strictObject({
          ...dateRange,
          engineer: reference('engineers').meta({
            description: 'Who holds those days.',
            examples: ['engineer-c'],
          }),
          reason: text
            .optional()
            .meta({ description: 'Why, for the calendar.', examples: ['Swap agreed with B'] }),
        }),
      )
      .optional()
      .meta({ description: 'Days agreed otherwise, whoever was planned.' }),
  })
  .superRefine((rota, context) => {
    if (rota.external === undefined) {
      for (const name of SCHEDULE)
        if (rota[name] === undefined)
          context.addIssue({ code: 'invalid_type', expected: 'string', path: [name], input: undefined })
    } else {
      const extra = SCHEDULE.filter((name) => rota[name] !== undefined)
      if (extra.length > 0)
        context.addIssue({ code: 'unrecognized_keys', keys: extra, path: [], input: rota })
    }
  })

export type Rota = z.infer<typeof rotaSchema>

/** A rota that is planned here. */
export type PlannedRota = Rota & { [Field in (typeof SCHEDULE)[number]]: NonNullable<Rota[Field]> }

/** Whether a rota is planned here, and not kept elsewhere. */
export function isPlanned(rota: Rota): rota is PlannedRota {
  return rota.external === undefined
}
