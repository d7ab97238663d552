import type { AlertRule } from '../../check/alert-rules/read-rules.ts'
import type { Generator } from './common/generator.ts'
import type { Log } from './common/log.ts'
import type { OtherFormat } from './source/other-formats.ts'
import type { KnownTeam } from './owners.ts'
import type { ConvertedPage } from './page.ts'

export type PageCollection = 'issues' | 'runbooks'

export interface ImportOptions {
  /** What all pages become; otherwise each folder is what most of its pages look like. */
  as?: PageCollection
  /** The level of headings that become pages of their own. */
  split?: 2 | 3
  /** Alerts of the rule files that were given. */
  alerts?: readonly AlertRule[]
  /** Severities that the site has, worst first: a rule's label of one of these names is taken over. */
  severities?: readonly string[]
  /** Teams that the site has: a page that names one of them as its owner is theirs. */
  teams?: readonly KnownTeam[]
  /** Where pages of an earlier run went: path at the source → path below the content folder. */
  earlier?: ReadonlyMap<string, string>
}

export interface ImportedEntry {
  /** Below the content folder: `issues/warehouse/late.md`. */
  file: string
  /** Its path at the source, from the project's folder. */
  source: string
  /** The same, with the heading that it was split at: what a later import knows it by. */
  key: string
  title: string
  text: string
  alerts: readonly string[]
}

export interface Import {
  entries: readonly ImportedEntry[]
  /** Pictures and documents: path below the content folder → path at the source. */
  files: ReadonlyMap<string, string>
  /** Pages that did not become entries. */
  leftOut: readonly { source: string; why: string }[]
  generators: readonly Generator[]
  /** Documents in formats that are not read. */
  notRead: readonly OtherFormat[]
  log: Log
}

/** One page of this site, before its links are known. */
export interface Draft {
  page: ConvertedPage
  title: string
  body: string
  /** The heading that it was split at. */
  anchor?: string
  collection: PageCollection
  target: string
  file: string
  alerts: string[]
}
