/** R5: how far a year's plan is proved: the last level up to which no order is better. */
export const LEVELS = [
  'none',
  'absence',
  'rest',
  'great holidays',
  'evenness',
  'short absence',
  'repeats',
  'month-ends',
  'moved turns',
  'all',
] as const

export type Level = (typeof LEVELS)[number]

/** Whether a proof that reaches so far covers the level. */
export function covers(proved: Level, level: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(proved)
}
