import type { z } from 'zod'
import { finalShifts, fromFinalShifts, fromOnCallShifts, onCallShifts } from './grafana.ts'
import { fromIncidentIo, incidentIo } from './incident-io.ts'
import { fromOpsgenie, opsgenie } from './opsgenie.ts'
import { fromPagerDuty, pagerDuty } from './pagerduty.ts'
import type { Schedule } from './schedule.ts'
import { ScheduleError } from './schedule.ts'

const HINT =
  'It reads a schedule of PagerDuty, Opsgenie or incident.io, or shifts of Grafana OnCall, as their API gives them.'

/**
 * @param zone of times without one, where the file names none
 * @param now in milliseconds: what ended before is history
 */
export function readJson(text: string, zone: string | undefined, now: number): Schedule {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new ScheduleError(`The file is no JSON: ${error instanceof Error ? error.message : ''}`, HINT)
  }
  const inner = unwrapped(data)
  const readers = [
    [pagerDuty, (value) => fromPagerDuty(value, zone, now)],
    [opsgenie, (value) => fromOpsgenie(value, zone, now)],
    [incidentIo, (value) => fromIncidentIo(value, zone, now)],
    [finalShifts.min(1), (value) => fromFinalShifts(value, zone)],
    [onCallShifts.min(1), (value) => fromOnCallShifts(value, zone, now)],
  ] as const satisfies readonly (readonly [z.ZodType, (value: never) => Schedule])[]
  for (const [schema, read] of readers) {
    const found = schema.safeParse(inner)
    if (found.success) return read(found.data as never)
  }
  throw new ScheduleError('The file is no schedule that is known here.', HINT)
}

/** Answers of an API wrap what they hold: `schedule`, `data`, `schedules`, `results`. */
function unwrapped(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  for (const key of ['schedule', 'data', 'schedules', 'results', 'on_call_shifts']) {
    const inner: unknown = Reflect.get(data, key)
    if (inner === undefined) continue
    if (!Array.isArray(inner) || key === 'results' || key === 'on_call_shifts') return inner
    if (inner.length > 1)
      throw new ScheduleError(
        `The file has ${String(inner.length)} schedules.`,
        'Import one at a time: a file for each.',
      )
    return inner[0]
  }
  return Array.isArray(data) && data.length === 1 && Reflect.has(Object(data[0]), 'rotations')
    ? data[0]
    : data
}
