import { covers } from '../../oncall/index.ts'
import type { Burden, CalendarYear, Level, RotaCalendar, YearExplanation } from '../../oncall/index.ts'
import { addDays, longDate } from '../../text/dates.ts'
import { count, list } from '../../text/wording.ts'
import { evenText, spreadText, spreadsOf, throughout, type Spread } from './spread.ts'

/** How a year's turns fall, in sentences: what is not fair comes first. */
export interface FairnessReport {
  /** What somebody has more of than somebody else, or too soon again; what people feel most comes first. */
  uneven: string[]
  /** What is to be said where nothing is uneven; else empty. */
  calm: string
  /** What is shared evenly, in one sentence; empty where nothing is. */
  even: string
  /** What cannot be evened out, and how far that is proved. */
  limits: string[]
  /** What a plain rotation would have given. */
  plain: string
}

/** What people call an engineer. */
type Name = (id: string) => string

/** @throws RotaError where the year, or one before it, cannot be planned */
export function fairnessReport(calendar: RotaCalendar, year: number, name: Name): FairnessReport {
  const data = calendar.year(year)
  const explanation = calendar.explain(year)
  const { closePairs, repeats } = explanation.burdens
  const spreads = spreadsOf(calendar, data)
  const uneven = spreads.filter(({ isEven }) => !isEven)
  const even = spreads.filter(({ isEven }) => isEven).map(evenText)
  const sentences = [
    ...closePairs.map((pair) => closeText(pair, name)),
    ...repeats.map((again) => againText(again, name)),
    ...uneven.map((spread) => spreadText(spread, name)),
    ...notCompared(calendar, data, name),
  ]
  return {
    uneven: sentences,
    calm: sentences.length > 0 ? '' : calmText(calendar),
    even: even.length === 0 ? '' : `Shared evenly: ${list(even)}.`,
    limits: limitsOf(calendar, data, explanation, uneven),
    plain: plainText(data, name),
  }
}

/** What counts as even is said, for a count of one more is not the same for everybody. */
function calmText({ rota }: RotaCalendar): string {
  return rota.rotation.length < 2
    ? 'One person has every turn: there is nobody to compare with.'
    : `No two people are further apart than one holiday${rota.monthEnd === true ? ' or one month-end week' : ''}, and two days of weekends or for others.`
}

function closeText({ engineer, earlier, later }: Burden, name: Name): string {
  const days = Math.round((Date.parse(later.date) - Date.parse(earlier.date)) / 86_400_000)
  return `${name(engineer)} has ${earlier.name} (${longDate(earlier.date)}) and ${later.name} (${longDate(later.date)}), two great holidays within ${count(days, 'day')}.`
}

function againText({ engineer, earlier, later }: Burden, name: Name): string {
  return `${name(engineer)} has ${later.name} again: on ${longDate(earlier.date)} and on ${longDate(later.date)}.`
}

/** Who came or left within the year has fewer of everything, and that is no unfairness. */
function notCompared(calendar: RotaCalendar, { weeks, ledger }: CalendarYear, name: Name): string[] {
  const [first, last] = [weeks[0]?.start ?? '', addDays(weeks.at(-1)?.start ?? calendar.rota.start, 6)]
  const present = throughout(calendar, first, last)
  const others = ledger.map(({ engineer }) => engineer).filter((id) => !present.includes(id))
  if (others.length === 0) return []
  const are = others.length === 1 ? 'is' : 'are'
  return [
    `${list(others.map(name))} ${are} not in the rotation for the whole year, and ${are} not compared here.`,
  ]
}

/** What the plan did as well as it can be done, for each thing that is uneven all the same. */
function limitsOf(
  { rota }: RotaCalendar,
  { weeks }: CalendarYear,
  { proved, burdens }: YearExplanation,
  uneven: readonly Spread[],
): string[] {
  // R5.3 remembers holidays of weight 3 or more, R5.6 the others.
  const isOfGreat = ({ later }: Burden) => (rota.holidays.weights?.[later.name] ?? 1) >= 3
  const isGreatAgain = burdens.repeats.some(isOfGreat)
  const isUneven = (level: Level) => uneven.some((spread) => spread.level === level)
  const limits: { level: Level; what: string; holds: boolean }[] = [
    {
      level: 'great holidays',
      what: 'has fewer great holidays close together or held again',
      holds: burdens.closePairs.length > 0 || isGreatAgain,
    },
    {
      level: 'evenness',
      what: 'brings the balances of holidays closer together',
      holds: isUneven('evenness') || isUneven('great holidays'),
    },
    {
      level: 'repeats',
      what: 'gives fewer other holidays to the same person again',
      holds: burdens.repeats.some((again) => !isOfGreat(again)),
    },
    {
      level: 'month-ends',
      what: 'shares the month-end weeks since the rota began more evenly',
      holds: isUneven('month-ends'),
    },
  ]
  const found = limits.filter(({ holds }) => holds)
  if (found.length === 0) return []
  const open = weeks.filter(({ published }) => !published).length
  if (open === 0)
    return ['Every week of this year is announced already, and the plan moves none of them by itself.']
  const isGiven =
    weeks.length > open ||
    rota.overrides.length > 0 ||
    Object.values(rota.engineers).some(({ unavailable }) => (unavailable ?? []).length > 0)
  const given = isGiven
    ? 'given the years before, leave, overrides and the weeks already announced'
    : 'given the years before'
  const sure = found.filter(({ level }) => covers(proved, level))
  const unsure = found.filter(({ level }) => !covers(proved, level))
  const isOfHolidays = ({ level }: { level: Level }) => level === 'great holidays' || level === 'repeats'
  const isForgone = sure.some(isOfHolidays) && !unsure.some(isOfHolidays)
  return [
    ...(sure.length === 0
      ? []
      : [
          `Proved: no order of the turns ${either(sure.map(({ what }) => what))} without a loss in what counts as much or more, ${given}.${isForgone ? ' So what is close together or comes again cannot be avoided.' : ''}`,
        ]),
    ...(unsure.length === 0
      ? []
      : [
          `There may be an order of the turns that ${either(unsure.map(({ what }) => what))}: the search stopped before it knew.`,
        ]),
  ]
}

const either = (words: readonly string[]) => list(words).replace(/ and (?=[^,]*$)/, ' or ')

/** How good the order of the year is, and no more than what is proved. */
export function proofText({ weeks }: CalendarYear, proved: Level): string {
  if (weeks.every(({ published }) => published))
    return 'As announced: every week of this year was published before, and nothing was left to plan.'
  if (proved === 'all') return 'Proved: no other order of these turns is better by the rules of the plan.'
  if (proved === 'none') return 'The best order that was found; that there is none better is not proved.'
  return `Proved: no order is better as far as the level “${proved}”. Beyond that, it is the best order that was found.`
}

function plainText({ roundRobin, ledger }: CalendarYear, name: Name): string {
  const each = roundRobin.map(({ engineer, holidays, repeats }) => {
    const again = repeats === 0 ? '' : ` (${String(repeats)} of them again)`
    return `${name(engineer)} ${count(holidays, 'holiday')}${again}`
  })
  const total = roundRobin.reduce((sum, row) => sum + row.repeats, 0)
  const ours = ledger.reduce((sum, row) => sum + row.repeats, 0)
  const again = total === 0 ? 'no holiday again' : `${count(total, 'holiday')} again`
  return `A plain rotation, without leave or swaps, would have given ${list(each)}, with ${again}${total === ours ? ', as here' : ` instead of ${String(ours)}`}.`
}
