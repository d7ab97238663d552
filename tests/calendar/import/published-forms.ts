/**
 * The forms of the schedules of other tools, as far as an import reads them, after what each tool publishes: the OpenAPI
 * description of PagerDuty (PagerDuty/api-schema, `reference/REST/openapiv3.json`), that of Opsgenie (opsgenie/opsgenie-oas,
 * `definitions/schedule.yaml` and `scheduleRotation.yaml`), the client that incident.io generates from its own
 * (incident-io/terraform-provider-incident, `ScheduleV2`), and the page of Grafana OnCall on its API (grafana/oncall,
 * `docs/sources/oncall-api-reference`). Required is what they say is always there.
 */

const text = { type: 'string' }
const maybeText = { type: ['string', 'null'] }
const whole = { type: 'integer' }
const instant = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`,
}
const clockTime = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$` }
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
})
const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })

const pagerUser = object({ id: text, type: { const: 'user_reference' }, summary: text }, ['id', 'type'])
const pagerPart = (name: string) =>
  object(
    {
      name: { const: name },
      rendered_schedule_entries: listOf(
        object({ start: instant, end: orNull(instant), user: pagerUser }, ['start', 'end']),
      ),
      rendered_coverage_percentage: { type: ['number', 'null'] },
    },
    ['name'],
  )

export const PAGERDUTY = object(
  {
    schedule: object(
      {
        id: text,
        type: { const: 'schedule' },
        name: text,
        time_zone: text,
        schedule_layers: listOf(
          object(
            {
              ...{
                id: text,
                name: text,
                start: instant,
                end: orNull(instant),
                rotation_virtual_start: instant,
              },
              rotation_turn_length_seconds: whole,
              users: listOf(object({ user: pagerUser }, ['user'])),
              restrictions: listOf(
                object(
                  {
                    type: { enum: ['daily_restriction', 'weekly_restriction'] },
                    ...{ duration_seconds: whole, start_time_of_day: text, start_day_of_week: whole },
                  },
                  ['type', 'duration_seconds', 'start_time_of_day'],
                ),
              ),
            },
            ['start', 'users', 'rotation_virtual_start', 'rotation_turn_length_seconds'],
          ),
        ),
        overrides_subschedule: pagerPart('Overrides'),
        final_schedule: pagerPart('Final Schedule'),
      },
      ['time_zone', 'type'],
    ),
  },
  ['schedule'],
)

export const OPSGENIE = object(
  {
    data: object({
      ...{ id: text, name: text, description: text, timezone: text, enabled: { type: 'boolean' } },
      rotations: listOf(
        object({
          ...{ id: text, name: text, startDate: instant, endDate: instant, length: whole },
          type: { enum: ['daily', 'weekly', 'hourly'] },
          participants: listOf(
            object(
              {
                type: { enum: ['all', 'none', 'user', 'escalation', 'team', 'group'] },
                id: text,
                username: text,
                name: text,
              },
              ['type'],
            ),
          ),
          timeRestriction: object({ type: { enum: ['time-of-day', 'weekday-and-time-of-day'] } }, ['type']),
        }),
      ),
    }),
  },
  ['data'],
)

export const INCIDENT_IO = object(
  {
    schedule: object(
      {
        ...{ id: text, name: text, timezone: text, created_at: instant, updated_at: instant },
        config: object(
          {
            rotations: listOf(
              object(
                {
                  ...{ id: text, name: text, effective_from: instant, handover_start_at: instant },
                  handovers: listOf(
                    object({ interval: whole, interval_type: { enum: ['daily', 'hourly', 'weekly'] } }, [
                      'interval',
                      'interval_type',
                    ]),
                  ),
                  layers: listOf(object({ id: text, name: text })),
                  users: listOf(
                    object({ id: text, name: text, email: text, role: text }, ['id', 'name', 'role']),
                  ),
                  working_intervals: listOf(
                    object({ weekday: text, start_time: text, end_time: text }, [
                      'weekday',
                      'start_time',
                      'end_time',
                    ]),
                  ),
                },
                ['id', 'name', 'handover_start_at', 'handovers', 'layers', 'users'],
              ),
            ),
          },
          ['rotations'],
        ),
      },
      ['id', 'name', 'timezone'],
    ),
  },
  ['schedule'],
)

const grafanaPage = (results: object) =>
  object(
    { count: whole, next: maybeText, previous: maybeText, results: listOf(results), total_pages: whole },
    ['results'],
  )

export const GRAFANA_SHIFTS = grafanaPage(
  object(
    {
      ...{ id: text, name: text, team_id: maybeText, time_zone: maybeText, level: whole, start: clockTime },
      type: { enum: ['single_event', 'recurrent_event', 'rolling_users', 'override'] },
      ...{ duration: whole, interval: { type: ['integer', 'null'] }, until: orNull(clockTime) },
      frequency: { enum: ['hourly', 'daily', 'weekly', 'monthly', null] },
      ...{ users: listOf(text), rolling_users: listOf(listOf(text)), start_rotation_from_user_index: whole },
    },
    ['name', 'type', 'start', 'duration'],
  ),
)

export const GRAFANA_FINAL_SHIFTS = grafanaPage(
  object({ user_pk: text, user_email: text, user_username: text, shift_start: instant, shift_end: instant }, [
    'user_pk',
    'user_email',
    'user_username',
    'shift_start',
    'shift_end',
  ]),
)
