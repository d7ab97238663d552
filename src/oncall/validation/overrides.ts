import { isRealDate, toDate, toWallClock } from '../dates.ts'
import { unknownEngineer, type RotaProblem } from '../errors.ts'
import type { HolidaySource } from '../holiday-source.ts'
import type { DaysOverride, HoursOverride } from '../overrides.ts'
import { daysOverrides, daysTouched, hasHours, hoursOverrides, overrideOf } from '../overrides.ts'
import type { Roster } from '../roster.ts'
import { createRoster } from '../roster.ts'
import type { Override, RotaInput } from '../types.ts'

/** No override is about more days than that: a wrong year is a mistake, and not fifty years of duty. */
const MAX_DAYS = 1000

/** R9: overrides that name no days, that contradict each other, or that put somebody on duty who is not there. */
export function overrideProblems(rota: RotaInput, source: HolidaySource): RotaProblem[] {
  const written = rota.overrides.map((override, index) => writtenProblem(rota, override, index))
  const sound = written.map((problem) => problem === undefined)
  const roster = createRoster(
    { ...rota, overrides: rota.overrides.filter((_, index) => sound[index]) },
    source,
  )
  const days = daysOverrides(rota).filter(({ index }) => sound[index])
  const hours = hoursOverrides(rota).filter(({ index }) => sound[index])
  return [
    ...written.flatMap((problem) => problem ?? []),
    ...days.flatMap((override, place) => sameDays(rota, days.slice(0, place), override)),
    ...hours.flatMap((window, place) => sameHours(rota, hours.slice(0, place), window)),
    ...days.flatMap((override) => notThere(rota, roster, override, appliedDays(days, override))),
    ...hours.flatMap((window) => notThere(rota, roster, window, touchedDays(rota, window))),
  ].sort((a, b) => (a.override ?? 0) - (b.override ?? 0))
}

function problemOf(rota: RotaInput, index: number, rule: string, message: string, hint: string): RotaProblem {
  const override = rota.overrides[index]
  return {
    rule,
    severity: 'error',
    message,
    hint,
    override: index,
    ...(override && { date: override.from.slice(0, 10), engineer: override.engineer }),
  }
}

function spanOf(override: Override | undefined): string {
  return override ? `${override.from} to ${override.to}` : ''
}

/** What is wrong with one override by itself. */
function writtenProblem(rota: RotaInput, override: Override, index: number): RotaProblem | undefined {
  if (!rota.engineers[override.engineer]) {
    const where = { override: index, date: override.from.slice(0, 10), engineer: override.engineer }
    return unknownEngineer(rota, override.engineer, where)
  }
  const error = (rule: string, message: string, hint: string) => problemOf(rota, index, rule, message, hint)
  const both = [override.from, override.to]
  if (hasHours(override)) {
    if (both.some((text) => !toWallClock(text))) {
      const message = `The override ${spanOf(override)} mixes or misspells dates and times`
      return error(
        'rota-date',
        message,
        'Write two dates, or two times of the wall clock as 2026-03-04T18:00.',
      )
    }
    const [window] = hoursOverrides({ ...rota, overrides: [override] })
    if (window && window.start < window.end) return undefined
  } else {
    const wrong = both.find((text) => !isRealDate(text))
    if (wrong !== undefined) return error('rota-date', `No date "${wrong}"`, 'Write it as YYYY-MM-DD.')
    const [days] = daysOverrides({ ...rota, overrides: [override] })
    if (days && days.last - days.first > MAX_DAYS) {
      const message = `The override ${spanOf(override)} is longer than ${String(MAX_DAYS)} days`
      return error('rota-range', message, 'Correct its dates, or change the rotation instead.')
    }
    if (override.from <= override.to) return undefined
  }
  const message = `The override ${spanOf(override)} ends before it begins`
  return error('rota-range', message, 'Swap or correct the dates.')
}

/** R9: the shorter of two overrides applies; where they are equally long, nobody knows which. */
function sameDays(rota: RotaInput, others: readonly DaysOverride[], override: DaysOverride): RotaProblem[] {
  const rival = others.find(
    (other) =>
      other.first <= override.last &&
      override.first <= other.last &&
      other.last - other.first === override.last - override.first,
  )
  if (!rival) return []
  const [from, to] = [Math.max(override.first, rival.first), Math.min(override.last, rival.last)]
  const days = from === to ? toDate(from) : `${toDate(from)} to ${toDate(to)}`
  const message =
    `The override ${spanOf(rota.overrides[override.index])} overlaps the one ` +
    `from ${spanOf(rota.overrides[rival.index])}, and is as long`
  const hint =
    `${whoIsNamed(override, rival)} Agree on who holds ${days}, then delete or shorten one of the two changes: ` +
    'on a day that both name, the shorter one applies.'
  return [problemOf(rota, override.index, 'rota-override-overlap', message, hint)]
}

/** Two changes that were merged one after the other: both people have to know. */
function whoIsNamed(one: { engineer: string }, other: { engineer: string }): string {
  return one.engineer === other.engineer
    ? `Both are for ${one.engineer}.`
    : `One gives the time to ${other.engineer}, the other to ${one.engineer}.`
}

function sameHours(rota: RotaInput, others: readonly HoursOverride[], window: HoursOverride): RotaProblem[] {
  const rival = others.find((other) => other.start < window.end && window.start < other.end)
  if (!rival) return []
  const message =
    `The override ${spanOf(rota.overrides[window.index])} overlaps the one ` +
    `from ${spanOf(rota.overrides[rival.index])}`
  const hint = `${whoIsNamed(window, rival)} Agree on who is on call then, and delete or shorten one of the two changes: at one time, one engineer is on call.`
  return [problemOf(rota, window.index, 'rota-override-overlap', message, hint)]
}

/** The days on which it applies: a longer one does not where a shorter one does. */
function appliedDays(all: readonly DaysOverride[], override: DaysOverride): number[] {
  const days: number[] = []
  const rivals = all.filter((other) => other.first <= override.last && override.first <= other.last)
  for (let day = override.first; day <= override.last; day++) {
    if (overrideOf(rivals, day) === override) days.push(day)
  }
  return days
}

function touchedDays(rota: RotaInput, window: HoursOverride): number[] {
  const { first, last } = daysTouched(rota, window)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function notThere(
  rota: RotaInput,
  roster: Roster,
  override: { index: number; engineer: string },
  days: readonly number[],
): RotaProblem[] {
  const engineer = roster.indexOf(override.engineer)
  const span = spanOf(rota.overrides[override.index])
  for (const day of days) {
    if (!roster.isActive(engineer, day)) {
      const message = `The override ${span} is for ${override.engineer}, who is not active on ${toDate(day)}`
      const hint = 'Name someone else, or correct their `from` or `until`.'
      return [problemOf(rota, override.index, 'rota-override-inactive', message, hint)]
    }
    if (roster.isUnavailable(engineer, day)) {
      const message = `The override ${span} is for ${override.engineer}, who is unavailable on ${toDate(day)}`
      const hint = `Agree with ${override.engineer}: name someone else in the override, or correct their leave.`
      return [problemOf(rota, override.index, 'rota-override-unavailable', message, hint)]
    }
  }
  return []
}
