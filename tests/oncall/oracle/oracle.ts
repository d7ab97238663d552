import { cycleOf, membersAt } from './cycles.ts'
import { type Day, dutyStart, isWeekend, parseWall, show, toDate } from './dates.ts'
import { type Duty, type DutyDay, dutyOf } from './duty.ts'
import { balancesAfter, isMonthEndWeek, rememberedIn } from './cost.ts'
import { secondsOf } from './seconds.ts'
import { type Plan, planner } from './plan.ts'
import {
  type Engineer,
  type Setting,
  at,
  createRota,
  endOfYear,
  heldHolidays,
  realSetting,
  undisturbedSetting,
  weekDays,
  yearOfWeek,
} from './setting.ts'
import type { CalendarYear, OracleInput, PublishedWeek, Shift } from './types.ts'

/** What rules R1 to R11 say about one rota; each year is computed once. */
export interface Oracle {
  firstYear: number
  year(year: number): CalendarYear
  /** R11: the first `count` weeks as entries of the published file. */
  publish(count: number): PublishedWeek[]
}

/** The calendar of one year, as the JSON contract of DESIGN section 4. */
export function oracle(input: OracleInput, year: number): CalendarYear {
  return prepare(input).year(year)
}

export function prepare(input: OracleInput): Oracle {
  const rota = createRota(input)
  const undisturbed = undisturbedSetting(rota)
  const undisturbedPlan = planner(undisturbed)
  const plain = (week: number): Engineer => {
    for (let year = yearOfWeek(rota, 0); ; year++) {
      const found = undisturbedPlan(year).turns[week]
      if (found !== undefined) return found
    }
  }
  const real = realSetting(rota, plain)
  const plan = planner(real)
  const id = (engineer: Engineer) => at(rota.ids, engineer)
  const dutyThrough = memo((weeks) => dutyOf(real, plan, weeks))

  return {
    firstYear: yearOfWeek(rota, 0),
    year: memo((year) => calendarYear(input, real, plan, dutyThrough(endOfYear(rota, year)), year, plain)),
    publish: (count) => {
      const duty = dutyThrough(count)
      return Array.from({ length: count }, (_, week): PublishedWeek => {
        const days = duty.days.filter((one) => one.week === week)
        const { cycles, turns } = plan(yearOfWeek(rota, week))
        const dates = new Set(days.map(({ day }) => day))
        return {
          start: toDate(at(weekDays(rota, week), 0)),
          engineer: id(at(turns, week)),
          cycle: toDate(at(weekDays(rota, cycleOf(cycles, week).first), 0)),
          ...(cycleOf(cycles, week).first === week && {
            members: [...cycleOf(cycles, week).members].sort((a, b) => a - b).map(id),
          }),
          plain: input.published[week]?.plain ?? id(plain(week)),
          holidays: Object.fromEntries(
            days.flatMap(({ day, holiday }) =>
              holiday === undefined || holiday.ownDateOnly ? [] : [[toDate(day), holiday.name]],
            ),
          ),
          daysOff: duty.daysOff
            .filter(({ day }) => dates.has(day))
            .map((off) => ({
              date: toDate(off.day),
              cover: id(off.cover),
              for: toDate(off.for.day),
              name: off.for.name,
            })),
          absences: duty.absences
            .filter((absence) => absence.week === week)
            .map(({ day, cover }) => ({ date: toDate(day), cover: id(cover) })),
        }
      })
    },
  }
}

function memo<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}

function calendarYear(
  input: OracleInput,
  setting: Setting,
  planAfter: (year: number) => Plan,
  duty: Duty,
  year: number,
  plain: (week: number) => Engineer,
): CalendarYear {
  const { rota } = setting
  const plan = planAfter(year)
  const id = (engineer: Engineer) => at(rota.ids, engineer)
  const weeks = weeksOf(setting, year)
  const days = duty.days.filter(({ week }) => weeks.includes(week))
  const first = at(days, 0).day
  const owed = duty.credits.filter(({ paid }) => !paid)
  const daysOff = duty.daysOff.filter(({ day }) => day >= first)
  const named = ({ day, name }: { day: Day; name: string }) => ({ date: toDate(day), name })

  return {
    version: 1,
    rota: input.id,
    year,
    timeZone: input.timeZone,
    optimal: true,
    proved: 'all',
    weeks: weeks.map((week) => ({
      start: toDate(at(weekDays(rota, week), 0)),
      engineer: id(at(plan.turns, week)),
      plain: input.published[week]?.plain ?? id(plain(week)),
      published: week < input.published.length,
      ...(input.monthEnd === true && { monthEnd: isMonthEndWeek(setting, week) }),
      holidays: days.flatMap(({ week: of, day, holiday, holder }) =>
        of === week && holiday !== undefined
          ? [
              {
                date: toDate(day),
                name: holiday.name,
                engineer: id(holder),
                weight: holiday.weight,
                ...(holiday.observedFor !== undefined && { observedFor: toDate(holiday.observedFor) }),
                ...(holiday.ownDateOnly && { credit: false as const }),
              },
            ]
          : [],
      ),
    })),
    shifts: shiftsOf(input, days, id),
    ...(input.second !== undefined &&
      input.second !== 'none' && { seconds: secondsOf(setting, planAfter, duty, days, input.second) }),
    daysOff: daysOff
      .sort((a, b) => a.day - b.day)
      .map((off) => ({
        engineer: id(off.engineer),
        date: toDate(off.day),
        cover: id(off.cover),
        for: named(off.for),
      })),
    owed: owed
      .sort((a, b) => a.day - b.day)
      .map((credit) => ({ engineer: id(credit.engineer), for: named(credit) })),
    ledger: ledgerOf(setting, plan, duty, days, weeks, year),
    roundRobin: roundRobin(undisturbedSetting(rota), year),
  }
}

function weeksOf(setting: Setting, year: number): number[] {
  const end = endOfYear(setting.rota, year)
  return Array.from({ length: end }, (_, week) => week).filter(
    (week) => yearOfWeek(setting.rota, week) === year,
  )
}

/** R9 and section 4: every instant at which something can change cuts; pieces that say the same are one shift. */
function shiftsOf(input: OracleInput, days: DutyDay[], id: (engineer: Engineer) => string): Shift[] {
  const zone = input.timeZone
  const windows = input.overrides
    .filter(({ from }) => from.includes('T'))
    .map((one) => ({ ...one, start: parseWall(one.from, zone), end: parseWall(one.to, zone) }))
  const shifts: (Omit<Shift, 'start' | 'end'> & { start: number; end: number })[] = []
  for (const { day, holder, planned, kind, reason } of days) {
    const dayStart = dutyStart(day, input.handoffTime, zone)
    const dayEnd = dutyStart(day + 1, input.handoffTime, zone)
    const cuts = [dayStart, dayEnd, ...windows.flatMap(({ start, end }) => [start, end])]
      .filter((instant) => dayStart <= instant && instant <= dayEnd)
      .sort((a, b) => a - b)
    for (const [index, start] of cuts.slice(0, -1).entries()) {
      const end = at(cuts, index + 1)
      if (start === end) continue
      const window = windows.find((one) => one.start <= start && start < one.end)
      const shift: (typeof shifts)[number] = {
        start,
        end,
        engineer: window?.engineer ?? id(holder),
        kind: window === undefined ? kind : 'override',
      }
      const why = window === undefined ? reason : window.reason
      if (window === undefined && kind === 'cover') shift.for = id(planned)
      if (shift.kind !== 'rotation' && why !== undefined) shift.reason = why
      if (window !== undefined) shift.hours = true
      const last = shifts.at(-1)
      const same =
        last?.engineer === shift.engineer &&
        last.kind === shift.kind &&
        last.for === shift.for &&
        last.reason === shift.reason &&
        last.hours === shift.hours
      if (same) last.end = end
      else shifts.push(shift)
    }
  }
  return shifts.map(({ start, end, ...rest }) => ({
    start: show(start, zone),
    end: show(end, zone),
    ...rest,
  }))
}

/** The engineers of `rotation` who are active on some day of the weeks. */
function activeIn(setting: Setting, weeks: number[]): Engineer[] {
  return setting.rota.rotation.filter((engineer) =>
    weeks.some((week) => weekDays(setting.rota, week).some((day) => setting.rota.active(engineer, day))),
  )
}

/** R10. */
function ledgerOf(
  setting: Setting,
  plan: Plan,
  duty: Duty,
  days: DutyDay[],
  weeks: number[],
  year: number,
): CalendarYear['ledger'] {
  const { rota } = setting
  const rows = activeIn(setting, weeks)
  const others = [...new Set(days.map(({ holder }) => holder))].filter((holder) => !rows.includes(holder))
  others.sort((a, b) => (at(rota.ids, a) < at(rota.ids, b) ? -1 : 1))
  const cycles = plan.cycles.filter((cycle) => yearOfWeek(rota, cycle.first) <= year)
  const balances = balancesAfter(setting, cycles, plan.turns, endOfYear(rota, year))
  const sizeOf = (week: number) => cycleOf(plan.cycles, week).members.length
  const remembered = weeks.flatMap((week) => rememberedIn(setting, plan.turns, week, sizeOf))
  return [...rows, ...others].map((engineer) => {
    const own = weeks.filter((week) => plan.turns[week] === engineer)
    const held = days.filter(({ holder }) => holder === engineer)
    return {
      engineer: at(rota.ids, engineer),
      weeks: own.length,
      dutyDays: held.length,
      holidays: held.filter(({ holiday }) => holiday !== undefined && !holiday.ownDateOnly).length,
      weekendDays: held.filter(({ day }) => isWeekend(day)).length,
      ...(rota.input.monthEnd === true && {
        monthEndWeeks: own.filter((week) => isMonthEndWeek(setting, week)).length,
      }),
      daysOff: duty.daysOff.filter((off) => off.engineer === engineer && off.day >= at(days, 0).day).length,
      covers: held.filter(({ kind }) => kind === 'cover').length,
      owed: duty.credits.filter((credit) => credit.engineer === engineer && !credit.paid).length,
      repeats: sum(remembered.filter(({ holder }) => holder === engineer).map(({ again }) => again)),
      greatPairs: sum(remembered.filter(({ holder }) => holder === engineer).map(({ pairs }) => pairs)),
      balance: at(balances, engineer),
    }
  })
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

/** What the cycles of R3 would give in plain `rotation` order, to compare with. */
function roundRobin(setting: Setting, year: number): CalendarYear['roundRobin'] {
  const turns: Engineer[] = []
  const weeks = weeksOf(setting, year)
  const sizes: number[] = []
  while (turns.length < endOfYear(setting.rota, year)) {
    const members = membersAt(setting, turns.length)
    turns.push(...members)
    sizes.push(...members.map(() => members.length))
  }
  const remembered = weeks.flatMap((week) => rememberedIn(setting, turns, week, (one) => at(sizes, one)))
  const held = weeks.flatMap((week) => heldHolidays(setting, week, at(turns, week)))
  return activeIn(setting, weeks).map((engineer) => ({
    engineer: at(setting.rota.ids, engineer),
    holidays: held.filter(({ holder, ownDateOnly }) => holder === engineer && !ownDateOnly).length,
    repeats: sum(remembered.filter(({ holder }) => holder === engineer).map(({ again }) => again)),
  }))
}
