import { engineerSchema } from './engineer.ts'
import { issueSchema } from './issue.ts'
import { pipelineSchema } from './pipeline.ts'
import { publishedSchema } from './published.ts'
import { rotaSchema } from './rota.ts'
import { runbookSchema } from './runbook.ts'
import { tableSchema } from './table.ts'
import { teamSchema } from './team.ts'

export type { Collection } from './fields.ts'
export { ID_PATTERN, kinds, references } from './fields.ts'
export { type Engineer, engineerSchema } from './engineer.ts'
export { ISSUE_SECTIONS, type Issue, issueSchema, SEVERITIES } from './issue.ts'
export { AREAS, type Pipeline, pipelineSchema } from './pipeline.ts'
export { type Published, publishedSchema } from './published.ts'
export { type Rota, rotaSchema } from './rota.ts'
export { COVERAGES, type Runbook, runbookSchema } from './runbook.ts'
export { type Site, siteSchema } from './site.ts'
export { type Table, tableSchema } from './table.ts'
export { type Team, teamSchema } from './team.ts'

/** The collections: folder, how its entries are written, and their schema. */
export const collections = {
  teams: { extensions: ['yaml'], schema: teamSchema },
  engineers: { extensions: ['yaml'], schema: engineerSchema },
  rotas: { extensions: ['yaml'], schema: rotaSchema },
  pipelines: { extensions: ['mdx'], schema: pipelineSchema },
  runbooks: { extensions: ['mdx'], schema: runbookSchema },
  issues: { extensions: ['md', 'mdx'], schema: issueSchema },
} as const

/** All folders of the content. */
export const folders = {
  ...collections,
  published: { extensions: ['yaml'], schema: publishedSchema },
  tables: { extensions: ['yaml'], schema: tableSchema },
} as const

export type Folder = keyof typeof folders

export const FOLDERS = [
  'teams',
  'engineers',
  'rotas',
  'pipelines',
  'runbooks',
  'issues',
  'published',
  'tables',
] as const satisfies readonly Folder[]

/** Whether the files of a folder are fields alone, or fields and a body. */
export function kindOf(folder: Folder | 'site'): 'yaml' | 'markdown' {
  return folder === 'site' || folders[folder].extensions[0] === 'yaml' ? 'yaml' : 'markdown'
}
