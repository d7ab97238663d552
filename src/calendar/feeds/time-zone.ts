import { DateTime, IANAZone } from 'luxon'

/** Each day of these years is looked at for it, and the feeds of a rota's engineers all have the same: each is made once. */
const components = new Map<string, string>()

/**
 * A `VTIMEZONE` for the instants from the start of one year to the end of another: classic Outlook shows times in UTC where
 * it has none. Clocks that change by one rule every year are written as that rule, for this is what old programs understand;
 * others as the instants themselves.
 */
export function timeZoneComponent(zone: string, firstYear: number, lastYear: number): string {
  const key = [zone, firstYear, lastYear].join(' ')
  const component = components.get(key) ?? makeComponent(zone, firstYear, lastYear)
  components.set(key, component)
  return component
}

function makeComponent(zone: string, firstYear: number, lastYear: number): string {
  const changes = clockChanges(zone, firstYear - 1, lastYear + 1)
  const blocks = changes.length === 0 ? [steady(zone, firstYear)] : rulesOf(changes)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...blocks, 'END:VTIMEZONE'].join('\r\n')
}

interface ClockChange {
  /** The instant of the change, shown on the clock as it was before. */
  before: DateTime
  after: DateTime
}

/**
 * Whether a zone's clock shows an instant's time once: of an hour that comes twice, a program takes the first.
 */
export function isShownOnce(instant: string, zone: string): boolean {
  const at = DateTime.fromISO(instant, { zone })
  return at.getPossibleOffsets().length === 1
}

/** Every change of the zone's clocks in these years, in order. */
function clockChanges(zone: string, firstYear: number, lastYear: number): ClockChange[] {
  const rules = IANAZone.create(zone)
  const minute = (year: number) => Date.UTC(year, 0, 1) / 60_000
  const ahead = (at: number) => rules.offset(at * 60_000)
  const changes: ClockChange[] = []
  let next = ahead(minute(firstYear))
  for (let day = minute(firstYear); day < minute(lastYear + 1); day += 1440) {
    const now = next
    next = ahead(day + 1440)
    if (now === next) continue
    let [low, high] = [day, day + 1440]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (ahead(middle) === now) low = middle
      else high = middle
    }
    const after = DateTime.fromMillis(high * 60_000, { zone })
    changes.push({ before: after.setZone(`UTC${signed(now)}`), after })
  }
  return changes
}

/** `+5:30`, as luxon names fixed zones. */
function signed(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60))}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`
}

function rulesOf(changes: readonly ClockChange[]): string[] {
  const groups = [
    ...Map.groupBy(
      changes,
      ({ before, after }) => `${before.toFormat('ZZ')} ${after.toFormat('ZZ')}`,
    ).values(),
  ]
  return groups.flatMap((group) => {
    const rule = yearlyRule(group)
    const first = group[0]
    if (rule !== undefined && first) return [observance(first, `RRULE:${rule}`)]
    return group.map((change) => observance(change))
  })
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `FREQ=YEARLY;BYMONTH=3;BYDAY=2SU`, where every year has one change and one rule gives them all. */
function yearlyRule(group: readonly ClockChange[]): string | undefined {
  const [first, second] = group
  if (!first || !second) return undefined
  const isYearly = group.every(({ before }, place) => before.year === first.before.year + place)
  if (!isYearly) return undefined
  const candidates = ['last', 'nth'] as const
  for (const kind of candidates) {
    if (kind === 'last' && group.some(({ before }) => place(before, kind) !== '-1')) continue
    const keys = new Set(group.map(({ before }) => `${before.toFormat('L c HHmm')} ${place(before, kind)}`))
    if (keys.size === 1) {
      const { month, weekday } = first.before
      return `FREQ=YEARLY;BYMONTH=${String(month)};BYDAY=${place(first.before, kind)}${WEEKDAYS[weekday - 1] ?? ''}`
    }
  }
  return undefined
}

/** Which of its weekdays in the month a date is: `2`, or counted from the end `-1`. */
function place(date: DateTime, kind: 'last' | 'nth'): string {
  const inMonth = date.daysInMonth ?? 31
  return kind === 'nth' ? String(Math.ceil(date.day / 7)) : String(-Math.ceil((inMonth - date.day + 1) / 7))
}

function observance({ before, after }: ClockChange, rule?: string): string {
  const kind = after.offset > before.offset ? 'DAYLIGHT' : 'STANDARD'
  return block(kind, before.toFormat("yyyyMMdd'T'HHmmss"), before, after, rule)
}

function steady(zone: string, year: number): string {
  const always = DateTime.utc(year).setZone(zone)
  return block('STANDARD', '19700101T000000', always, always)
}

function block(kind: string, start: string, before: DateTime, after: DateTime, rule?: string): string {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    ...(rule === undefined ? [] : [rule]),
    `TZOFFSETFROM:${before.toFormat('ZZZ')}`,
    `TZOFFSETTO:${after.toFormat('ZZZ')}`,
    `TZNAME:${after.toFormat('ZZZ')}`,
    `END:${kind}`,
  ].join('\r\n')
}
