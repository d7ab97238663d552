import { z } from 'zod'
import { email, text, url } from './fields.ts'

/** `teams/*.yaml` */
export const teamSchema = z.strictObject({
  name: text.meta({ description: 'Name of the team.', examples: ['Finance/Risk Team'] }),
  summary: text.meta({
    description: 'What the team answers for.',
    examples: ['Owns the profit figures, in total and by unit.'],
  }),
  contact: z
    .strictObject({
      chat: text.optional().meta({ description: 'Chat channel.', examples: ['#finance-risk'] }),
      email: email
        .optional()
        .meta({ description: 'E-mail address.', examples: ['finance-risk@example.com'] }),
      page: url.optional().meta({
        description: 'Where to page the team.',
        examples: ['https://example.com/page/finance-risk'],
      }),
    })
    .optional()
    .meta({ description: 'How to reach the team in an incident.' }),
})

export type Team = z.infer<typeof teamSchema>
