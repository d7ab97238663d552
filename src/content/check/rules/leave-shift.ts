import type { Rule } from './rule.ts'

export const leaveShift: Rule = {
  id: 'leave-shift',
  severity: 'error',
  reason: 'Days that somebody takes over outside of the absence are another swap, or have a mistyped month.',
  fix: 'Correct the dates; a swap of other days is a file in overrides/.',
  *check({ content }) {
    for (const document of content.leave.values()) {
      const { from, to, shifts = [] } = document.data
      for (const [index, shift] of shifts.entries()) {
        const [first, last] = [shift.from.slice(0, 10), shift.to.slice(0, 10)]
        if (first >= from && last <= nextDay(to)) continue
        yield {
          document,
          at: { path: ['shifts', index, 'from'] },
          message: `The days ${first} to ${last} are not within the absence ${from} to ${to}`,
        }
      }
    }
  },
}

/** With times, a stretch may end on the morning after. */
function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}
