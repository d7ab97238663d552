import type { z } from 'zod'
import { engineerSchema } from './engineer.ts'
import { issueSchema } from './issue.ts'
import { leaveSchema } from './leave.ts'
import { overrideSchema } from './override.ts'
import { pipelineSchema } from './pipeline.ts'
import { publishedSchema } from './published.ts'
import { rotaSchema } from './rota.ts'
import { runbookSchema } from './runbook.ts'
import { tableSchema } from './table.ts'
import { teamSchema } from './team.ts'

export { ID_PATTERN, NAME_PATTERN, kinds, references } from './fields.ts'
export { type Engineer } from './engineer.ts'
export { type Issue } from './issue.ts'
export { type Leave } from './leave.ts'
export { type Override } from './override.ts'
export { type Pipeline } from './pipeline.ts'
export { type Published } from './published.ts'
export { isPlanned, type PlannedRota, type Rota } from './rota.ts'
export { COVERAGES, type Runbook } from './runbook.ts'
export {
  ISSUE_SECTIONS,
  LEVELS,
  type Section,
  SEVERITIES,
  type Severity,
  type Site,
  siteSchema,
} from './site.ts'
export { type Table } from './table.ts'
export { type Team } from './team.ts'

/** How a file is written: fields alone, or fields and a body. */
export type Format = 'yaml' | 'md' | 'mdx'

/** What everything else knows of a collection: readers derive from it and name no collection themselves. */
export interface Definition {
  /** What one entry is called in commands: `npm run new -- issue`. */
  singular: string
  formats: readonly [Format, ...Format[]]
  schema: z.ZodType
  /** Each entry is a page of its own, `/<collection>/<id>/`. */
  page?: PageDefinition
  /** What `npm run new` asks for and begins with; nothing makes such an entry otherwise. */
  create?: CreateDefinition
}

export interface PageDefinition {
  /** The field that names the page. */
  title: 'title' | 'name'
  /** The collection has a list at `/<collection>/`, with a tab in the header: its sign as an SVG path of 24 by 24. */
  list?: { icon: string }
}

export interface CreateDefinition {
  /** Fields to ask for, in order. */
  ask: readonly string[]
  /** The text of a page whose sections are free. */
  body?: string
}

const PAGE_FORMATS = ['md', 'mdx'] as const

/** The collections, one folder of the content each. The order is that of references, lists and the field reference. */
export const collections = {
  teams: {
    singular: 'team',
    formats: ['yaml'],
    schema: teamSchema,
    page: { title: 'name' },
    create: { ask: ['summary'] },
  },
  engineers: { singular: 'engineer', formats: ['yaml'], schema: engineerSchema, create: { ask: ['team'] } },
  rotas: { singular: 'rota', formats: ['yaml'], schema: rotaSchema },
  overrides: { singular: 'override', formats: ['yaml'], schema: overrideSchema },
  leave: { singular: 'leave', formats: ['yaml'], schema: leaveSchema },
  pipelines: {
    singular: 'pipeline',
    formats: PAGE_FORMATS,
    schema: pipelineSchema,
    page: {
      title: 'title',
      list: { icon: 'M8 6H4v4h4V6Zm12 8h-4v4h4v-4ZM8 8h5a3 3 0 0 1 3 3v3' },
    },
    create: {
      ask: ['summary', 'area', 'consumers', 'primaryOwner', 'secondaryOwner', 'runbook'],
      body: '## What it carries\n\nTODO\n\n## Where it goes\n\nTODO\n',
    },
  },
  runbooks: {
    singular: 'runbook',
    formats: PAGE_FORMATS,
    schema: runbookSchema,
    page: {
      title: 'title',
      list: {
        icon: 'M5 5.5A2.5 2.5 0 0 1 7.5 3H19v18H7.5A2.5 2.5 0 0 1 5 18.5v-13ZM5 18.5A2.5 2.5 0 0 1 7.5 16H19M9 7.5h6',
      },
    },
    create: {
      ask: ['summary', 'dataTypes'],
      body: '## Start here\n\n1. TODO The first thing to look at.\n\n## Escalation\n\n- TODO Whom to wake, and when.\n',
    },
  },
  issues: {
    singular: 'issue',
    formats: PAGE_FORMATS,
    schema: issueSchema,
    page: {
      title: 'title',
      list: {
        icon: 'M12 9v4m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z',
      },
    },
    create: { ask: ['summary', 'runbook', 'pipelines', 'severity', 'components'] },
  },
} as const satisfies Record<string, Definition>

export type Collection = keyof typeof collections

/** The collections whose entries are pages. */
export type PageCollection = {
  [C in Collection]: (typeof collections)[C] extends { page: PageDefinition } ? C : never
}[Collection]

/** What an entry of a collection says. */
export type Data<C extends Folder> = z.infer<(typeof folders)[C]['schema']>

/** All folders whose files are read: the collections, and what a command writes. */
export const folders = {
  ...collections,
  published: { singular: 'published', formats: ['yaml'], schema: publishedSchema },
  tables: { singular: 'table', formats: ['yaml'], schema: tableSchema },
} as const satisfies Record<string, Definition>

export type Folder = keyof typeof folders

// What the object is made of, above.
export const COLLECTIONS = Object.keys(collections) as Collection[]
export const FOLDERS = Object.keys(folders) as Folder[]

/** What a collection is, without its own types. */
export const definitionOf = (folder: Folder): Definition => folders[folder]

export function isCollection(name: string): name is Collection {
  return Object.hasOwn(collections, name)
}

/** The collections whose entries are pages, in the order of filters and tabs: what one looks for first comes first. */
export const PAGE_COLLECTIONS: readonly PageCollection[] = COLLECTIONS.filter(isPageCollection).toReversed()

export function isPageCollection(name: string): name is PageCollection {
  return isCollection(name) && definitionOf(name).page !== undefined
}

/** Whether the files of a folder are fields alone, or fields and a body. */
export function kindOf(folder: Folder | 'site'): 'yaml' | 'markdown' {
  return folder === 'site' || folders[folder].formats[0] === 'yaml' ? 'yaml' : 'markdown'
}
