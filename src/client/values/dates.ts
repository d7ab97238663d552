const DAY = 86_400_000
/** As many are offered: the one at hand, and those before it. */
const OFFERED = 3

/** Days or months that a reader may mean, the one of `now` first, in UTC as the data has them: `YYYY-MM-DD` or `YYYY-MM`. */
export function datesBefore(now: number, kind: 'day' | 'month'): string[] {
  const at = new Date(now)
  return Array.from({ length: OFFERED }, (_, ago) =>
    kind === 'day'
      ? new Date(now - ago * DAY).toISOString().slice(0, 10)
      : // Months differ in length: 30 days before 31 March or 1 March are not in February.
        new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - ago)).toISOString().slice(0, 7),
  )
}
