import { z } from 'zod'
import { duration, reference, review, sla, text } from './fields.ts'

/** When somebody is on call. */
export const COVERAGES = ['always', 'business-hours', 'month-end'] as const

/** `runbooks/*.mdx` */
export const runbookSchema = z.strictObject({
  title: text.meta({ description: 'Name of the runbook.', examples: ['Engagement'] }),
  summary: text.meta({
    description: 'When to open it.',
    examples: ['Clicks and time spent are late or wrong.'],
  }),
  dataTypes: z
    .array(text)
    .min(1, 'at least one data type')
    .meta({ description: 'The data that it is about.', examples: [['User clicks', 'time spent metrics']] }),
  sla: sla.meta({ description: 'What was promised, in words and in parts.' }),
  onCall: z
    .strictObject({
      summary: text.meta({
        description: 'The arrangement in the words of who made it.',
        examples: ['Debugging during business hours.'],
      }),
      coverage: z.enum(COVERAGES).meta({ description: 'When somebody is on call.', examples: ['always'] }),
      monitoredBy: reference('teams')
        .optional()
        .meta({ description: 'The team that watches.', examples: ['business-analytics'] }),
      onboarding: duration
        .optional()
        .meta({ description: 'Length of the session at each handoff.', examples: ['PT30M'] }),
    })
    .meta({ description: 'Who answers, and when.' }),
  flow: z
    .array(
      z.strictObject({
        name: text.meta({ description: 'What the data passes through.', examples: ['Kafka'] }),
        note: text
          .optional()
          .meta({ description: 'What happens there, in a few words.', examples: ['three brokers keep it'] }),
        issues: z
          .array(reference('issues'))
          .min(1, 'at least one issue')
          .optional()
          .meta({ description: 'The issues that happen there.', examples: [['kafka-downtime-data-loss']] }),
      }),
    )
    .min(2, 'at least two stages')
    .optional()
    .meta({
      description: 'How the data flows and where it breaks, stage by stage: drawn beside the runbook.',
    }),
  ...review,
})

export type Runbook = z.infer<typeof runbookSchema>
