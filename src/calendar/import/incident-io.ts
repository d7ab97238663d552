import { z } from 'zod'
import { fromRules, isWeek, nameOfEmail, zoneOf } from './rules.ts'
import type { Person, Schedule } from './schedule.ts'

/** As the tool's API gives it, as far as a rota needs it: fields that are not named here are left alone. */
export const incidentIo = z.object({
  name: z.string().optional(),
  timezone: z.string(),
  config: z.object({
    rotations: z.array(
      z.object({
        id: z.string().optional(),
        name: z.string().optional(),
        handover_start_at: z.string(),
        handovers: z.array(z.object({ interval: z.number(), interval_type: z.string() })),
        layers: z.array(z.unknown()).optional(),
        users: z.array(
          z.object({ id: z.string().optional(), name: z.string().optional(), email: z.string().optional() }),
        ),
        working_interval: z.array(z.unknown()).nullish(),
        working_intervals: z.array(z.unknown()).nullish(),
        effective_from: z.string().nullish(),
      }),
    ),
  }),
})

export function fromIncidentIo(
  data: z.infer<typeof incidentIo>,
  zone: string | undefined,
  now: number,
): Schedule {
  const { current, later } = versions(data.config.rotations, now)
  const rules = current.map((rotation) => ({
    name: rotation.name ?? '',
    isWeekly:
      rotation.handovers.length === 1 &&
      rotation.handovers.every(({ interval, interval_type }) => isWeek(interval_type, interval)) &&
      (rotation.layers ?? []).length <= 1,
    isLimited: [...(rotation.working_interval ?? []), ...(rotation.working_intervals ?? [])].length > 0,
    people: rotation.users.map(({ id, name, email }): Person => ({
      name: name ?? nameOfEmail(email) ?? id ?? '',
      ...((email ?? id) !== undefined && { login: email ?? id ?? '' }),
      ...(email !== undefined && { email }),
    })),
    anchor: Date.parse(rotation.handover_start_at),
  }))
  const found = fromRules(rules, now)
  return {
    tool: 'incident.io',
    ...found,
    notes: [
      ...found.notes,
      ...later.map(
        ({ name, effective_from }) =>
          `"${name ?? ''}" changes on ${(effective_from ?? '').slice(0, 10)}, and what comes then was left out: import the schedule again after that day, or change the rota by hand.`,
      ),
    ],
    ...(data.name !== undefined && { name: data.name }),
    timeZone: zoneOf(data.timezone, zone),
    turns: [],
    overrides: [],
  }
}

/**
 * A rotation can be listed several times under one id: each version applies from its `effective_from` until that of the next,
 * and the first one has none.
 */
function versions<Rotation extends { id?: string | undefined; effective_from?: string | null | undefined }>(
  rotations: readonly Rotation[],
  now: number,
): { current: Rotation[]; later: Rotation[] } {
  const from = ({ effective_from }: Rotation) => (effective_from ? Date.parse(effective_from) : -Infinity)
  const byId = Map.groupBy(rotations, (rotation) => rotation.id ?? rotation)
  const groups = [...byId.values()].map((group) => group.toSorted((a, b) => from(a) - from(b)))
  return {
    current: groups.flatMap((group) => group.findLast((rotation) => from(rotation) <= now) ?? []),
    later: groups.flatMap((group) => group.filter((rotation) => from(rotation) > now)),
  }
}
