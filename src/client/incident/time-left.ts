/** How long something lasts, in the largest units that matter: `31 h`, `50 min`, `6 days`. */
export function spanWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  if (minutes < 60) return `${String(minutes)} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 10 && minutes % 60 > 0) return `${String(hours)} h ${String(minutes % 60)} min`
  if (hours <= 72) return `${String(Math.round(minutes / 60))} h`
  return `${String(Math.floor(hours / 24))} days`
}

/** The next deadline of some, in words; what is missed where none is left. */
export function deadlineWords(deadlines: readonly { label: string; at: number }[], now: number): string {
  const sorted = [...deadlines].sort((a, b) => a.at - b.at)
  const next = sorted.find(({ at }) => at > now)
  if (next) return `${spanWords(next.at - now)} left to “${next.label}”`
  const last = sorted.at(-1)
  return last ? `“${last.label}” was missed ${spanWords(now - last.at)} ago` : ''
}
