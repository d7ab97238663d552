import { addDays } from '../text/dates.ts'
import { wallTime } from './zoned-time.ts'

/** R1: the duty day that an instant belongs to. It starts on its date with a handoff until noon, with a later one the evening before. */
export function dutyDate(instant: number, zone: string, handoff: string): string {
  const { date, time } = wallTime(instant, zone)
  if (handoff <= '12:00') return time < handoff ? addDays(date, -1) : date
  return time < handoff ? date : addDays(date, 1)
}
