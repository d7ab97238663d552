import { isWeekend, toDate, toDay } from './dates.ts'
import type { RotaProblem } from './errors.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { DAYS_PER_WEEK, at, daysOfWeek, weekOf, weekStart, yearOfWeek } from './roster.ts'
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
  for: Pick<Credit, 'day' | 'name'>
}

export interface SettledWeek {
  days: readonly HeldDay[]
  earned: readonly Credit[]
  daysOff: readonly DayOffTaken[]
  /** Credits not paid back when the week ends, in order of date, then engineer. */
  owed: readonly Credit[]
}

/** Settles week after week (R6–R9), since each depends on the credits and covers before it. */
export interface Settlement {
  week(week: number): SettledWeek
  /** R8: unavailable days that nobody can cover, in the weeks settled so far. */
  uncovered: readonly RotaProblem[]
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
      ? decideAsPublished(roster, covers, announced, payable)
      : decide(roster, planner, covers, week, planned, payable, uncovered)

    const days = daysOfWeek(roster, week).map((day) => holdDay(roster, planned, day, decided))
    const earned = days.flatMap(({ holder, day }) => {
      const name = roster.countedHoliday(holder, day)
      return name === undefined ? [] : [{ engineer: holder, day, name }]
    })
    const paid = new Set(decided.paid)
    owed = [...owed.filter((credit) => !paid.has(credit)), ...earned].sort(
      (a, b) => a.day - b.day || compareIds(roster, a.engineer, b.engineer),
    )
    const daysOff = decided.daysOff.map(({ day, credit }) => ({
      engineer: planned,
      day,
      cover: decided.covers.get(day)?.cover ?? planned,
      for: credit,
    }))
    return { days, earned, daysOff, owed }
  }

  return {
    uncovered,
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

/** R11: what was announced stands, whatever the rules would say today. */
function decideAsPublished(
  roster: Roster,
  coverCount: CoverCount,
  announced: PublishedWeek,
  payable: readonly Credit[],
): Decision {
  const covers = new Map<number, { cover: number; day: number; reason: 'day off' | 'absence' }>()
  const add = (date: string, cover: string, reason: 'day off' | 'absence') => {
    covers.set(toDay(date), { day: toDay(date), cover: roster.indexOf(cover), reason })
    // Whoever holds the day by a later override took the cover's place.
    if (!roster.override(toDay(date))) coverCount.add(roster.indexOf(cover), toDay(date))
  }
  for (const { date, cover } of announced.daysOff) add(date, cover, 'day off')
  for (const { date, cover } of announced.absences) add(date, cover, 'absence')
  const daysOff = announced.daysOff.map((dayOff) => {
    const credit = payable.find(({ day }) => day === toDay(dayOff.for))
    // A holiday withdrawn after its day off was announced: the day off stands, its credit is gone.
    return {
      day: toDay(dayOff.date),
      credit: credit ?? { day: toDay(dayOff.for), name: 'Withdrawn holiday' },
    }
  })
  const paid = payable.filter((credit) => daysOff.some((dayOff) => dayOff.credit === credit))
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

/** R8: the other engineers of the rotation who are active and available that day, in order of `rotation`. */
function canCover(roster: Roster, planned: number, day: number): number[] {
  const others: number[] = []
  for (let engineer = 0; engineer < roster.rotationSize; engineer++) {
    if (engineer === planned) continue
    if (roster.isActive(engineer, day) && !roster.isUnavailable(engineer, day)) others.push(engineer)
  }
  return others
}

/** Days that follow each other. */
function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

/** R8: from a run's first day, one engineer takes as many of its days as anyone can, then the next. */
function coverRun(
  roster: Roster,
  planner: Planner,
  covers: CoverCount,
  week: number,
  planned: number,
  run: readonly number[],
  uncovered: RotaProblem[],
): { cover: number; day: number }[] {
  const decided: { cover: number; day: number }[] = []
  for (let index = 0; index < run.length;) {
    const day = at(run, index)
    const candidates = canCover(roster, planned, day)
    if (candidates.length === 0) {
      uncovered.push(nobodyCovers(roster, planned, day))
      index++
      continue
    }
    const reach = new Map(
      candidates.map((engineer) => [engineer, reachOf(roster, planned, engineer, run.slice(index))]),
    )
    const longest = Math.max(...reach.values())
    const able = candidates.filter((engineer) => reach.get(engineer) === longest)
    // Where the day is everyone's holiday, one takes that day alone.
    const stretch = run.slice(index, index + Math.max(1, longest))
    const cover = chooseCover(roster, planner, week, able, stretch, covers)
    for (const covered of stretch) {
      covers.add(cover, covered)
      decided.push({ cover, day: covered })
    }
    index += stretch.length
  }
  return decided
}

/** How many of the days, from the first, the engineer can take without a holiday of their own among them. */
function reachOf(roster: Roster, planned: number, engineer: number, days: readonly number[]): number {
  const end = days.findIndex(
    (day) =>
      !canCover(roster, planned, day).includes(engineer) || roster.holiday(engineer, day) !== undefined,
  )
  return end < 0 ? days.length : end
}

/** R8, the order of preference. `able` is in order of `rotation`, and sorting keeps it among equals. */
function chooseCover(
  roster: Roster,
  planner: Planner,
  week: number,
  able: readonly number[],
  stretch: readonly number[],
  covers: CoverCount,
): number {
  const end = planner.endOf(yearOfWeek(roster, week) + 1)
  const first = at(stretch, 0)
  const last = at(stretch, stretch.length - 1)
  const isPlanned = (engineer: number, day: number) => {
    const itsWeek = weekOf(roster, day)
    return itsWeek >= 0 && itsWeek < end && planner.holder(itsWeek) === engineer
  }
  const ranked = able.map((engineer) => ({
    engineer,
    touches: isPlanned(engineer, first - 1) || isPlanned(engineer, last + 1),
    given: covers.before(engineer, first),
    distance: distanceToTurn(roster, planner, end, week, engineer, first, last),
  }))
  ranked.sort(
    (a, b) =>
      Number(a.touches) - Number(b.touches) ||
      a.given - b.given ||
      // Infinity (no turn at all) minus itself is not a number.
      (a.distance === b.distance ? 0 : b.distance - a.distance),
  )
  return at(ranked, 0).engineer
}

/** Days between the stretch and the nearest duty day of the engineer's own planned weeks. */
function distanceToTurn(
  roster: Roster,
  planner: Planner,
  end: number,
  week: number,
  engineer: number,
  first: number,
  last: number,
): number {
  let nearest = Infinity
  for (let before = week - 1; before >= 0; before--) {
    if (planner.holder(before) !== engineer) continue
    nearest = first - (weekStart(roster, before) + DAYS_PER_WEEK - 1)
    break
  }
  for (let after = week + 1; after < end; after++) {
    if (planner.holder(after) !== engineer) continue
    nearest = Math.min(nearest, weekStart(roster, after) - last)
    break
  }
  return nearest
}

interface CoverCount {
  add(engineer: number, day: number): void
  /** Cover days of the engineer on dates before `day`, the newcomer's head start included. */
  before(engineer: number, day: number): number
}

function createCoverCount(roster: Roster): CoverCount {
  const given = roster.ids.map((): number[] => [])
  const headStarts = new Map<number, number>()

  /** R8: a newcomer starts, on their `from` date, from the mean of the others active that day, rounded down. */
  const headStart = (engineer: number): number => {
    const from = at(roster.from, engineer)
    if (from <= roster.start) return 0
    const known = headStarts.get(engineer)
    if (known !== undefined) return known
    const others: number[] = []
    for (let other = 0; other < roster.rotationSize; other++) {
      // Who starts the same day has no count of their own yet.
      if (other === engineer || !roster.isActive(other, from) || at(roster.from, other) === from) continue
      others.push(before(other, from))
    }
    const mean = others.length === 0 ? 0 : Math.floor(others.reduce((a, b) => a + b, 0) / others.length)
    headStarts.set(engineer, mean)
    return mean
  }

  const before = (engineer: number, day: number): number =>
    headStart(engineer) + at(given, engineer).filter((covered) => covered < day).length

  return { before, add: (engineer, day) => given[engineer]?.push(day) }
}

function nobodyCovers(roster: Roster, planned: number, day: number): RotaProblem {
  const engineer = at(roster.ids, planned)
  return {
    rule: 'rota-nobody-covers',
    severity: 'error',
    message: `Nobody can cover ${toDate(day)}, on which ${engineer} is unavailable`,
    hint: 'Add an override for that day, or correct somebody’s `unavailable`, `from` or `until`.',
    date: toDate(day),
    engineer,
  }
}
