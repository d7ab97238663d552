import { longDate } from '../../text/dates.ts'
import type { CountedHoliday } from '../holidays-of.ts'

/** What is to be said of a counted holiday besides its name; empty for most. */
export function holidayNote({ weight, credit, observedFor, source }: CountedHoliday): string {
  return [
    observedFor === undefined ? '' : `observed for ${longDate(observedFor)}`,
    credit ? '' : 'the day itself: it counts in the plan and earns no day off',
    weight > 1 ? `weight ${String(weight)}` : '',
    source === 'added' ? 'added by the team' : '',
  ]
    .filter((text) => text !== '')
    .join('; ')
}
