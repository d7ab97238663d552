import { z } from 'zod'
import { fromRules, zoneOf } from './rules.ts'
import type { Person, Schedule, Turn } from './schedule.ts'
import { WEEK_SECONDS, inOrder } from './schedule.ts'

const pagerUser = z.object({
  id: z.string().optional(),
  summary: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
})
const pagerEntries = z
  .object({
    rendered_schedule_entries: z
      .array(z.object({ start: z.string(), end: z.string().nullable(), user: pagerUser.nullish() }))
      .nullish(),
  })
  .nullish()

/** As the tool's API gives it, as far as a rota needs it: fields that are not named here are left alone. */
export const pagerDuty = z.object({
  name: z.string().nullish(),
  time_zone: z.string(),
  schedule_layers: z.array(
    z.object({
      name: z.string().nullish(),
      end: z.string().nullish(),
      rotation_virtual_start: z.string(),
      rotation_turn_length_seconds: z.number(),
      users: z.array(z.object({ user: pagerUser })),
      restrictions: z.array(z.unknown()).nullish(),
    }),
  ),
  overrides_subschedule: pagerEntries,
  final_schedule: pagerEntries,
})

export function fromPagerDuty(
  data: z.infer<typeof pagerDuty>,
  zone: string | undefined,
  now: number,
): Schedule {
  const person = (user: z.infer<typeof pagerUser>): Person => ({
    name: user.summary ?? user.name ?? user.email ?? user.id ?? '',
    ...(user.id !== undefined && { login: user.id }),
    ...(user.email && { email: user.email }),
  })
  const entries = (list: z.infer<typeof pagerEntries>): Turn[] =>
    inOrder(
      (list?.rendered_schedule_entries ?? []).flatMap(({ start, end, user }) =>
        user
          ? [{ start: Date.parse(start), end: end === null ? NaN : Date.parse(end), person: person(user) }]
          : [],
      ),
    )
  const rules = data.schedule_layers.map((layer) => ({
    name: layer.name ?? '',
    isWeekly: layer.rotation_turn_length_seconds === WEEK_SECONDS,
    isLimited: (layer.restrictions ?? []).length > 0,
    people: layer.users.map(({ user }) => person(user)),
    anchor: Date.parse(layer.rotation_virtual_start),
    ends: layer.end,
  }))
  return {
    tool: 'PagerDuty',
    ...fromRules(rules, now),
    ...(data.name && { name: data.name }),
    timeZone: zoneOf(data.time_zone, zone),
    turns: entries(data.final_schedule),
    overrides: entries(data.overrides_subschedule),
  }
}
