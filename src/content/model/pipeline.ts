import { z } from 'zod'
import { reference, sla, text, word } from './fields.ts'

/** The business areas, in the order in which they are listed. */
export const AREAS = ['profit', 'growth', 'engagement'] as const

/** `pipelines/*.mdx` */
export const pipelineSchema = z.strictObject({
  title: text.meta({ description: 'Name of the pipeline.', examples: ['Aggregate Profit (investors)'] }),
  summary: text.meta({ description: 'What it delivers.', examples: ['Monthly profit for investors.'] }),
  area: z.enum(AREAS).meta({ description: 'The business area of its figures.', examples: ['profit'] }),
  consumers: z
    .array(word)
    .min(1, 'at least one consumer')
    .meta({
      description: 'Who reads its figures: `internal`, `investors`, `experiments` or another word of yours.',
      examples: [['investors']],
    }),
  primaryOwner: reference('teams').meta({
    description: 'The team that owns the figures.',
    examples: ['business-analytics'],
  }),
  secondaryOwner: reference('teams').meta({
    description: 'The team that stands in.',
    examples: ['data-engineering'],
  }),
  runbook: reference('runbooks').meta({ description: 'What to do when it breaks.', examples: ['aggregate'] }),
  rota: reference('rotas')
    .optional()
    .meta({
      description: 'Who is on call for it; the default rota if left out.',
      examples: ['data-engineering'],
    }),
  upstream: z
    .array(reference('pipelines'))
    .optional()
    .meta({ description: 'The pipelines that it reads from.', examples: [['profit']] }),
  sla: sla.optional().meta({ description: 'Its own agreement, instead of the runbook’s.' }),
})

export type Pipeline = z.infer<typeof pipelineSchema>
