import type { BuiltSite } from '../built-site.ts'
import type { Finder } from '../find.ts'
import type { ContentSource } from '../source.ts'
import type { WarmUp } from '../warm-up.ts'

/** What every tool works on. */
export interface ToolContext {
  source: ContentSource
  built: BuiltSite
  finder: Finder
  /** Makes ready, in the time between questions, what the next ones need. */
  warmUp: WarmUp
}
