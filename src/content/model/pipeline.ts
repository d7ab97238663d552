import { z } from 'zod'
import { aliases, reference, text, url, word } from './fields.ts'
import { COVERAGES } from './runbook.ts'
import { review, sla, variables } from './shared-fields.ts'

/** `pipelines/*.md` and `pipelines/*.mdx` */
export const pipelineSchema = z.strictObject({
  title: text.meta({ description: 'Name of the pipeline.', examples: ['Orders'] }),
  summary: text.meta({
    description: 'What it delivers.',
    examples: ['Orders by day, from the shop to the warehouse.'],
  }),
  area: word.optional().meta({
    description: 'The area that it belongs to: one of the `areas` of site.yaml, where there are any.',
    examples: ['sales'],
  }),
  consumers: z
    .array(word)
    .min(1, 'at least one consumer')
    .optional()
    .meta({ description: 'Who relies on it, in words of your own.', examples: [['internal']] }),
  primaryOwner: reference('teams').meta({
    description: 'The team that owns it.',
    examples: ['payments'],
  }),
  secondaryOwner: reference('teams')
    .optional()
    .meta({ description: 'The team to ask when the owner does not answer.', examples: ['platform'] }),
  runbook: reference('runbooks')
    .optional()
    .meta({ description: 'What to do when it breaks.', examples: ['orders'] }),
  rota: reference('rotas')
    .optional()
    .meta({
      description: 'Who is on call for it; the default rota if left out.',
      examples: ['payments'],
    }),
  upstream: z
    .array(reference('pipelines'))
    .optional()
    .meta({ description: 'The pipelines that it reads from.', examples: [['orders']] }),
  tables: z
    .array(text)
    .optional()
    .meta({ description: 'The tables that it writes or reads.', examples: [['orders']] }),
  dashboards: z
    .array(
      z.strictObject({
        name: text.meta({ description: 'What it shows.', examples: ['Orders by hour'] }),
        url: url.meta({ description: 'Its address.', examples: ['https://example.com/d/orders'] }),
      }),
    )
    .optional()
    .meta({ description: 'Where its metrics can be seen.' }),
  variables,
  sla: sla.optional().meta({ description: 'Its own agreement, instead of the runbook’s.' }),
  coverage: z
    .enum(COVERAGES)
    .optional()
    .meta({
      description: 'When somebody is on call for it, where that is not what its runbook says.',
      examples: ['business-hours'],
    }),
  ...review,
  aliases,
})

export type Pipeline = z.infer<typeof pipelineSchema>
