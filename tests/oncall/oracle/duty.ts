import {
  type Engineer,
  type Rota,
  type Setting,
  at,
  announcedHoliday,
  overrideOn,
  weekDays,
  yearOfWeek,
} from './setting.ts'
import { type Day, isWeekend, toDate, toDay } from './dates.ts'
import { type Holiday } from './holidays.ts'
import { type Plan } from './plan.ts'
import { cycleOf } from './cycles.ts'

/** R6: one holiday worked, and the day off that paid it back (R7). */
export interface Credit {
  engineer: Engineer
  day: Day
  name: string
  paid: boolean
}

export interface DutyDay {
  day: Day
  week: number
  planned: Engineer
  holder: Engineer
  kind: 'rotation' | 'cover' | 'override'
  reason: string | undefined
  /** The holiday that the holder works; an own date beside its substitute day earns no credit. */
  holiday: Holiday | undefined
}

export interface DayOff {
  engineer: Engineer
  day: Day
  cover: Engineer
  for: { day: Day; name: string }
}

/** A day held as a cover, and the first day of the run that it is part of. */
interface Cover {
  day: Day
  engineer: Engineer
  run: Day
}

export interface Absence {
  week: number
  day: Day
  cover: Engineer
}

export interface Duty {
  days: DutyDay[]
  daysOff: DayOff[]
  absences: Absence[]
  credits: Credit[]
}

/** R8: the plans through the year after, or through the year itself where the year after cannot be planned. */
function planAround(planAfter: (year: number) => Plan, year: number): Plan {
  try {
    return planAfter(year + 1)
  } catch {
    return planAfter(year)
  }
}

/** R6 to R9 and R11: who holds every duty day of the first `weeks` weeks, and what it earns and pays back. */
export function dutyOf(setting: Setting, planAfter: (year: number) => Plan, weeks: number): Duty {
  const { rota } = setting
  const duty: Duty = { days: [], daysOff: [], absences: [], credits: [] }
  const covers: Cover[] = []

  for (let week = 0; week < weeks; week++) {
    const plan = planAround(planAfter, yearOfWeek(rota, week))
    const planned = at(plan.turns, week)
    const published = setting.published[week]
    const days = weekDays(rota, week)
    const dayOffCover = new Map<Day, Engineer>()
    const absenceCover = new Map<Day, Engineer>()

    if (published === undefined) {
      const absent = days.filter(
        (day) => setting.override(day) === undefined && setting.unavailable(planned, day),
      )
      const eligible = days.filter(
        (day) =>
          !isWeekend(day) &&
          rota.holiday(planned, day) === undefined &&
          setting.override(day) === undefined &&
          !setting.unavailable(planned, day) &&
          candidates(setting, planned, day).some((engineer) => rota.holiday(engineer, day) === undefined),
      )
      const due = duty.credits
        .filter((credit) => credit.engineer === planned && !credit.paid && credit.day < at(days, 0))
        .sort((a, b) => a.day - b.day)
      const paidBack = new Map<Day, Credit>()
      for (const [index, credit] of due.entries()) {
        const day = eligible[index]
        if (day !== undefined) paidBack.set(day, credit)
      }
      const away = days.filter((day) => absent.includes(day) || paidBack.has(day))
      for (const { day, engineer } of coverRun(setting, plan, planned, week, away, covers)) {
        if (absent.includes(day)) absenceCover.set(day, engineer)
        else dayOffCover.set(day, engineer)
      }
      for (const [day, credit] of paidBack) {
        credit.paid = true
        duty.daysOff.push({ engineer: planned, day, cover: dayOffCover.get(day) ?? planned, for: credit })
      }
    } else {
      const id = (name: string) => rota.ids.indexOf(name)
      for (const { date, cover } of published.absences) absenceCover.set(toDay(date), id(cover))
      for (const { date, cover } of published.daysOff) dayOffCover.set(toDay(date), id(cover))
      const holderOf = (day: Day): Engineer =>
        setting.override(day) ?? absenceCover.get(day) ?? dayOffCover.get(day) ?? planned
      for (const { date, for: earned, name } of published.daysOff) {
        const day = toDay(date)
        const override = setting.override(day)
        const holdsAnother = days.some((other) => other !== day && holderOf(other) === planned)
        // Given back to them, or swapped away with the whole week: it is not taken.
        if (override === planned || (override !== undefined && !holdsAnother)) continue
        const credit = duty.credits.find(
          (one) =>
            one.engineer === planned && one.day === toDay(earned) && !one.paid && one.day < at(days, 0),
        )
        if (credit !== undefined) credit.paid = true
        duty.daysOff.push({
          engineer: planned,
          day,
          cover: holderOf(day),
          for: {
            day: toDay(earned),
            name: name ?? credit?.name ?? rota.holiday(planned, toDay(earned)) ?? `holiday of ${earned}`,
          },
        })
      }
    }

    for (const [day, cover] of absenceCover) duty.absences.push({ week, day, cover })
    for (const day of days) {
      const override = setting.override(day)
      const cover = absenceCover.get(day) ?? dayOffCover.get(day)
      const holder = override ?? cover ?? planned
      const kind = override !== undefined ? 'override' : cover !== undefined ? 'cover' : 'rotation'
      const holiday =
        published === undefined || override !== undefined
          ? rota.feels(holder, day)
          : announcedHoliday(rota, published, holder, day)
      const reason =
        kind === 'cover' ? (absenceCover.has(day) ? 'absence' : 'day off') : overrideReason(rota, day)
      duty.days.push({ day, week, planned, holder, kind, reason, holiday })
      if (kind === 'cover') {
        const before = covers.at(-1)
        const follows = before !== undefined && before.day === day - 1 && day > at(days, 0)
        covers.push({ day, engineer: holder, run: follows ? before.run : day })
      }
      if (holiday !== undefined && !holiday.ownDateOnly)
        duty.credits.push({ engineer: holder, day, name: holiday.name, paid: false })
    }
  }
  return duty
}

function overrideReason(rota: Rota, day: Day): string | undefined {
  return overrideOn(rota.input, day)?.reason
}

/** R8: who can take a day of somebody's week at all. */
function candidates(setting: Setting, planned: Engineer, day: Day): Engineer[] {
  return setting.rota.rotation.filter(
    (engineer) =>
      engineer !== planned && setting.rota.active(engineer, day) && !setting.unavailable(engineer, day),
  )
}

/** R8: covers for the days of one week that its engineer is away, in order of date. */
function coverRun(
  setting: Setting,
  plan: Plan,
  planned: Engineer,
  week: number,
  away: Day[],
  earlier: Cover[],
): Cover[] {
  const { rota } = setting
  const chosen: Cover[] = []
  const waiting = [...away]
  for (;;) {
    const first = waiting[0]
    if (first === undefined) return chosen
    const able = candidates(setting, planned, first)
    if (able.length === 0) throw new Error(`nobody can cover ${toDate(first)}`)
    const reach = (engineer: Engineer): number => {
      let count = 0
      while (
        waiting[count] === first + count &&
        candidates(setting, planned, first + count).includes(engineer) &&
        rota.holiday(engineer, first + count) === undefined
      )
        count++
      return count
    }
    const most = Math.max(...able.map(reach))
    const count = Math.max(1, most)
    const taken = waiting.splice(0, count)
    const takers = able.filter((engineer) => reachBefore(setting, planned, engineer, taken, most))
    const covers = [...earlier, ...chosen]
    const own = (engineer: Engineer) => ownDays(setting, plan, engineer, yearOfWeek(rota, week) + 1)
    const rank = (engineer: Engineer): number[] => {
      const duty = own(engineer)
      const touches = duty.has(at(taken, 0) - 1) || duty.has(at(taken, taken.length - 1) + 1)
      const distance = Math.min(
        ...[...duty].map((day) => Math.min(...taken.map((one) => Math.abs(one - day)))),
      )
      return [touches ? 1 : 0, coverDays(rota, covers, engineer), -distance, engineer]
    }
    const [best] = takers
      .map((engineer) => ({ engineer, rank: rank(engineer) }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
    if (best === undefined) throw new Error('no taker')
    // The run that the days are part of, not only those that one engineer takes.
    const begins = away.filter((day) => day <= first).findLast((day) => !away.includes(day - 1))
    chosen.push(...taken.map((day) => ({ day, engineer: best.engineer, run: begins ?? first })))
  }
}

/** Whether an engineer can take all of `taken`: without a holiday of their own, unless nobody can (`most` is 0). */
function reachBefore(
  setting: Setting,
  planned: Engineer,
  engineer: Engineer,
  taken: Day[],
  most: number,
): boolean {
  return taken.every(
    (day) =>
      candidates(setting, planned, day).includes(engineer) &&
      (most === 0 || setting.rota.holiday(engineer, day) === undefined),
  )
}

/** The days of an engineer's own planned weeks, of the plans through `year`. */
function ownDays(setting: Setting, plan: Plan, engineer: Engineer, year: number): Set<Day> {
  const { rota } = setting
  return new Set(
    plan.turns.flatMap((turn, week) =>
      turn === engineer && yearOfWeek(rota, cycleOf(plan.cycles, week).first) <= year
        ? weekDays(rota, week)
        : [],
    ),
  )
}

/** R8: the cover days so far, a newcomer's counted on from the mean of the others on their first day. */
function coverDays(rota: Rota, covers: Cover[], engineer: Engineer): number {
  const given = covers.filter((cover) => cover.engineer === engineer).length
  return given + startingCovers(rota, covers, engineer)
}

function startingCovers(rota: Rota, covers: Cover[], engineer: Engineer): number {
  const from = rota.from(engineer)
  if (from <= rota.start) return 0
  // Who starts on the same day has no count yet, and is not among the others.
  const others = rota.rotation.filter(
    (other) => rota.active(other, from) && (rota.from(other) < from || from <= rota.start),
  )
  const counts = others.map(
    (other) =>
      covers.filter((cover) => cover.engineer === other && cover.run < from).length +
      startingCovers(rota, covers, other),
  )
  return counts.length === 0 ? 0 : Math.floor(counts.reduce((sum, one) => sum + one, 0) / counts.length)
}

function compareRanks(a: number[], b: number[]): number {
  for (const [index, value] of a.entries()) {
    const other = at(b, index)
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
