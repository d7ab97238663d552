import { z } from 'zod'
import { aliases, text } from './fields.ts'
import { contact } from './shared-fields.ts'

/** `teams/*.yaml` */
export const teamSchema = z.strictObject({
  name: text.meta({ description: 'Name of the team.', examples: ['Payments'] }),
  summary: text.meta({ description: 'What the team answers for.', examples: ['Owns orders and payments.'] }),
  contact: contact.meta({ description: 'How to reach the team in an incident.' }),
  aliases,
})

export type Team = z.infer<typeof teamSchema>
