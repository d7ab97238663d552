import { z } from 'zod'
import { pathProblem, reference, review, text, word } from './fields.ts'

/** `/alerts/<name>/` must be one folder below `/alerts/`, on every system and in every address; Grafana's names have spaces. */
const ALERT_NAME = /^(?![.]+$)[A-Za-z0-9_:.-]+(?: [A-Za-z0-9_:.-]+)*$/

/** Worst first. */
export const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4'] as const

/** `issues/*.md` and `issues/*.mdx` */
export const issueSchema = z.strictObject({
  title: text.meta({ description: 'What people call it.', examples: ['Late data arrival in Kafka queues'] }),
  summary: text.meta({
    description: 'One sentence that a tired person recognises it by.',
    examples: ['Events reach the warehouse too late for their day.'],
  }),
  first: text
    .max(140, 'at most 140 characters: it is read at a glance')
    .optional()
    .meta({
      description: 'What to do, or not to do, in the first minute. It stands above everything else.',
      examples: ['Delete nothing. Count the copies.'],
    }),
  runbook: reference('runbooks').meta({
    description: 'The runbook that it belongs to.',
    examples: ['engagement'],
  }),
  pipelines: z
    .array(reference('pipelines'))
    .optional()
    .meta({ description: 'The pipelines that it hits.', examples: [['engagement']] }),
  severity: z
    .enum(SEVERITIES)
    .meta({ description: 'How bad it is; `sev1` is the worst.', examples: ['sev2'] }),
  components: z
    .array(word)
    .min(1, 'at least one component')
    .meta({ description: 'What is involved.', examples: [['kafka', 'consumer']] }),
  signatures: z
    .array(text)
    .optional()
    .meta({
      description: 'Texts that logs print when it happens, word for word; `*` stands for a part that varies.',
      examples: [['CommitFailedException: * the group has already rebalanced']],
    }),
  alerts: z
    .array(
      text
        .regex(ALERT_NAME, {
          error: 'a name of letters, digits, _ : . - and single spaces: it is part of an address',
          abort: true,
        })
        .refine(
          (name) => pathProblem(name) === undefined && !name.endsWith('.'),
          'a name of at most 100 characters that every system can have as a folder',
        ),
    )
    .optional()
    .meta({ description: 'Alerts that lead here.', examples: [['KafkaConsumerLagHigh']] }),
  aliases: z
    .array(word)
    .optional()
    .meta({
      description: 'Former ids of the entry; their addresses keep leading here.',
      examples: [['late-data']],
    }),
  ...review,
})

export type Issue = z.infer<typeof issueSchema>

/** The second-level headings of an issue's body, in this order. */
export const ISSUE_SECTIONS = {
  required: ['Symptoms', 'Diagnose', 'Fix', 'Verify', 'Escalate'],
  optional: ['Prevent', 'Background'],
} as const
