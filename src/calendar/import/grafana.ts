import { DateTime } from 'luxon'
import { z } from 'zod'
import { fromRules, isWeek, nameOfEmail, zoneOf } from './rules.ts'
import type { Person, Schedule, Turn } from './schedule.ts'
import { WEEK_SECONDS, inOrder } from './schedule.ts'

/** `schedules/{id}/final_shifts` */
export const finalShifts = z.array(
  z.object({
    user_username: z.string().optional(),
    user_email: z.string().optional(),
    user_pk: z.string().optional(),
    shift_start: z.string(),
    shift_end: z.string(),
  }),
)

/** `on_call_shifts` */
export const onCallShifts = z.array(
  z.object({
    name: z.string().optional(),
    type: z.string(),
    start: z.string(),
    duration: z.number(),
    frequency: z.string().nullish(),
    interval: z.number().nullish(),
    time_zone: z.string().nullish(),
    until: z.string().nullish(),
    by_day: z.array(z.string()).nullish(),
    users: z.array(z.string()).nullish(),
    rolling_users: z.array(z.array(z.string())).nullish(),
    start_rotation_from_user_index: z.number().nullish(),
  }),
)

export function fromFinalShifts(data: z.infer<typeof finalShifts>, zone: string | undefined): Schedule {
  return {
    tool: 'Grafana OnCall',
    ...(zone !== undefined && { timeZone: zone }),
    turns: inOrder(
      data.map((shift) => ({
        start: Date.parse(shift.shift_start),
        end: Date.parse(shift.shift_end),
        person: {
          name: shift.user_username ?? nameOfEmail(shift.user_email) ?? shift.user_pk ?? '',
          ...((shift.user_username ?? shift.user_pk) !== undefined && {
            login: shift.user_username ?? shift.user_pk ?? '',
          }),
          ...(shift.user_email !== undefined && { email: shift.user_email }),
        },
      })),
    ),
    overrides: [],
    notes: [],
  }
}

export function fromOnCallShifts(
  data: z.infer<typeof onCallShifts>,
  zone: string | undefined,
  now: number,
): Schedule {
  const named = data.find((shift) => shift.time_zone)?.time_zone
  const timeZone = named ? zoneOf(named, zone) : zone
  const at = (text: string) => DateTime.fromISO(text, { zone: timeZone ?? 'utc' }).toMillis()
  const rolling = data.filter(({ type }) => type !== 'override')
  const rules = rolling.map((shift) => {
    const groups = shift.rolling_users ?? []
    const from = shift.start_rotation_from_user_index ?? 0
    return {
      name: shift.name ?? '',
      isWeekly:
        shift.type === 'rolling_users' &&
        isWeek(shift.frequency ?? '', shift.interval ?? 1) &&
        shift.duration === WEEK_SECONDS &&
        groups.every((group) => group.length === 1),
      isLimited: (shift.by_day ?? []).length > 1,
      people: [...groups.slice(from), ...groups.slice(0, from)]
        .flat()
        .map((id): Person => ({ name: id, login: id })),
      anchor: at(shift.start),
      ends: shift.until && new Date(at(shift.until)).toISOString(),
    }
  })
  const found = fromRules(rules, now)
  const changes = data.filter(({ type }) => type === 'override')
  const crowded = changes.filter(({ users }) => (users ?? []).length > 1)
  return {
    tool: 'Grafana OnCall',
    ...(found.weekly && { weekly: found.weekly }),
    ...(timeZone && { timeZone }),
    turns: [],
    notes: [
      ...found.notes,
      ...crowded.map(
        ({ name }) =>
          `The override "${name ?? ''}" puts several people on call at once, and was left out: a rota has one.`,
      ),
    ],
    overrides: changes
      .filter((shift) => !crowded.includes(shift))
      .flatMap((shift) =>
        (shift.users ?? []).map((id): Turn => ({
          start: at(shift.start),
          end: at(shift.start) + shift.duration * 1000,
          person: { name: id, login: id },
        })),
      ),
  }
}
