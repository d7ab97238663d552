import { z } from 'zod'
import { calendar, contact, date, dateRange, reference, text, time, timeZone, url } from './fields.ts'

const holidayTypes = ['public', 'bank', 'optional', 'school', 'observance'] as const

const hours = (what: string) =>
  z.strictObject({
    from: time.meta({ description: `When ${what} begin, in quotes.`, examples: ['09:00'] }),
    to: time.meta({ description: `When ${what} end, in quotes.`, examples: ['17:00'] }),
  })

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
      description: 'First duty day of Week 1. With a handoff after 12:00, the handoff is the evening before.',
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
    holidays: z
      .strictObject({
        add: z
          .array(
            z.strictObject({
              date: date.meta({ description: 'Its date.', examples: ['2026-11-27'] }),
              name: text.meta({ description: 'Its name.', examples: ['Day after Thanksgiving'] }),
            }),
          )
          .optional()
          .meta({ description: 'Holidays that the calendars lack.' }),
        remove: z
          .array(date)
          .optional()
          .meta({ description: 'Dates that are no holiday here.', examples: [['2026-10-12']] }),
      })
      .optional()
      .meta({ description: 'Corrections to every calendar of the rota.' }),
    nightHours: hours('nights').optional().meta({
      description: 'Hours that count as night, in the zone of the rota; none if left out.',
    }),
    contact: contact.meta({ description: 'How to reach whoever is on call.' }),
    external: url.optional().meta({
      description: 'The page of a rota that is kept elsewhere; it then has no fields of a schedule.',
      examples: ['https://example.com/schedules/payments'],
    }),
    ics: url.optional().meta({
      description: 'The calendar feed of a rota that is kept elsewhere.',
      examples: ['https://example.com/payments.ics'],
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
