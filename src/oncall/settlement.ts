import type { CoverCount } from './covers.ts'
import { canCover, coverRun, createCoverCount, runsOf } from './covers.ts'
import { isWeekend, toDay } from './dates.ts'
import type { RotaProblem } from './errors.ts'
import type { Holiday } from './holidays.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { at, daysOfWeek, weekOf, weekStart } from './roster.ts'
import type { PublishedWeek } from './types.ts'

/** Who really holds a duty day, after R7–R9. */
export interface HeldDay {
  day: number
  planned: number
  holder: number
  kind: 'rotation' | 'cover' | 'override'
  /** Why the planned engineer does not hold it. */
  reason: 'day off' | 'absence' | { override: string | undefined } | undefined
}

/** R6: one holiday worked, owed back as a day off. */
export interface Credit {
  engineer: number
  day: number
  name: string
}

export interface DayOffTaken {
  engineer: number
  day: number
  cover: number
  /** False where nothing was earned that it could pay back: a published day off whose holiday was withdrawn, say. */
  isEarned: boolean
  for: Pick<Credit, 'day' | 'name'>
}

/** R6 and R10: a holiday worked; the own date of a great holiday that has a substitute day earns no credit. */
export interface WorkedHoliday {
  engineer: number
  day: number
  holiday: Holiday
}

export interface SettledWeek {
  days: readonly HeldDay[]
  worked: readonly WorkedHoliday[]
  earned: readonly Credit[]
  daysOff: readonly DayOffTaken[]
  /** Credits not paid back when the week ends, in order of date, then engineer. */
  owed: readonly Credit[]
  /** R8: unavailable days that nobody can cover, from the first week through this one. */
  uncovered: readonly RotaProblem[]
}

/** Settles week after week (R6–R9), since each depends on the credits and covers before it. */
export interface Settlement {
  week(week: number): SettledWeek
}

export function createSettlement(
  roster: Roster,
  planner: Planner,
  published: readonly PublishedWeek[],
): Settlement {
  const weeks: SettledWeek[] = []
  const uncovered: RotaProblem[] = []
  const covers = createCoverCount(roster)
  let owed: Credit[] = []

  const settleWeek = (week: number): SettledWeek => {
    const planned = planner.holder(week)
    const announced = published[week]
    const payable = owed.filter(
      (credit) => credit.engineer === planned && credit.day < weekStart(roster, week),
    )
    const decided = announced
      ? decideAsPublished(roster, covers, planned, announced, payable)
      : decide(roster, planner, covers, week, planned, payable, uncovered)

    const days = daysOfWeek(roster, week).map((day) => holdDay(roster, planned, day, decided))
    const worked = days.flatMap(({ holder, day }): WorkedHoliday[] => {
      const holiday = roster.worked(holder, day)
      return holiday ? [{ engineer: holder, day, holiday }] : []
    })
    const earned = worked
      .filter(({ holiday }) => holiday.credit)
      .map(({ engineer, day, holiday }) => ({ engineer, day, name: holiday.name }))
    const paid = new Set(decided.paid)
    owed = [...owed.filter((credit) => !paid.has(credit)), ...earned].sort(
      (a, b) => a.day - b.day || compareIds(roster, a.engineer, b.engineer),
    )
    const daysOff = decided.daysOff.map(({ day, credit }) => ({
      engineer: planned,
      day,
      // R11: whoever holds the day by a later override is its cover.
      cover: roster.override(day)?.engineer ?? decided.covers.get(day)?.cover ?? planned,
      isEarned: decided.paid.some((one) => one.day === credit.day),
      for: credit,
    }))
    return { days, worked, earned, daysOff, owed, uncovered: [...uncovered] }
  }

  return {
    week: (week) => {
      while (weeks.length <= week) weeks.push(settleWeek(weeks.length))
      return at(weeks, week)
    },
  }
}

/** By id, as people read them: the order of `daysOff` and `owed` within a date. */
function compareIds(roster: Roster, a: number, b: number): number {
  return at(roster.ids, a) < at(roster.ids, b) ? -1 : a === b ? 0 : 1
}

interface Decision {
  covers: ReadonlyMap<number, { cover: number; day: number; reason: 'day off' | 'absence' }>
  daysOff: readonly { day: number; credit: Pick<Credit, 'day' | 'name'> }[]
  paid: readonly Credit[]
}

function holdDay(roster: Roster, planned: number, day: number, decided: Decision): HeldDay {
  const override = roster.override(day)
  if (override) {
    return {
      day,
      planned,
      holder: override.engineer,
      kind: 'override',
      reason: { override: override.reason },
    }
  }
  const cover = decided.covers.get(day)
  if (cover) return { day, planned, holder: cover.cover, kind: 'cover', reason: cover.reason }
  return { day, planned, holder: planned, kind: 'rotation', reason: undefined }
}

/** R11: what was announced remains, whatever the rules would say today. */
function decideAsPublished(
  roster: Roster,
  coverCount: CoverCount,
  planned: number,
  announced: PublishedWeek,
  payable: readonly Credit[],
): Decision {
  const covers = new Map<number, { cover: number; day: number; reason: 'day off' | 'absence' }>()
  const add = (date: string, cover: string, reason: 'day off' | 'absence') => {
    covers.set(toDay(date), { day: toDay(date), cover: roster.indexOf(cover), reason })
  }
  for (const { date, cover } of announced.daysOff) add(date, cover, 'day off')
  for (const { date, cover } of announced.absences) add(date, cover, 'absence')
  // Whoever holds the day by a later override took the cover's place.
  const held = [...covers.keys()].filter((day) => !roster.override(day)).sort((a, b) => a - b)
  for (const run of runsOf(held)) {
    for (const day of run) coverCount.add(covers.get(day)?.cover ?? -1, at(run, 0))
  }

  const holdsAnotherDay = (dayOff: number): boolean =>
    daysOfWeek(roster, weekOf(roster, toDay(announced.start))).some((day) => {
      const holder = roster.override(day)?.engineer ?? covers.get(day)?.cover ?? planned
      return day !== dayOff && holder === planned
    })
  /** A day off that an override gives back, or whose whole week is swapped away, is not taken. */
  const isTaken = (day: number): boolean => {
    const override = roster.override(day)
    return !override || (override.engineer !== planned && holdsAnotherDay(day))
  }

  const left = [...payable]
  const paid: Credit[] = []
  const daysOff = announced.daysOff
    .filter(({ date }) => isTaken(toDay(date)))
    .map((dayOff) => {
      const index = left.findIndex(({ day }) => day === toDay(dayOff.for))
      const [credit] = index < 0 ? [] : left.splice(index, 1)
      if (credit) paid.push(credit)
      // Its holiday may have been withdrawn, or somebody else works it after all: the day off remains as announced.
      const name =
        dayOff.name ??
        credit?.name ??
        roster.holiday(planned, toDay(dayOff.for)) ??
        `holiday of ${dayOff.for}`
      return { day: toDay(dayOff.date), credit: { day: toDay(dayOff.for), name } }
    })
  return { covers, daysOff, paid }
}

function decide(
  roster: Roster,
  planner: Planner,
  covers: CoverCount,
  week: number,
  planned: number,
  payable: readonly Credit[],
  uncovered: RotaProblem[],
): Decision {
  const days = daysOfWeek(roster, week).filter((day) => roster.override(day) === undefined)
  const eligible = days.filter((day) => isEligibleDayOff(roster, planned, day))
  const daysOff = payable
    .slice(0, eligible.length)
    .map((credit, index) => ({ day: at(eligible, index), credit }))
  const dayOffDays = new Set(daysOff.map(({ day }) => day))
  const decided = new Map<number, { cover: number; day: number; reason: 'day off' | 'absence' }>()
  const away = days.filter((day) => dayOffDays.has(day) || roster.isUnavailable(planned, day))
  for (const run of runsOf(away)) {
    for (const { cover, day } of coverRun(roster, planner, covers, week, planned, run, uncovered)) {
      decided.set(day, { cover, day, reason: dayOffDays.has(day) ? 'day off' : 'absence' })
    }
  }
  return { covers: decided, daysOff, paid: daysOff.map(({ credit }) => credit) }
}

/** R7: whether the planned engineer may have the day off. */
function isEligibleDayOff(roster: Roster, planned: number, day: number): boolean {
  return (
    !isWeekend(day) &&
    roster.holiday(planned, day) === undefined &&
    !roster.isUnavailable(planned, day) &&
    canCover(roster, planned, day).some((engineer) => roster.holiday(engineer, day) === undefined)
  )
}
