/**
 * Calendar dates as whole days since 1970-01-01, so that a day is always 1 and never 24 hours.
 * No instant and no zone takes part: see `handoff.ts` for those.
 */
const MS_PER_DAY = 86_400_000

/** `YYYY-MM-DD` → day number. The date must be a real one. */
export function toDay(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** Day number → `YYYY-MM-DD`. */
export function toDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isRealDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toDay(text)) && toDate(toDay(text)) === text
}

/** 1 (Monday) to 7 (Sunday); 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function isWeekend(day: number): boolean {
  return weekday(day) >= 6
}

export function yearOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** R10: whether the date is one of the last 7 of its month. */
export function isMonthEnd(day: number): boolean {
  return new Date((day + 7) * MS_PER_DAY).getUTCMonth() !== new Date(day * MS_PER_DAY).getUTCMonth()
}

/** R10: the month-end week is the one that holds at least four of a month's last 7 dates: twelve a year. */
export function isMonthEndWeek(days: readonly number[]): boolean {
  return days.filter(isMonthEnd).length >= 4
}

/** `YYYY-MM-DDTHH:MM` → day number and minutes after midnight; `undefined` where it is no such moment. */
export function toWallClock(text: string): { day: number; minutes: number } | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (!found?.[1] || !isRealDate(found[1])) return undefined
  return { day: toDay(found[1]), minutes: Number(found[2]) * 60 + Number(found[3]) }
}
