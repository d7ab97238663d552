import { z } from 'zod'
import { aliases, duration, reference, text } from './fields.ts'
import { boost, review, sla, variables } from './shared-fields.ts'

/** When somebody is on call. */
export const COVERAGES = ['always', 'business-hours', 'month-end'] as const

/** `runbooks/*.md` and `runbooks/*.mdx` */
export const runbookSchema = z.strictObject({
  title: text.meta({ description: 'Name of the runbook.', examples: ['Orders'] }),
  summary: text.meta({
    description: 'When to open it.',
    examples: ['Orders are late or wrong.'],
  }),
  dataTypes: z
    .array(text)
    .min(1, 'at least one data type')
    .optional()
    .meta({ description: 'The data that it is about.', examples: [['Orders', 'Payments']] }),
  sla: sla.optional().meta({ description: 'What was promised, in words and in parts.' }),
  onCall: z
    .strictObject({
      summary: text.meta({
        description: 'The arrangement in the words of who made it.',
        examples: ['Debugging during business hours.'],
      }),
      coverage: z.enum(COVERAGES).meta({ description: 'When somebody is on call.', examples: ['always'] }),
      monitoredBy: reference('teams')
        .optional()
        .meta({ description: 'The team that watches.', examples: ['payments'] }),
      onboarding: duration
        .optional()
        .meta({ description: 'Length of the session at each handoff.', examples: ['PT30M'] }),
    })
    .optional()
    .meta({ description: 'Who answers, and when.' }),
  flow: z
    .array(
      z.strictObject({
        name: text.meta({ description: 'What the data passes through.', examples: ['Queue'] }),
        note: text
          .optional()
          .meta({ description: 'What happens there, in a few words.', examples: ['kept for a day'] }),
        issues: z
          .array(reference('issues'))
          .min(1, 'at least one issue')
          .optional()
          .meta({ description: 'The issues that happen there.', examples: [['orders-late']] }),
      }),
    )
    .min(2, 'at least two stages')
    .optional()
    .meta({
      description: 'How the data flows and where it breaks, stage by stage: drawn beside the runbook.',
    }),
  variables,
  tables: z
    .array(text)
    .optional()
    .meta({ description: 'The tables that its steps read or write.', examples: [['orders']] }),
  ...review,
  aliases,
  boost,
})

export type Runbook = z.infer<typeof runbookSchema>
