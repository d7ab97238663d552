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

export type { Change, Ground } from './ground.ts'

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

/** The names of all kinds, as a rehearsal's exceptions and `--kind` write them. */
export const KIND_NAMES = [
  ...[
    'empty-table',
    'empty-period',
    'no-previous-period',
    'group-vanished',
    'all-groups-stopped',
    'row-missing',
  ],
  ...[
    'null',
    'nan',
    'infinity',
    'empty-text',
    'zero',
    'minus-one',
    'nine-nine-nine',
    'huge',
    'year-1970',
    'year-9999',
    'next-year',
  ],
  ...[
    'sign',
    'unknown-word',
    'unknown-reference',
    'exact-copy',
    'near-copy-time',
    'near-copy-measure',
    'same-key',
  ],
  ...[
    'all-twice',
    'key-blank',
    'key-case',
    'key-spelling',
    'carried-forward',
    'offsetting',
    'second-period',
    'majority',
    'late-row',
    'restated-period',
  ],
  ...['parameter-empty', 'parameter-placeholder', 'parameter-no-data', 'parameter-typo', 'pair'],
  ...[
    'row-order',
    'threads',
    'session-zone',
    'timestamptz',
    'new-column',
    'closed-group',
    'one-row',
    'first-period',
    'boundary',
  ],
  ...['leap-day', 'month-end', 'year-end', 'year-start', 'clock-change'],
] as const

/**
 * Every generated data set on top of one: the same for the same rows and seed.
 * @param pairCount how many pairs of two changes are drawn
 */
export function changesOf(ground: Ground, pairCount: number): Change[] {
  const single = KINDS.flatMap((kind) => kind(ground))
  return [...single, ...pairs(ground, single, pairCount)]
}
