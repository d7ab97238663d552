/** The sets of queries of this content, as files `queries.<set>.yaml`: those that the search was tuned on, and those that it was not. */
export const TUNED = ['tuning', 'fresh-tuning', 'trouble'] as const
export const HELD_OUT = [
  'held-out',
  'fresh-held-out',
  'unseen',
  'incidents',
  'incidents-again',
  'blind',
  'roles',
  'trouble-held-out',
] as const

export const fileOfSet = (set: string): string => `tests/our-content/queries.${set}.yaml`
