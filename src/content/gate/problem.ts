/** Rules of the gate. They hold for every content and cannot be lowered in `site.yaml` or accepted in a baseline. */
export const GATE_RULES = [
  'html',
  'unclosed-html',
  'mdx-code',
  'mdx-component',
  'address',
  'reserved-text',
] as const

export type GateRule = (typeof GATE_RULES)[number]

/** Something in a page that is not on the list of what a page may hold. */
export interface GateProblem {
  rule: GateRule
  /** Offset into the text that was parsed. */
  start: number
  message: string
  /** What to write instead. */
  hint: string
}
