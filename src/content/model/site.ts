import { z } from 'zod'
import { branch, reference, repositoryUrl, text } from './fields.ts'

/** `site.yaml` */
export const siteSchema = z.strictObject({
  name: text.meta({ description: 'Name of the site, in its header and titles.', examples: ['Watchbook'] }),
  description: text.meta({
    description: 'One sentence on what the site is for.',
    examples: ['Runbooks and the on-call calendar of the data pipelines.'],
  }),
  repository: repositoryUrl.optional().meta({
    description: 'Address of the repository, for edit links.',
    examples: ['https://github.com/example/watchbook'],
  }),
  branch: branch
    .optional()
    .meta({ description: 'The branch that edits go to; `main` if left out.', examples: ['main'] }),
  defaultRota: reference('rotas').meta({
    description: 'The rota that the home page and the commands mean when none is named.',
    examples: ['data-engineering'],
  }),
  index: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether search engines may index the site; they may not if left out.',
      examples: [false],
    }),
})

export type Site = z.infer<typeof siteSchema>
