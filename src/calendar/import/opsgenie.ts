import { z } from 'zod'
import { fromRules, isWeek, nameOfEmail, zoneOf } from './rules.ts'
import type { Person, Schedule } from './schedule.ts'

/** As the tool's API gives it, as far as a rota needs it: fields that are not named here are left alone. */
export const opsgenie = z.object({
  name: z.string().optional(),
  timezone: z.string(),
  rotations: z.array(
    z.object({
      name: z.string().optional(),
      startDate: z.string(),
      endDate: z.string().nullish(),
      type: z.string(),
      length: z.number().optional(),
      participants: z.array(
        z.object({
          type: z.string(),
          username: z.string().optional(),
          name: z.string().optional(),
          id: z.string().optional(),
        }),
      ),
      timeRestriction: z.unknown().optional(),
    }),
  ),
})

export function fromOpsgenie(
  data: z.infer<typeof opsgenie>,
  zone: string | undefined,
  now: number,
): Schedule {
  const rules = data.rotations.map((rotation) => {
    const users = rotation.participants.filter(({ type }) => type === 'user')
    return {
      name: rotation.name ?? '',
      isWeekly: isWeek(rotation.type, rotation.length ?? 1) && users.length === rotation.participants.length,
      isLimited: rotation.timeRestriction !== undefined && rotation.timeRestriction !== null,
      people: users.map(({ username, name, id }): Person => ({
        name: name ?? nameOfEmail(username) ?? id ?? '',
        ...(username !== undefined && {
          login: username,
          ...(username.includes('@') && { email: username }),
        }),
      })),
      anchor: Date.parse(rotation.startDate),
      ends: rotation.endDate,
    }
  })
  return {
    tool: 'Opsgenie',
    ...fromRules(rules, now),
    ...(data.name !== undefined && { name: data.name }),
    timeZone: zoneOf(data.timezone, zone),
    turns: [],
    overrides: [],
  }
}
