import type { BuiltSite } from '../built-site.ts'
import type { Finder } from '../find.ts'
import type { ContentSource } from '../source.ts'

/** What every tool works on. */
export interface ToolContext {
  source: ContentSource
  built: BuiltSite
  finder: Finder
}
