import type { DutyDay } from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'
import { stretchesOf, type Change, type Stretch } from './change.ts'
import { spanText } from './file.ts'
import { propose, type Proposal, type Situation } from './propose.ts'

/** Somebody who could do it, with what speaks for them, and what it would do. */
export interface Partner {
  engineer: string
  change: Change
  reasons: string[]
  /** Planned when it is asked for: a plan takes a phone a moment. */
  proposal: () => Proposal
}

const MAX_PARTNERS = 3
/** How far ahead another turn may be that is given in exchange. */
const WEEKS = 16

/** The days of whole weeks that a person holds by plan or override, from today on: what can be swapped. */
export function turnsOf({ calendar, years, today }: Situation, engineer: string): Stretch[] {
  return years.flatMap((year) => {
    const days = calendar.days(year)
    return calendar.year(year).weeks.flatMap((_, index): Stretch[] => {
      const own = days.filter((day) => day.week === index)
      const [first, last] = [own[0], own.at(-1)]
      if (!first || !last || last.date < today || turnHolder(own) !== engineer) return []
      return [{ from: first.date, to: last.date, engineer }]
    })
  })
}

/** Whose turn a week is: who holds most of its days, days off counted for who has them. */
function turnHolder(days: readonly DutyDay[]): string | undefined {
  const held = Map.groupBy(days, (day) => (day.kind === 'override' ? day.holder : day.planned))
  return [...held].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** The fairest exchanges for a turn: what they give and take weighs the same, and nobody is on call twice running. */
export function swapPartners(situation: Situation, turn: Stretch): Partner[] {
  const { rota, today } = situation
  const part = partOf(situation, turn)
  const candidates = rota.rotation
    .filter((id) => id !== turn.engineer)
    .flatMap((id) => turnsOf(situation, id))
    .filter(({ from }) => Math.abs(weeksBetween(from, turn.from)) <= WEEKS)
    .map((theirs) => part(theirs))
    // A turn that has begun has days that are over: nobody can give them.
    .filter(({ from }) => from >= today)
  const mine = contents(situation, turn)
  const ranked = candidates
    .map((theirs) => {
      const other = contents(situation, theirs)
      const loss = Math.abs(mine.weight - other.weight) + Math.abs(mine.monthEnd - other.monthEnd) / 2
      const near = Math.abs(weeksBetween(theirs.from, turn.from))
      return { theirs, other, cost: loss * 10 + crowding(situation, turn, theirs) * 6 + near }
    })
    .sort((a, b) => a.cost - b.cost)
  // One of each person first: who cannot is then not offered three times.
  const first = ranked.filter(
    ({ theirs }, place) => ranked.findIndex((other) => other.theirs.engineer === theirs.engineer) === place,
  )
  const ordered = [...first, ...ranked.filter((each) => !first.includes(each))]
  return best(situation, ordered, ({ theirs, other }) => ({
    engineer: theirs.engineer,
    change: {
      kind: 'swap',
      stretches: [
        { from: turn.from, to: turn.to, engineer: theirs.engineer },
        { from: theirs.from, to: theirs.to, engineer: turn.engineer },
      ],
    },
    reasons: [
      `gives you ${spanText(theirs)}`,
      mine.weight === other.weight
        ? 'holidays stay even'
        : mine.weight > other.weight
          ? `takes ${mine.names.join(', ')}`
          : `gives you ${other.names.join(', ')}`,
      crowding(situation, turn, theirs) === 0
        ? 'nobody is on call twice running'
        : 'two turns come close together',
    ],
  }))
}

/** Of a turn, the weekdays that a part of another turn has: for one Saturday, one gets a Saturday and not a week. */
function partOf(situation: Situation, part: Stretch): (turn: Stretch) => Stretch {
  const whole = turnsOf(situation, part.engineer).find(({ from, to }) => from <= part.from && part.to <= to)
  if (!whole) return (turn) => turn
  const [first, days] = [daysBetween(part.from, whole.from), daysBetween(part.to, part.from)]
  return (turn) => {
    const from = addDays(turn.from, first)
    return { ...turn, from, to: addDays(from, days) }
  }
}

/** The announced days that a person would be on call in a leave: each stretch of them needs somebody. */
export function announcedIn(
  { calendar, years }: Situation,
  engineer: string,
  from: string,
  to: string,
): Stretch[] {
  const runs: Stretch[] = []
  for (const year of years) {
    const { weeks } = calendar.year(year)
    for (const { date, holder, week } of calendar.days(year)) {
      if (holder !== engineer || date < from || date > to || weeks[week]?.published !== true) continue
      const run = runs.at(-1)
      if (run && addDays(run.to, 1) === date) run.to = date
      else runs.push({ from: date, to: date, engineer })
    }
  }
  return runs
}

/** Who could take every announced day of a leave; where there is none, the leave alone. */
export function leavePartners(
  situation: Situation,
  leave: { engineer: string; from: string; to: string },
): Partner[] {
  const runs = announcedIn(situation, leave.engineer, leave.from, leave.to)
  const [first] = runs
  if (!first) return []
  return coverPartners(situation, { ...first, to: runs.at(-1)?.to ?? first.to }, ({ engineer }) => ({
    kind: 'leave',
    ...leave,
    stretches: runs.map((run) => ({ ...run, engineer })),
  }))
}

/** Who can take days, or hours: who has given the fewest covers, and is not on call around them. */
export function coverPartners(
  situation: Situation,
  stretch: Stretch,
  toChange: (stretch: Stretch) => Change = (taken) => ({ kind: 'cover', stretch: taken }),
): Partner[] {
  const { rota, calendar, years } = situation
  const year = Math.min(
    Math.max(calendar.yearOf(stretch.from.slice(0, 10)), years[0] ?? 0),
    years.at(-1) ?? 0,
  )
  const days = years.flatMap((each) => calendar.days(each))
  const ranked = rota.rotation
    .filter((id) => id !== stretch.engineer)
    .map((id) => {
      const covers = calendar.year(year).ledger.find((row) => row.engineer === id)?.covers ?? 0
      const [from, to] = [stretch.from.slice(0, 10), stretch.to.slice(0, 10)]
      const near = days.filter(
        ({ date, holder }) => holder === id && date >= addDays(from, -7) && date <= addDays(to, 7),
      ).length
      return { id, covers, near, cost: covers + near * 2 }
    })
    .sort((a, b) => a.cost - b.cost)
  return best(situation, ranked, ({ id, covers, near }) => ({
    engineer: id,
    change: toChange({ from: stretch.from, to: stretch.to, engineer: id }),
    reasons: [
      covers === 0
        ? `has covered nobody in ${String(year)}`
        : `has covered ${String(covers)} days in ${String(year)}`,
      near === 0 ? 'is not on call in the week before or after' : `is on call ${String(near)} days around it`,
    ],
  }))
}

function best<Item>(
  situation: Situation,
  ranked: readonly Item[],
  toPartner: (item: Item) => Omit<Partner, 'proposal'>,
): Partner[] {
  return ranked
    .map(toPartner)
    .filter(({ change }) => stretchesOf(change).every((stretch) => isThere(situation, stretch)))
    .slice(0, MAX_PARTNERS)
    .map((partner) => {
      let known: Proposal | undefined
      return { ...partner, proposal: () => (known ??= propose(situation, partner.change)) }
    })
}

/** Whether somebody is in the rotation and not away in all of some days. */
function isThere({ rota }: Situation, { engineer, from, to }: Stretch): boolean {
  const person = rota.engineers[engineer]
  if (!person) return false
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  const isActive = (person.from ?? first) <= first && last <= (person.until ?? last)
  return isActive && !(person.unavailable ?? []).some((away) => away.from <= last && first <= away.to)
}

/** What a turn brings besides its days. */
function contents({ calendar, years }: Situation, { from, to }: Stretch) {
  const weeks = years.flatMap((year) => calendar.year(year).weeks)
  const holidays = weeks.flatMap((week) => week.holidays).filter(({ date }) => date >= from && date <= to)
  const monthEnd = weeks.some(
    (week) => week.start <= from && from <= addDays(week.start, 6) && week.monthEnd === true,
  )
    ? 1
    : 0
  return {
    weight: holidays.reduce((sum, { weight }) => sum + weight, 0),
    names: holidays.map(({ name }) => name),
    monthEnd,
  }
}

/** How many of the two turns would lie right beside another turn of who takes them. */
function crowding(situation: Situation, mine: Stretch, theirs: Stretch): number {
  const beside = (engineer: string, taken: Stretch, given: Stretch) =>
    turnsOf(situation, engineer).some(
      (turn) => turn.from !== given.from && Math.abs(weeksBetween(turn.from, taken.from)) === 1,
    )
  return Number(beside(theirs.engineer, mine, theirs)) + Number(beside(mine.engineer, theirs, mine))
}

function weeksBetween(a: string, b: string): number {
  return Math.round(daysBetween(a, b) / 7)
}

function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(a) - Date.parse(b)) / 86_400_000)
}
