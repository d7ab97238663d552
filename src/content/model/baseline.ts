import { z } from 'zod'
import { text } from './fields.ts'

/** How much of the SHA-256 of a secret names it. */
export const HASH_LENGTH = 32

/** `baseline.yaml`: what the content keeps although a rule is against it, accepted by those who have reviewed this file. */
export const baselineSchema = z.strictObject({
  secrets: z
    .array(
      z.strictObject({
        hash: z
          .string()
          .regex(
            new RegExp(`^[0-9a-f]{${String(HASH_LENGTH)}}$`),
            `the ${String(HASH_LENGTH)} digits that the finding shows`,
          )
          .meta({
            description: 'The hash in the finding: it names one text and accepts no other.',
            examples: ['9f86d081884c7d659a2feaa0c55ad015'],
          }),
        reason: text.meta({
          description: 'Why it is no secret.',
          examples: ['A token of the vendor’s documentation.'],
        }),
      }),
    )
    .optional()
    .meta({ description: 'Texts that look like secrets and are none, one by one.' }),
  findings: z
    .array(
      z.strictObject({
        rule: text.meta({ description: 'Id of the rule.', examples: ['untested-code'] }),
        file: text.meta({ description: 'File below the content folder.', examples: ['issues/late.md'] }),
        message: text.meta({
          description: 'What the finding says.',
          examples: ['The section Fix is missing'],
        }),
        times: z
          .int()
          .positive('at least 1')
          .optional()
          .meta({ description: 'How often it is in the file; once if left out.', examples: [3] }),
      }),
    )
    .optional()
    .meta({
      description: 'Findings that stood when the team came; `npm run check -- --baseline` writes them.',
    }),
})

export type Baseline = z.infer<typeof baselineSchema>
