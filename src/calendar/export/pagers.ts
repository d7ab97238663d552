import type { ExportSource } from './shifts.ts'

/**
 * Overrides for the REST API of PagerDuty: the body of `POST /schedules/{id}/overrides`. The login of an engineer is the id
 * of their user there.
 */
export function pagerDutyOverrides({ shifts, holder, timeZone }: ExportSource) {
  return {
    overrides: shifts.map(({ start, end, engineer }) => ({
      start,
      end,
      user: { id: holder(engineer).login ?? '', type: 'user_reference' },
      time_zone: timeZone,
    })),
  }
}

/**
 * Overrides for the REST API of Opsgenie: one body of `POST /v2/schedules/{id}/overrides` for each shift. The alias is made
 * of the rota and the start, so that a second export replaces what the first one made and touches nothing else.
 */
export function opsgenieOverrides({ rota, shifts, holder }: ExportSource) {
  return shifts.map(({ start, end, engineer }) => ({
    alias: `watchbook-${rota}-${new Date(start).toISOString().slice(0, 16)}Z`,
    user: { type: 'user', username: holder(engineer).login ?? '' },
    startDate: start,
    endDate: end,
  }))
}
