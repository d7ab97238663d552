import { spawnSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { toDate, toDay } from '../../src/oncall/dates.ts'
import type { CalendarYear, RotaCalendar, RotaInput } from '../../src/oncall/index.ts'
import { LEVELS, RotaError, covers, createCalendar } from '../../src/oncall/index.ts'
import { firstDutyDay } from '../../src/oncall/roster.ts'
import { changingRotas, rotas } from './arbitrary-rota.ts'
import { SEED, scale } from './scale.ts'

const ROTAS = scale(300, 10_000)
/** Of them, those whose every day is looked at. */
const ROTAS_BY_DAY = scale(100, 1000)
const CHANGING_ROTAS = scale(80, 2000)
const ROTAS_IN_EVERY_ZONE = scale(15, 40)
/** The first property plans them all: about 33 ms of CPU each, so that 10,000 take more than five minutes on one core. */
const TIMEOUT = scale(300_000, 1_800_000)

interface Planned {
  rota: RotaInput
  calendar: RotaCalendar
  year: CalendarYear
}

const planned = new Map<string, Planned | undefined>()

/**
 * The first year of a rota, computed once for all properties. The input is frozen through and through: to change it
 * would throw. A rota in which nobody can cover a day has no calendar; the property is not about it.
 */
function plan(rota: RotaInput): Planned {
  const key = JSON.stringify(rota)
  if (!planned.has(key)) planned.set(key, tryPlan(rota))
  const found = planned.get(key)
  fc.pre(found !== undefined)
  return found as NonNullable<typeof found>
}

function tryPlan(rota: RotaInput): Planned | undefined {
  return unlessUncovered(() => {
    const calendar = createCalendar(deepFreeze(rota), dateHolidays)
    return { rota, calendar, year: calendar.year(calendar.firstYear) }
  })
}

function unlessUncovered<Value>(compute: () => Value): Value | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RotaError && error.problems.every(({ rule }) => rule === 'rota-nobody-covers')) {
      return undefined
    }
    throw error
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}

/** Shifts follow each other without a gap or an overlap, over exactly the year’s weeks. */
function expectContiguous({ rota, calendar, year }: Planned): void {
  const instants = year.shifts.map((shift) => [Date.parse(shift.start), Date.parse(shift.end)] as const)
  for (const [index, [start, end]] of instants.entries()) {
    expect(end).toBeGreaterThan(start)
    expect(end).toBe(instants[index + 1]?.[0] ?? end)
  }
  const [first, last] = [year.shifts[0], year.shifts.at(-1)]
  const next = toDate(toDay(year.weeks.at(-1)?.start ?? '') + 7)
  const local = (instant: string | undefined) => DateTime.fromISO(instant ?? '', { zone: rota.timeZone })
  // Clocks may change in the night of a handoff: not by more than an hour.
  const evening = rota.handoffTime > '12:00' ? 1 : 0
  for (const [instant, date] of [
    [first?.start, rota.start],
    [last?.end, toDate(toDay(next) - evening)],
  ] as const) {
    const wall = DateTime.fromISO(`${date}T${rota.handoffTime}`, {
      zone: rota.timeZone,
    })
    expect(Math.abs(local(instant).diff(wall, 'minutes').minutes)).toBeLessThanOrEqual(60)
  }
  expect(calendar.shiftAt(new Date(Date.parse(first?.start ?? '') - 1).toISOString())).toBeUndefined()
  for (const share of [0, 0.25, 0.5, 0.75]) {
    const shift = year.shifts[Math.floor(share * year.shifts.length)]
    expect(calendar.shiftAt(shift?.start ?? '')).toEqual(shift)
    expect(calendar.shiftAt(new Date(Date.parse(shift?.end ?? '') - 1).toISOString())).toEqual(shift)
  }
}

const creditKey = (engineer: string, date: string) => `${engineer} ${date}`
const earnedIn = (year: CalendarYear) =>
  year.weeks
    .flatMap((week) => week.holidays)
    // The own date of a great holiday weighs, and earns nothing.
    .filter((worked) => worked.credit !== false)
    .map((worked) => creditKey(worked.engineer, worked.date))
const paidIn = (year: CalendarYear) =>
  year.daysOff.map((dayOff) => creditKey(dayOff.engineer, dayOff.for.date))
const owedIn = (year: CalendarYear) => year.owed.map((credit) => creditKey(credit.engineer, credit.for.date))

/** Nobody is on duty who is not there, and who covers does it for somebody else of the rotation. */
function expectPresent({ rota, calendar }: Planned, from = ''): void {
  for (const day of calendar.days(calendar.firstYear)) {
    if (day.date < from) continue
    const holder = rota.engineers[day.holder]
    expect(holder?.unavailable?.some((away) => away.from <= day.date && day.date <= away.to)).not.toBe(true)
    expect((holder?.from ?? day.date) <= day.date && day.date <= (holder?.until ?? day.date)).toBe(true)
    if (day.kind === 'override') continue
    expect(rota.rotation).toContain(day.holder)
    if (day.kind === 'cover') expect(day.holder).not.toBe(day.planned)
    else expect(day.holder).toBe(day.planned)
  }
}

/** In every cycle that ends within the year, each member serves exactly once. */
function expectServedOnce({ calendar, year }: Planned): void {
  const holders = year.weeks.map((week) => week.engineer)
  let next = 0
  for (const { start, members } of calendar.explain(year.year).cycles) {
    expect(year.weeks[next]?.start).toBe(start)
    const served = holders.slice(next, next + members.length)
    next += members.length
    if (next <= holders.length) expect(served.toSorted()).toEqual(members.toSorted())
  }
  expect(next).toBeGreaterThanOrEqual(holders.length)
}

function forEachRota(numRuns: number, holds: (found: Planned) => void): void {
  fc.assert(
    fc.property(rotas, (rota) => {
      holds(plan(rota))
    }),
    { seed: SEED, numRuns },
  )
}

describe(`in each of ${String(ROTAS)} generated rotas (seed ${String(SEED)})`, { timeout: TIMEOUT }, () => {
  it('every instant has exactly one holder', () => {
    forEachRota(ROTAS, expectContiguous)
  })

  it('credits are days off and what is owed, none twice', () => {
    forEachRota(ROTAS, ({ year }) => {
      const settled = [...paidIn(year), ...owedIn(year)]
      expect(settled.toSorted()).toEqual(earnedIn(year).toSorted())
      expect(new Set(settled).size).toBe(settled.length)
    })
  })

  it('every complete cycle serves everyone once', () => {
    forEachRota(ROTAS, expectServedOnce)
  })

  it('the ledger adds up to the shifts', () => {
    forEachRota(ROTAS, ({ year }) => {
      const sum = (column: 'weeks' | 'dutyDays' | 'holidays' | 'daysOff' | 'covers' | 'monthEndWeeks') =>
        year.ledger.reduce((total, row) => total + (row[column] ?? 0), 0)
      expect(sum('weeks')).toBe(year.weeks.length)
      expect(sum('dutyDays')).toBe(year.weeks.length * 7)
      expect(sum('holidays')).toBe(earnedIn(year).length)
      expect(sum('daysOff')).toBe(year.daysOff.length)
      expect(sum('monthEndWeeks')).toBe(year.weeks.filter((week) => week.monthEnd).length)
      expect(sum('covers')).toBeGreaterThanOrEqual(year.daysOff.length)
    })
  })
})

describe(`who is second in ${String(ROTAS)} of them`, { timeout: TIMEOUT }, () => {
  it('is never who is on call, and comes in order, within the year’s weeks', () => {
    forEachRota(ROTAS, ({ rota, calendar, year }) => {
      expect(year.seconds !== undefined).toBe((rota.second ?? 'none') !== 'none')
      const seconds = year.seconds ?? []
      for (const [index, { start, end, engineer }] of seconds.entries()) {
        expect(Date.parse(end)).toBeGreaterThan(Date.parse(start))
        expect(Date.parse(seconds[index + 1]?.start ?? end)).toBeGreaterThanOrEqual(Date.parse(end))
        if (index % 7 === 0) expect(calendar.shiftAt(start)?.engineer).not.toBe(engineer)
      }
    })
  })
})

describe(`on every day of ${String(ROTAS_BY_DAY)} of them`, { timeout: TIMEOUT }, () => {
  it('a day off is a working day of the engineer’s own, after the holiday, and one a day', () => {
    forEachRota(ROTAS_BY_DAY, ({ year, calendar }) => {
      if (year.daysOff.length === 0) return
      const days = new Map(calendar.days(year.year).map((day) => [day.date, day]))
      expect(new Set(year.daysOff.map(({ date }) => date)).size).toBe(year.daysOff.length)
      for (const dayOff of year.daysOff) {
        expect(days.get(dayOff.date)).toMatchObject({
          planned: dayOff.engineer,
          holder: dayOff.cover,
          kind: 'cover',
        })
        expect(dayOff.for.date < dayOff.date).toBe(true)
        expect([6, 7]).not.toContain(DateTime.fromISO(dayOff.date).weekday)
      }
    })
  })

  it('nobody covers themselves, and nobody is on duty who is away or has left', () => {
    forEachRota(ROTAS_BY_DAY, expectPresent)
  })

  it('the duty day of a date contains its noon', () => {
    forEachRota(ROTAS_BY_DAY, ({ rota, calendar, year }) => {
      for (const day of calendar.days(year.year)) {
        const noon = DateTime.fromISO(`${day.date}T12:00`, { zone: rota.timeZone }).toMillis()
        expect(Date.parse(day.start)).toBeLessThanOrEqual(noon)
        expect(Date.parse(day.end)).toBeGreaterThan(noon)
      }
    })
  })
})

describe(
  `in each of ${String(CHANGING_ROTAS)} generated rotas with announced weeks (seed ${String(SEED)})`,
  { timeout: TIMEOUT },
  () => {
    const forEachChange = (holds: (before: Planned, announced: Planned, changed: Planned) => void) => {
      fc.assert(
        fc.property(changingRotas, ({ before, after, weeks }) => {
          const first = plan(before)
          const through = toDate(toDay(before.start) + weeks * 7 - 1)
          const published = unlessUncovered(() => first.calendar.publishable(through))
          fc.pre(published !== undefined)
          holds(first, plan({ ...before, published }), plan({ ...after, published }))
        }),
        { seed: SEED, numRuns: CHANGING_ROTAS },
      )
    }

    it('announcing what was planned changes nothing', () => {
      forEachChange((before, announced) => {
        // R11: who is away in each of the weeks that are left of a cycle does not serve in it, also where it was planned otherwise.
        const cycle = announced.rota.published.at(-1)?.cycle
        const membersOf = ({ calendar, year }: Planned) =>
          calendar.explain(year.year).cycles.find(({ start }) => start === cycle)?.members
        fc.pre(JSON.stringify(membersOf(announced)) === JSON.stringify(membersOf(before)))
        const bare = (found: Planned) => ({
          ...found.year,
          proved: undefined,
          optimal: undefined,
          weeks: found.year.weeks.map((week) => ({ ...week, published: false })),
        })
        expect(bare(announced)).toEqual(bare(before))
        // With fewer weeks open there is less to prove: of many members, more of it may be.
        for (const level of LEVELS)
          if (covers(before.year.proved, level)) expect(covers(announced.year.proved, level)).toBe(true)
        expect(announced.year.optimal).toBe(announced.year.proved === 'all')
      })
    })

    it('published weeks never move, whatever happens to holidays, leave, overrides or the roster', () => {
      forEachChange((_before, announced, changed) => {
        const decided = (found: Planned) => found.rota.published.map((_, index) => found.year.weeks[index])
        const part = (found: Planned) =>
          decided(found).map((week) => week && [week.start, week.engineer, week.plain])
        expect(part(changed)).toEqual(part(announced))
        expect(changed.calendar.publishable(changed.rota.published.at(-1)?.start ?? '')).toEqual(
          changed.rota.published,
        )
      })
    })

    it('after them, everything holds as ever', () => {
      forEachChange((_before, _announced, changed) => {
        expectContiguous(changed)
        expectServedOnce(changed)
        const published = changed.rota.published
        expectPresent(changed, toDate(firstDutyDay(changed.rota) + published.length * 7))
        const earned = earnedIn(changed.year)
        const settled = [...paidIn(changed.year), ...owedIn(changed.year)].filter((key) =>
          earned.includes(key),
        )
        expect(settled.toSorted()).toEqual(earned.toSorted())
      })
    })
  },
)

describe('the zone of the machine changes nothing', { timeout: TIMEOUT }, () => {
  it(`in ${String(ROTAS_IN_EVERY_ZONE)} rotas and a year of every calendar, under four values of TZ`, () => {
    const script = path.join(import.meta.dirname, 'print-calendars.ts')
    const [reference, ...others] = [
      'UTC',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Australia/Lord_Howe',
    ].map((zone) => {
      const child = spawnSync(process.execPath, [script, String(SEED), String(ROTAS_IN_EVERY_ZONE)], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      })
      expect(child.stderr).toBe('')
      return child.stdout.trim().split('\n')
    })
    expect(reference?.length).toBeGreaterThan(ROTAS_IN_EVERY_ZONE)
    for (const other of others) expect(other).toEqual(reference)
  })
})
