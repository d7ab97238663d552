import type { CalendarYear, DayOff, DutyDay, RotaCalendar, Second } from '../../oncall/index.ts'
import { addDays, longDate, shortDate } from '../../text/dates.ts'
import { spanText } from './file.ts'

/** A rota's calendar, looked at over some years. */
export interface Side {
  calendar: RotaCalendar
  years: readonly number[]
}

interface Read {
  days: DutyDay[]
  years: CalendarYear[]
}

/**
 * What a change does, in plain sentences, the most important first: shifts, days off, holidays, month-ends, second, rest,
 * what else moves. The page, the command line and the summary of a pull request say the same.
 */
export function effectsOf(before: Side, after: Side, name: (id: string) => string): string[] {
  const [was, is] = [readSide(before), readSide(after)]
  const horizon = horizonOf(before, was, is)
  const [near, nearAfter] = [upTo(was, horizon), upTo(is, horizon)]
  const sentences = [
    ...shifts(near, nearAfter, name),
    ...hours(near, nearAfter, name),
    ...daysOff(was, is, name, horizon),
    ...holidays(near, nearAfter, name),
    ...balances(was, is, name, horizon),
    ...monthEnds(near, nearAfter, name),
    ...seconds(near, nearAfter, name),
    ...rest(near, nearAfter, name),
    ...later(was, is, horizon),
  ]
  return sentences.length > 0 ? sentences : ['No shift moves.']
}

/** The first day whose holder changes, by day or by hours; nothing where none does. */
export function firstChange(before: Side, after: Side): string | undefined {
  const [was, is] = [readSide(before), readSide(after)]
  return pairs(was, is).find(
    ([a, b]) => a.holder !== b.holder || JSON.stringify(a.hours) !== JSON.stringify(b.hours),
  )?.[0].date
}

function readSide({ calendar, years }: Side): Read {
  return {
    days: years.flatMap((year) => calendar.days(year)),
    years: years.map((year) => calendar.year(year)),
  }
}

/** The last day that is announced, or that the change itself speaks of: what comes later is planned, and may move anyway. */
function horizonOf({ calendar }: Side, was: Read, is: Read): string {
  const last = calendar.rota.published.at(-1)?.start
  const byOverride = pairs(was, is)
    .filter(([before, after]) => before.holder !== after.holder || before.hours.length !== after.hours.length)
    .filter((pair) => pair.some(({ kind, hours: parts }) => kind === 'override' || parts.length > 0))
    .map(([{ date }]) => date)
  return [last === undefined ? '' : addDays(last, 6), byOverride.at(-1) ?? ''].sort().at(-1) ?? ''
}

function upTo({ days, years }: Read, date: string): Read {
  return {
    days: days.filter((day) => day.date <= date),
    years: years.map((year) => ({
      ...year,
      weeks: year.weeks.map((week) => ({
        ...week,
        holidays: week.holidays.filter((holiday) => holiday.date <= date),
      })),
      ...(year.seconds && { seconds: year.seconds.filter(({ start }) => start.slice(0, 10) <= date) }),
    })),
  }
}

function later(was: Read, is: Read, horizon: string): string[] {
  const moved = pairs(was, is).filter(
    ([before, after]) => before.date > horizon && before.holder !== after.holder,
  )
  const [first] = moved
  if (!first) return []
  const [days, go] = moved.length === 1 ? ['1 day', 'goes'] : [`${String(moved.length)} days`, 'go']
  return [
    `${days} from ${longDate(first[0].date)} on, not announced yet, ${go} to somebody else: the planner shares them out again.`,
  ]
}

function pairs(was: Read, is: Read): [DutyDay, DutyDay][] {
  const now = new Map(is.days.map((day) => [day.date, day]))
  return was.days.flatMap((day): [DutyDay, DutyDay][] => {
    const other = now.get(day.date)
    return other ? [[day, other]] : []
  })
}

/** Past this many, a list says less than a number. */
const MAX_LISTED = 8

function shifts(was: Read, is: Read, name: (id: string) => string): string[] {
  const runs: { from: string; to: string; before: string; after: string }[] = []
  for (const [before, after] of pairs(was, is)) {
    if (before.holder === after.holder) continue
    const run = runs.at(-1)
    const isSame = run?.before === before.holder && run.after === after.holder
    if (run && isSame && addDays(run.to, 1) === before.date) run.to = before.date
    else runs.push({ from: before.date, to: before.date, before: before.holder, after: after.holder })
  }
  return limited(
    runs.map((run) => `${name(run.after)} takes ${spanText(run)} from ${name(run.before)}.`),
    'shift',
  )
}

function hours(was: Read, is: Read, name: (id: string) => string): string[] {
  return pairs(was, is).flatMap(([before, after]) => {
    const known = new Set(before.hours.map((each) => JSON.stringify(each)))
    return after.hours
      .filter((each) => !known.has(JSON.stringify(each)))
      .map(
        ({ start, end, engineer }) =>
          `${name(engineer)} is on call from ${start.slice(11, 16)} to ${end.slice(11, 16)} on ${shortDate(start.slice(0, 10))}; the day stays with ${name(after.holder)}, its holiday and its day off too.`,
      )
  })
}

function daysOff(was: Read, is: Read, name: (id: string) => string, horizon: string): string[] {
  const key = ({ engineer, for: holiday }: Pick<DayOff, 'engineer' | 'for'>) => `${engineer} ${holiday.date}`
  const byKey = ({ years }: Read) =>
    new Map(years.flatMap((year) => year.daysOff).map((off) => [key(off), off]))
  const [before, after] = [byKey(was), byKey(is)]
  const earned = new Set([...is.years.flatMap((year) => year.owed).map(key), ...after.keys()])
  const moved = [...before].flatMap(([id, off]) => {
    const now = after.get(id)
    if (off.date > horizon && (now?.date ?? off.date) > horizon) return []
    const what = `day off of ${name(off.engineer)} for ${off.for.name}`
    if (now === undefined)
      return [
        earned.has(id)
          ? `The ${what} does not fit on ${shortDate(off.date)} any more: it is owed until a later turn.`
          : `The ${what} on ${shortDate(off.date)} is not needed any more.`,
      ]
    if (now.date !== off.date)
      return [
        `The ${what} moves from ${shortDate(off.date)} to ${shortDate(now.date)} ${now.date.slice(0, 4)}.`,
      ]
    return now.cover === off.cover
      ? []
      : [`${name(now.cover)} covers the ${what} on ${shortDate(off.date)}, in place of ${name(off.cover)}.`]
  })
  const added = [...after].flatMap(([id, off]) =>
    before.has(id) || off.date > horizon
      ? []
      : [
          `${name(off.engineer)} has a day off on ${shortDate(off.date)} ${off.date.slice(0, 4)} for ${off.for.name}.`,
        ],
  )
  return limited([...moved, ...added], 'day off', 'days off')
}

function holidays(was: Read, is: Read, name: (id: string) => string): string[] {
  const worked = ({ years }: Read) =>
    new Map(
      years
        .flatMap((year) => year.weeks.flatMap((week) => week.holidays))
        .map((holiday) => [`${holiday.date} ${holiday.name}`, holiday]),
    )
  const [before, after] = [worked(was), worked(is)]
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  const sentences = keys.flatMap((id) => {
    const [then, now] = [before.get(id), after.get(id)]
    if (then?.engineer === now?.engineer) return []
    const known = now ?? then
    if (!known) return []
    const what = `${known.name} (${longDate(known.date)})`
    const credit = now && now.credit !== false ? ' and earns a day off' : ''
    if (!now) return [`${what} is no holiday for whoever is on call then.`]
    return [
      `${name(now.engineer)} works ${what}${then ? ` in place of ${name(then.engineer)}` : ''}${credit}.`,
    ]
  })
  return limited(sentences, 'holiday')
}

/** R5.4: what the change does to the balances, at the end of each year that it reaches. */
function balances(was: Read, is: Read, name: (id: string) => string, horizon: string): string[] {
  return was.years.flatMap((before) => {
    const after = is.years.find(({ year }) => year === before.year)
    // What the planner does later evens the balances out again: that is not the change.
    if (!after || (before.weeks[0]?.start ?? '') > horizon) return []
    const changed = after.ledger.flatMap(({ engineer, balance }) => {
      const now = before.ledger.find((row) => row.engineer === engineer)?.balance ?? 0
      return now === balance ? [] : [`${String(balance)} for ${name(engineer)} (${String(now)} without it)`]
    })
    const holders = (side: CalendarYear) =>
      side.weeks
        .flatMap((week) => week.holidays)
        .filter(({ date }) => date <= horizon)
        .map(({ date, engineer }) => `${date} ${engineer}`)
        .join()
    if (changed.length === 0 && holders(before) !== holders(after))
      return [`The balances of holidays at the end of ${String(before.year)} stay as they are.`]
    return changed.length === 0
      ? []
      : [`The balance of holidays at the end of ${String(before.year)} is then ${changed.join(', and ')}.`]
  })
}

function monthEnds(was: Read, is: Read, name: (id: string) => string): string[] {
  const changed = pairs(was, is).filter(
    ([before, after]) => before.monthEnd && before.holder !== after.holder,
  )
  const byPerson = Map.groupBy(changed, ([, after]) => after.holder)
  return [...byPerson].map(([engineer, days]) => {
    const months = [...new Set(days.map(([day]) => day.date.slice(0, 7)))]
    const dates = months.map((month) => {
      const own = days.filter(([day]) => day.date.startsWith(month)).map(([day]) => day.date)
      return spanText({ from: own[0] ?? '', to: own.at(-1) ?? '' })
    })
    return `${name(engineer)} has the month-end watch on ${dates.join(', ')}.`
  })
}

function seconds(was: Read, is: Read, name: (id: string) => string): string[] {
  const flat = ({ years }: Read): Second[] => years.flatMap((year) => year.seconds ?? [])
  const known = new Set(flat(was).map((second) => JSON.stringify(second)))
  const news = flat(is).filter((second) => !known.has(JSON.stringify(second)))
  return limited(
    news.map(
      ({ engineer, start, end }) =>
        `${name(engineer)} is second on call from ${shortDate(start.slice(0, 10))} ${start.slice(11, 16)} to ${shortDate(end.slice(0, 10))} ${end.slice(11, 16)}.`,
    ),
    'time as second',
    'times as second',
  )
}

/** A stretch of more than a week on call, where the change makes it longer than it was. */
function rest(was: Read, is: Read, name: (id: string) => string): string[] {
  const runs = ({ days }: Read) => {
    const found: { from: string; to: string; engineer: string; length: number }[] = []
    for (const { date, holder } of days) {
      const run = found.at(-1)
      if (run?.engineer === holder && addDays(run.to, 1) === date) {
        run.to = date
        run.length += 1
      } else found.push({ from: date, to: date, engineer: holder, length: 1 })
    }
    return found.filter(({ length }) => length > 7)
  }
  const known = new Set(runs(was).map((run) => JSON.stringify(run)))
  return runs(is)
    .filter((run) => !known.has(JSON.stringify(run)))
    .map(
      (run) =>
        `${name(run.engineer)} is then on call for ${String(run.length)} days in a row, ${spanText(run)}.`,
    )
}

function limited(sentences: readonly string[], one: string, many = `${one}s`): string[] {
  const rest = sentences.length - MAX_LISTED
  if (rest <= 0) return [...sentences]
  return [...sentences.slice(0, MAX_LISTED), `And ${String(rest)} more ${rest === 1 ? one : many}.`]
}
