import { z } from 'zod'
import { FAMILIES } from '../../text/error-families.ts'
import { closestTo } from '../../text/suggest.ts'
import { aliases, date, pathProblem, reference, text, url, word } from './fields.ts'
import { boost, review, variables } from './shared-fields.ts'

/**
 * `/alerts/<name>/` must be one folder below `/alerts/`, and one part of an address. Grafana's names have blanks, any letters
 * and signs as in `Disk full (90%)`.
 */
export const ALERT_NAME =
  /^(?![.]+$)(?=.*\p{L}|[\w:. -]+$)(?!.*%[0-9a-f]{2})[\p{L}\p{M}\p{N}_:.()%+,&='@~!-]+(?: [\p{L}\p{M}\p{N}_:.()%+,&='@~!-]+)*$/iu

/** `issues/*.md` and `issues/*.mdx` */
export const issueSchema = z.strictObject({
  title: text.meta({ description: 'What people call it.', examples: ['Orders are late'] }),
  summary: text.meta({
    description: 'One sentence that a tired person recognizes it by.',
    examples: ['The newest order in the warehouse is older than a day.'],
  }),
  impact: text
    .optional()
    .meta({ description: 'Who notices it, and how.', examples: ['The shop shows no delivery dates.'] }),
  first: text
    .max(140, 'at most 140 characters: it is read at a glance')
    .optional()
    .meta({
      description: 'What to do, or not to do, in the first minute. The page shows it above everything else.',
      examples: ['Do not delete anything. Count the copies first.'],
    }),
  runbook: reference('runbooks')
    .optional()
    .meta({ description: 'The runbook that it belongs to.', examples: ['orders'] }),
  pipelines: z
    .array(reference('pipelines'))
    .optional()
    .meta({ description: 'The pipelines that it hits.', examples: [['orders']] }),
  owner: reference('teams')
    .optional()
    .meta({
      description: 'The team that owns it, if it is not that of its pipelines.',
      examples: ['payments'],
    }),
  severity: word
    .optional()
    .meta({ description: 'How bad it is: one of the `severities` of site.yaml.', examples: ['sev2'] }),
  components: z
    .array(word)
    .optional()
    .meta({ description: 'What is involved.', examples: [['scheduler', 'warehouse']] }),
  signatures: z
    .array(text)
    .optional()
    .meta({
      description: 'Texts that logs print when it happens, word for word; `*` stands for a part that varies.',
      examples: [['could not connect to * within 30 seconds']],
    }),
  families: z
    .array(
      text.superRefine((name, context) => {
        // What has a slash can be the name of a family alone: no code begins so.
        if (!name.includes('/') || Object.hasOwn(FAMILIES, name)) return
        const nearest = closestTo(name, Object.keys(FAMILIES))
        context.addIssue({
          code: 'custom',
          message: `a family of error codes${nearest === undefined ? '' : ` as ${nearest} is`}, nor the beginning of a code`,
        })
      }),
    )
    .optional()
    .meta({
      description: `Families of error codes that lead here: the beginning of a code, or one of ${Object.keys(FAMILIES).join(', ')}.`,
      examples: [['ORA-01', 'kafka/availability']],
    }),
  alerts: z
    .array(
      text
        .regex(ALERT_NAME, {
          error:
            "a name of letters, digits, single spaces and _ : . - ( ) % + , & = ' @ ~ !: it is part of an address",
          abort: true,
        })
        .refine(
          (name) => pathProblem(name) === undefined && !name.endsWith('.'),
          'a name of at most 100 characters that every system can have as a folder',
        ),
    )
    .optional()
    .meta({ description: 'Alerts that lead here.', examples: [['OrdersLate']] }),
  keywords: z
    .array(text)
    .optional()
    .meta({
      description: 'What else people call it: words that search finds it by.',
      examples: [['no orders']],
    }),
  variables,
  incidents: z
    .array(
      z.strictObject({
        date: date.meta({ description: 'When it happened.', examples: ['2026-11-22'] }),
        summary: text.meta({
          description: 'What happened, in a sentence.',
          examples: ['Two hours without orders.'],
        }),
        link: url
          .optional()
          .meta({ description: 'Where the whole story is.', examples: ['https://example.com/incidents/42'] }),
      }),
    )
    .optional()
    .meta({ description: 'When it happened, latest first or last.' }),
  aliases,
  ...review,
  boost,
})

export type Issue = z.infer<typeof issueSchema>
