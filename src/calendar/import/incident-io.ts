import { z } from 'zod'
import { fromRules, nameOfEmail, zoneOf } from './rules.ts'
import type { Person, Schedule } from './schedule.ts'

/** As the tool's API gives it, as far as a rota needs it: fields that are not named here are left alone. */
export const incidentIo = z.object({
  name: z.string().optional(),
  timezone: z.string(),
  config: z.object({
    rotations: z.array(
      z.object({
        name: z.string().optional(),
        handover_start_at: z.string(),
        handovers: z.array(z.object({ interval: z.number(), interval_type: z.string() })),
        layers: z.array(z.unknown()).optional(),
        users: z.array(
          z.object({ id: z.string().optional(), name: z.string().optional(), email: z.string().optional() }),
        ),
        working_interval: z.array(z.unknown()).nullish(),
        effective_from: z.string().nullish(),
      }),
    ),
  }),
})

export function fromIncidentIo(data: z.infer<typeof incidentIo>, zone: string | undefined): Schedule {
  const rules = data.config.rotations.map((rotation) => ({
    name: rotation.name ?? '',
    isWeekly:
      rotation.handovers.length === 1 &&
      rotation.handovers[0]?.interval === 1 &&
      rotation.handovers[0].interval_type === 'weekly' &&
      (rotation.layers ?? []).length <= 1,
    isLimited: (rotation.working_interval ?? []).length > 0,
    people: rotation.users.map(({ id, name, email }): Person => ({
      name: name ?? nameOfEmail(email) ?? id ?? '',
      ...((email ?? id) !== undefined && { login: email ?? id ?? '' }),
      ...(email !== undefined && { email }),
    })),
    anchor: Date.parse(rotation.handover_start_at),
  }))
  return {
    tool: 'incident.io',
    ...fromRules(rules),
    ...(data.name !== undefined && { name: data.name }),
    timeZone: zoneOf(data.timezone, zone),
    turns: [],
    overrides: [],
  }
}
