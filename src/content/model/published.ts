import { z } from 'zod'
import { date, plain, reference } from './fields.ts'

const covered = {
  date: date.meta({ description: 'The duty day.', examples: ['2026-01-26'] }),
  cover: reference('engineers').meta({ description: 'Who holds it instead.', examples: ['engineer-c'] }),
}

/** `published/<rota>.yaml`: weeks already announced. `npm run oncall -- publish` writes them. */
export const publishedSchema = z.array(
  z.strictObject({
    start: date.meta({ description: 'First duty day of the week.', examples: ['2026-01-26'] }),
    engineer: reference('engineers').meta({ description: 'Whose week it is.', examples: ['engineer-a'] }),
    cycle: date.meta({ description: 'First day of the first week of its cycle.', examples: ['2026-01-26'] }),
    members: z
      .array(reference('engineers'))
      .optional()
      .meta({
        description: 'The members of the cycle, in its first week.',
        examples: [['engineer-a', 'engineer-b']],
      }),
    plain: reference('engineers').meta({
      description: 'Whose week it is in the undisturbed plan.',
      examples: ['engineer-a'],
    }),
    holidays: z
      .record(date, plain)
      .meta({ description: 'Holidays worked, by date.', examples: [{ '2026-01-01': 'New Year’s Day' }] }),
    daysOff: z
      .array(
        z.strictObject({
          ...covered,
          for: date.meta({ description: 'Date of the holiday that it pays back.', examples: ['2026-01-01'] }),
          name: plain.optional().meta({ description: 'Name of that holiday.', examples: ['New Year’s Day'] }),
        }),
      )
      .meta({ description: 'Days off of the week’s engineer.' }),
    absences: z.array(z.strictObject(covered)).meta({ description: 'Days on which they are away.' }),
  }),
)

export type Published = z.infer<typeof publishedSchema>
