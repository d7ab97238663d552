import { readCsv } from './csv.ts'
import { readIcs } from './ics.ts'
import { readJson } from './json.ts'
import type { Schedule, Turn } from './schedule.ts'
import { ScheduleError } from './schedule.ts'

interface ReadingOptions {
  timeZone?: string
  handoff?: string
  now?: number
}

/**
 * Reads a file of another tool: iCalendar, JSON or a table, by what is in it.
 *
 * @param options.timeZone of times without one, where the file itself names none
 * @param options.handoff `HH:MM`, of turns that begin on a date
 * @param options.now in milliseconds: rotations that ended before are history, and all that end, where nothing is said
 * @throws ScheduleError where it is none of them
 */
export function readSchedule(text: string, options: ReadingOptions): Schedule {
  const schedule = read(text, options)
  const isSound = ({ start, end }: Turn) => start < end
  const unclear = [...schedule.turns, ...schedule.overrides].filter((turn) => !isSound(turn)).length
  return {
    ...schedule,
    turns: schedule.turns.filter(isSound),
    overrides: schedule.overrides.filter(isSound),
    notes: [
      ...schedule.notes,
      ...(unclear > 0
        ? [`Shifts without a start and an end after it: ${String(unclear)}. They were left out.`]
        : []),
    ],
  }
}

function read(text: string, options: ReadingOptions): Schedule {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') throw new ScheduleError('The file is empty.', 'Export the schedule again.')
  if (/^BEGIN:VCALENDAR/i.test(start)) return readIcs(start, options.timeZone)
  if (/^[[{]/.test(start)) return readJson(start, options.timeZone, options.now ?? Infinity)
  return readCsv(start, options.timeZone, options.handoff ?? '09:00')
}
