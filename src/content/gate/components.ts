import type { Holds } from './elements.ts'
import { text, type Literal } from './attributes.ts'

/** A component that pages in MDX may use. */
export interface ComponentRule {
  holds: Holds
  within?: readonly string[]
  /** Its props, all of them literals. */
  attributes: Readonly<Record<string, Literal>>
  /** Those of its props without which it cannot be shown. */
  required: readonly string[]
}

/**
 * The fixed list of components. A component that is not on it is an error for every page, wherever it comes from.
 * `markdown/tabs.ts` renders these.
 */
export const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  // Sets of the same `sync` change together, on every page, and the choice is remembered.
  Tabs: { holds: 'parts', attributes: { sync: text('sync') }, required: [] },
  Tab: { holds: 'flow', within: ['Tabs'], attributes: { label: text('label') }, required: ['label'] },
}
