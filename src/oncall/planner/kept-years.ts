import type { OpenCycle } from './problem.ts'
import { LEVELS, type Level } from './proof.ts'

/** A planned year: who has each of its open weeks, in order, as indexes of the roster. */
export interface PlannedYear {
  holders: readonly number[]
  proved: Level
}

/** Years that were worked out before, of the same rota by the same code: plans, whose search takes the most time, or contracts. */
export interface KeptYears<Year = PlannedYear> {
  /** Whatever is kept of a year; it is looked at before it is taken. */
  find: (year: number) => unknown
  add: (year: number, found: Year) => void
}

/** What was kept, where it is a plan of these cycles: each member who is to serve has one week of theirs. */
export function asPlanOf(open: readonly OpenCycle[], kept: unknown): PlannedYear | undefined {
  if (typeof kept !== 'object' || kept === null || !('holders' in kept) || !('proved' in kept))
    return undefined
  const { holders } = kept
  const proved = LEVELS.find((level) => level === kept.proved)
  if (proved === undefined || !isNumbers(holders)) return undefined
  let at = 0
  for (const { toServe } of open) {
    const served = holders.slice(at, (at += toServe.length))
    if (String([...served].sort(byNumber)) !== String([...toServe].sort(byNumber))) return undefined
  }
  return at === holders.length ? { holders, proved } : undefined
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}

const byNumber = (a: number, b: number) => a - b
