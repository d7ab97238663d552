import type { PlacedBlock } from '../../facts/proofs/plan.ts'
import { fillIn, parametersOf } from '../../facts/proofs/variables.ts'
import type { Rehearsal } from '../../read/rehearsals.ts'
import { asksTheClock, atMoment, MOMENT } from '../clock.ts'

/** A block's SQL with the rehearsal's values in it, asked at the rehearsal's moment. */
export function sqlOf(
  block: PlacedBlock,
  rehearsal: Rehearsal,
  values: Readonly<Record<string, string>> = {},
): string {
  return asked(block.written, rehearsal, values)
}

/** The same for text that is no block of a page. */
export function asked(
  sql: string,
  { file }: Pick<Rehearsal, 'file'>,
  values: Readonly<Record<string, string>> = {},
): string {
  const moment = values[MOMENT] ?? file.now
  const filled = fillIn(sql, { ...file.variables, ...values })
  return moment === undefined ? filled : atMoment(filled, moment)
}

/** Whether a block says something else where another period is asked about, or on another day. */
export const hangsOnValues = ({ written }: Pick<PlacedBlock, 'written'>): boolean =>
  parametersOf(written).length > 0 || asksTheClock(written)
