import { z } from 'zod'
import { calendar, date, reference, text } from './fields.ts'
import { contact, dateRange } from './shared-fields.ts'

/** `engineers/*.yaml` */
export const engineerSchema = z.strictObject({
  name: text.meta({ description: 'Name as people say it.', examples: ['Engineer A'] }),
  team: reference('teams').meta({ description: 'The team they are in.', examples: ['payments'] }),
  calendar: calendar.optional().meta({
    description: 'Their own holiday calendar, where it is not the rota’s.',
    examples: ['GB-ENG'],
  }),
  from: date.optional().meta({ description: 'First day in the rotation.', examples: ['2026-04-01'] }),
  until: date.optional().meta({
    description: 'Last day in the rotation. Who leaves stays in `rotation`.',
    examples: ['2026-10-31'],
  }),
  login: text.optional().meta({
    description: 'Their name in the team’s pager, for what is exported to it.',
    examples: ['engineer.a'],
  }),
  contact: contact.meta({ description: 'How to reach them in an incident.' }),
  unavailable: z
    .array(
      z.strictObject({
        ...dateRange,
        reason: text.optional().meta({ description: 'Why, for the calendar.', examples: ['Parental leave'] }),
      }),
    )
    .optional()
    .meta({ description: 'Days on which they cannot be on duty.' }),
})

export type Engineer = z.infer<typeof engineerSchema>
