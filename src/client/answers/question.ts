import { addDays, weekday } from '../../text/dates.ts'

/** What a search asks for that the site knows as a fact. */
export type Question =
  | {
      kind:
        | 'now'
        | 'second'
        | 'contact'
        | 'change'
        | 'leave'
        | 'off'
        | 'holidays'
        | 'subscribe'
        | 'severity'
        | 'sla'
        | 'changed'
    }
  | { kind: 'date'; date: string }
  | { kind: 'holiday'; name: string }
  | { kind: 'person'; place: number }

/** Words that ask, and say nothing of what is asked. */
const FILLERS = new Set(
  `a an and are at be been by can cover covers day do does duty for from get give gets has have how i i'm in is it
  me my need next of on oncall our please primary shift shifts should that the their they this to we what when where
  which who who's whom whose will with work works working you`.split(/\s+/),
)

/** What each question is asked with: a search of these words and fillers alone is one, and any other word is not. */
const ASKED_WITH: [Question['kind'], RegExp][] = [
  ['second', /^(?:second|secondary|backup|escalation)$/],
  ['change', /^(?:swap|swaps|swapping|trade|exchange|switch|override|overrides|change|replace)$/],
  ['leave', /^(?:leave|vacation|absence|absent|away|sick|pto|request|book|ask|take|enter)$/],
  ['off', /^(?:off|days|free|compensation|compensated|comp)$/],
  ['holidays', /^(?:holidays|holiday|public|bank)$/],
  [
    'subscribe',
    /^(?:subscribe|subscription|calendar|ics|ical|icalendar|feed|feeds|google|outlook|apple|add|sync)$/,
  ],
  ['severity', /^(?:severity|severities|sev|sev\d|p\d|level|levels|priority|priorities|mean|means|meaning)$/],
  ['sla', /^(?:sla|slas|deadline|deadlines|due|hours|left|long|much|time)$/],
  [
    'contact',
    /^(?:phone|telephone|number|contact|contacts|reach|call|wake|page|pager|escalate|team|teams|channel|chat)$/,
  ],
  [
    'changed',
    /^(?:changed|changes|changelog|what's|new|news|updated|updates|edited|week|month|last|lately|recently|recent|latest|pages?)$/,
  ],
  ['now', /^(?:now|currently|current|tonight|today)$/],
]
/** Of these words one must be there: the others of their row are too common alone. */
const NEEDED = new Map<Question['kind'], RegExp>([
  ['leave', /^(?:leave|vacation|absence|absent|sick|pto)$/],
  ['off', /^off$/],
  ['holidays', /^holidays?$/],
  ['subscribe', /^(?:subscribe|subscription|calendar|ics|ical|icalendar|feeds?)$/],
  ['severity', /^(?:severity|severities|sev|sev\d|priorities)$/],
  ['sla', /^(?:slas?|deadlines?)$/],
  ['changed', /^(?:changed|changes|changelog|new|news|updates|edited)$/],
])

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DAYS = 'sun mon tue wed thu fri sat'.split(' ')
/** Longer searches describe a fault. */
const MAX_LENGTH = 80

interface Known {
  /** `YYYY-MM-DD`, in the rota's zone. */
  today: string
  people: readonly string[]
  /** Names of the holidays ahead. */
  holidays: readonly string[]
}

/**
 * The question of a search, if it is nothing else: `who is on call`, `christmas`, `25 dec`, `swap friday`.
 *
 * @param text as it was typed
 */
export function questionOf(text: string, { today, people, holidays }: Known): Question | undefined {
  const asked = text.trim().toLowerCase().replaceAll('’', "'")
  if (asked === '' || asked.length > MAX_LENGTH || asked.includes('\n')) return undefined
  const plain = asked.replace(/\bon[- ]call\b/g, 'oncall').replace(/\btime off\b/g, 'leave')
  const words = plain.split(/[^\p{L}\p{N}'.-]+/u).map((word) => word.replace(/^[.'-]+|[.'-]+$/g, ''))
  const person = people.findIndex((name) => isIn(name, plain))
  if (person >= 0 && restOf(words, wordsOf(people[person] ?? '')).every(isOfShifts))
    return { kind: 'person', place: person }
  const rest = words.filter((word) => word !== '' && !FILLERS.has(word))
  if (rest.length === 0) return words.includes('oncall') ? { kind: 'now' } : undefined
  const date = dateIn(rest, today)
  if (date !== undefined) return { kind: 'date', date }
  const holiday = holidays.find((name) => {
    const parts = wordsOf(name)
    return rest.every((word) => parts.includes(word.replace(/'?s$/, '')) || parts.includes(word))
  })
  if (holiday !== undefined) return { kind: 'holiday', name: holiday }
  for (const [kind, pattern] of ASKED_WITH) {
    if (!rest.every((word) => pattern.test(word) || isDay(word))) continue
    if (rest.some((word) => (NEEDED.get(kind) ?? pattern).test(word))) return { kind } as Question
  }
  return undefined
}

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']+/u)
    .flatMap((word) => [word, word.replace(/'?s$/, '')])

const isIn = (name: string, text: string) => ` ${text} `.includes(` ${name.toLowerCase()} `)
const restOf = (words: readonly string[], without: readonly string[]) =>
  words.filter((word) => word !== '' && !FILLERS.has(word) && !without.includes(word))
const isOfShifts = (word: string) => /^(?:off|days|weeks?|calendar|schedule|feed|turn|now)$/.test(word)
const isDay = (word: string) =>
  /^(?:next|this|today|tomorrow|tonight)$/.test(word) ||
  DAYS.some(
    (day) => word.startsWith(day) && 'sundaymondaytuesdaywednesdaythursdayfridaysaturday'.includes(word),
  )

/** A day that words name, the next one of its kind: `25 dec`, `dec 25 2027`, `2026-12-25`, `tomorrow`, `friday`. */
function dateIn(words: readonly string[], today: string): string | undefined {
  const [first = '', ...others] = words
  if (others.length === 0) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(first)) return real(first)
    if (first === 'tomorrow') return addDays(today, 1)
    const day = DAYS.findIndex((name) => first.startsWith(name) && isDay(first))
    if (day >= 0) return addDays(today, (day - weekday(today) + 7) % 7)
  }
  if (words.length > 3) return undefined
  const month = words.findIndex((word) => MONTHS.includes(word.slice(0, 3)) && /^[a-z]{3,9}$/.test(word))
  const numbers = words
    .filter((_, place) => place !== month)
    .map((word) => word.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''))
  if (month < 0 || !numbers.every((word) => /^\d+$/.test(word))) return undefined
  const day = numbers.find((word) => word.length <= 2)
  const year = numbers.find((word) => word.length === 4)
  if (day === undefined || numbers.length !== (year === undefined ? 1 : 2)) return undefined
  const ofYear = `-${String(MONTHS.indexOf((words[month] ?? '').slice(0, 3)) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year !== undefined) return real(year + ofYear)
  const this_ = today.slice(0, 4) + ofYear
  return real(this_ >= today ? this_ : String(Number(today.slice(0, 4)) + 1) + ofYear)
}

/** Nothing for the 30th of February. */
function real(date: string): string | undefined {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date ? date : undefined
}
