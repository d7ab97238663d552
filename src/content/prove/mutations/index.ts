import { specialDays } from './calendar.ts'
import { allTwice, exactCopy, nearCopy } from './copies.ts'
import {
  allGroupsStopped,
  emptyPeriod,
  emptyTable,
  groupVanished,
  noPreviousPeriod,
  rowMissing,
} from './existence.ts'
import type { Change, Ground, Kind } from './ground.ts'
import {
  boundary,
  closedGroup,
  firstPeriod,
  newColumn,
  oneGroup,
  rowOrder,
  sessions,
  zonedTimes,
} from './harmless.ts'
import { keyDrift } from './keys.ts'
import { lateRow, restatedPeriod } from './late.ts'
import { pairs } from './pairs.ts'
import { carriedForward, majority, offsetting, secondPeriod } from './periods.ts'
import { wrongValues } from './values.ts'

export { isZoned, type Change, type Ground } from './ground.ts'

/** All kinds, in the order in which their data sets are run. */
const KINDS: readonly Kind[] = [
  emptyTable,
  emptyPeriod,
  noPreviousPeriod,
  groupVanished,
  allGroupsStopped,
  rowMissing,
  wrongValues,
  keyDrift,
  exactCopy,
  nearCopy,
  allTwice,
  carriedForward,
  offsetting,
  secondPeriod,
  majority,
  lateRow,
  restatedPeriod,
  rowOrder,
  newColumn,
  closedGroup,
  oneGroup,
  firstPeriod,
  boundary,
  sessions,
  zonedTimes,
  specialDays,
]

export { dataKinds as KIND_NAMES } from '../../model/data-kinds.ts'

/**
 * Every generated data set on top of one: the same for the same rows and seed.
 * @param pairCount how many pairs of two changes are drawn
 */
export function changesOf(ground: Ground, pairCount: number): Change[] {
  const single = KINDS.flatMap((kind) => kind(ground))
  return [...single, ...pairs(ground, single, pairCount)]
}
