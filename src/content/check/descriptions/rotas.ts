import type { RuleDescription } from '../rules/rule.ts'

/** What the on-call engine finds in rotas, engineers and published weeks. */
export const rotaRules: readonly RuleDescription[] = [
  {
    id: 'rota-time-zone',
    severity: 'error',
    reason: 'Handoffs happen by the clock of one place.',
    fix: 'Use an IANA name such as America/New_York.',
  },
  {
    id: 'rota-date',
    severity: 'error',
    reason: 'A day that does not exist cannot be planned.',
    fix: 'Write a date that exists, as YYYY-MM-DD.',
  },
  {
    id: 'rota-handoff-time',
    severity: 'error',
    reason: 'A shift ends at a time of day.',
    fix: 'Write it as "09:00", in quotes.',
  },
  {
    id: 'rota-calendar',
    severity: 'error',
    reason: 'An unknown calendar has no holidays: nobody would be paid back for any.',
    fix: 'Use COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION as the hint lists them.',
  },
  {
    id: 'rota-holiday-type',
    severity: 'error',
    reason: 'An unknown type of holiday matches none.',
    fix: 'Use public, bank, optional, school or observance.',
  },
  {
    id: 'rota-empty-rotation',
    severity: 'error',
    reason: 'A rota without anybody has no calendar.',
    fix: 'List at least one engineer in `rotation`.',
  },
  {
    id: 'rota-duplicate-engineer',
    severity: 'error',
    reason: 'Each member serves one week of a cycle.',
    fix: 'Remove one of the two.',
  },
  {
    id: 'rota-unknown-engineer',
    severity: 'error',
    reason: 'Somebody who is not in the content cannot be on call.',
    fix: 'Use the id of an entry of engineers/.',
  },
  {
    id: 'rota-until-before-from',
    severity: 'error',
    reason: 'Nobody leaves before they come.',
    fix: 'Swap or correct `from` and `until`.',
  },
  {
    id: 'rota-range',
    severity: 'error',
    reason: 'A stretch of days that ends before it begins holds no day.',
    fix: 'Swap or correct `from` and `to`.',
  },
  {
    id: 'rota-override-overlap',
    severity: 'error',
    reason: 'A day has one holder.',
    fix: 'Shorten one of the two overrides.',
  },
  {
    id: 'rota-override-inactive',
    severity: 'error',
    reason: 'Who has left, or has not come yet, cannot take a shift.',
    fix: 'Name someone else, or correct their `from` or `until`.',
  },
  {
    id: 'rota-override-unavailable',
    severity: 'error',
    reason: 'Who is away cannot take a shift.',
    fix: 'Name someone else, or correct their `unavailable`.',
  },
  {
    id: 'rota-nobody-active',
    severity: 'error',
    reason: 'A week without anybody active would have nobody on call.',
    fix: 'Add an engineer to `rotation`, or correct `from` and `until`.',
  },
  {
    id: 'rota-nobody-covers',
    severity: 'error',
    reason: 'A day on which everybody is away would have nobody on call.',
    fix: 'Shorten somebody’s `unavailable`, or put somebody on the day with an override.',
  },
  {
    id: 'published-gap',
    severity: 'error',
    reason: 'Published weeks are history: they begin with the rota and leave no week out.',
    fix: 'Restore the missing weeks from the history of the file.',
  },
  {
    id: 'published-duplicate',
    severity: 'error',
    reason: 'A week is published once.',
    fix: 'Remove one of the two.',
  },
  {
    id: 'published-cycle',
    severity: 'error',
    reason: 'The plan goes on from the cycle that the last published week belongs to.',
    fix: 'Write the first day of the first week of the cycle.',
  },
  {
    id: 'published-outside',
    severity: 'error',
    reason: 'A week says what happens on its own seven days.',
    fix: 'Move the day to its week.',
  },
  {
    id: 'published-inactive',
    severity: 'error',
    reason: 'Somebody is announced for a day on which they are no longer, or not yet, in the rotation.',
    fix: 'Add an override, or plan again with `npm run oncall -- publish --from DATE`.',
  },
  {
    id: 'published-unavailable',
    severity: 'error',
    reason: 'Somebody is announced for a day on which they are away.',
    fix: 'Add an override, or plan again with `npm run oncall -- publish --from DATE`.',
  },
  {
    id: 'published-holiday',
    severity: 'warning',
    reason: 'A holiday declared late, or withdrawn, changes who is owed a day off.',
    fix: 'Run `npm run oncall -- publish --amend`.',
  },
  {
    id: 'published-running-out',
    severity: 'warning',
    reason: 'A team should know its next eight weeks.',
    fix: 'Run `npm run oncall -- publish --through DATE`.',
  },
]
