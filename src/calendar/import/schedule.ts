/** A person as another tool names them. */
export interface Person {
  name: string
  /** Their name in that tool. */
  login?: string
  email?: string
  /** The whole title of the event, where the name was read out of one: it can hold other words. */
  title?: string
  /** Of the engineer of the content, where it is known. */
  id?: string
}

/** What parts people from each other, where their ids are not known yet: a name alone can be that of two. */
export const keyOf = ({ id, login, email, name }: Person): string => id ?? login ?? email ?? name

/** Somebody on call from one instant to another, in milliseconds; `end` is not included. */
export interface Turn {
  start: number
  end: number
  person: Person
  /** Who was second, where the file says so. */
  second?: string
}

/** What a file of another tool says about a rota. */
export interface Schedule {
  /** `PagerDuty`, `an iCalendar file`. */
  tool: string
  name?: string
  timeZone?: string
  /** Who takes weekly turns, in order, and the instant at which the first of them had one; where the tool says so itself. */
  weekly?: { people: Person[]; anchor: number }
  /** Who was or will be on call, in order of time, where the file lists it. */
  turns: Turn[]
  /** Changes that were agreed in the tool. */
  overrides: Turn[]
  /** What it says and cannot be expressed here, in sentences. */
  notes: string[]
  /** Who is on call at a time is not certain: shifts may be missing, or their times are not clear. The notes say why. */
  isUncertain?: true
}

/** A file that cannot be read; the message is for people. */
export class ScheduleError extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.name = 'ScheduleError'
    this.hint = hint
  }
}

/** A time zone that is no IANA name: which one is meant must be said. */
export class UnknownZoneError extends ScheduleError {
  constructor(zone: string) {
    super(
      `The file names the time zone "${zone}", which is no IANA name.`,
      'Add --time-zone with the name of the zone, as in --time-zone Europe/London.',
    )
    this.name = 'UnknownZoneError'
  }
}

export const WEEK_SECONDS = 604_800

export function inOrder(turns: readonly Turn[]): Turn[] {
  return turns.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
