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
    reason: 'An unknown calendar has no holidays, so nobody would earn days off for them.',
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
    reason: 'An engineer cannot leave before they join.',
    fix: 'Swap or correct `from` and `until`.',
  },
  {
    id: 'rota-range',
    severity: 'error',
    reason: 'A range of days that ends before it begins contains no day.',
    fix: 'Swap or correct `from` and `to`.',
  },
  {
    id: 'rota-override-overlap',
    severity: 'error',
    reason:
      'Only one person can be on call on a day. The shorter of two overrides applies; if both have the same length, neither can.',
    fix: 'Agree on who holds these days, then delete or shorten one of the two files.',
  },
  {
    id: 'rota-override-inactive',
    severity: 'error',
    reason: 'Somebody who has left, or has not joined yet, cannot take a shift.',
    fix: 'Name someone else, or correct their `from` or `until`.',
  },
  {
    id: 'rota-override-unavailable',
    severity: 'error',
    reason: 'Somebody who is away cannot take a shift.',
    fix: 'Name someone else, or correct their `unavailable`.',
  },
  {
    id: 'rota-nobody-active',
    severity: 'error',
    reason: 'In a week without active engineers, nobody would be on call.',
    fix: 'Add an engineer to `rotation`, or correct `from` and `until`.',
  },
  {
    id: 'rota-nobody-covers',
    severity: 'error',
    reason: 'On a day when everybody is away, nobody would be on call.',
    fix: 'Shorten somebody’s `unavailable`, or put somebody on the day with an override.',
  },
  {
    id: 'rota-too-many',
    severity: 'error',
    reason: 'A rota can have at most 32 members.',
    fix: 'Split the rota in two.',
  },
  {
    id: 'rota-weight',
    severity: 'error',
    reason: 'A weight says how much a holiday counts: from 1, like any other, to 9.',
    fix: 'Write a whole number from 1 to 9.',
  },
  {
    id: 'rota-weight-unknown',
    severity: 'warning',
    reason: 'A weight for a name that no calendar of the rota has, has no effect.',
    fix: 'Write the name as the hint lists it.',
  },
  {
    id: 'rota-remove-nothing',
    severity: 'warning',
    reason: 'Removing a date that is not a holiday has no effect.',
    fix: 'Correct the date or the calendar, or delete the entry.',
  },
  {
    id: 'rota-add-known',
    severity: 'warning',
    reason: 'One day is one holiday, under its first name: a second name for it does not count.',
    fix: 'Delete the entry, or list its date in `remove` as well.',
  },
  {
    id: 'rota-second-of-two',
    severity: 'warning',
    reason: 'Two people who are each other’s second never have a week off.',
    fix: 'Add a third engineer, or leave out `second`.',
  },
  {
    id: 'rota-two-at-once',
    severity: 'warning',
    reason: 'One person cannot answer two pagers at once.',
    fix: 'Let somebody else take one of the two turns.',
  },
  {
    id: 'published-gap',
    severity: 'error',
    reason: 'Published weeks are history: they begin with the rota and have no gaps.',
    fix: 'Restore the missing weeks from the history of the file.',
  },
  {
    id: 'published-duplicate',
    severity: 'error',
    reason: 'A week can be published only once.',
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
    reason: 'A published week contains only its own seven days.',
    fix: 'Move the day to its week.',
  },
  {
    id: 'published-inactive',
    severity: 'error',
    reason: 'Somebody is announced for a day on which they are not in the rotation.',
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
    reason: 'A holiday that was added late, or withdrawn, changes who has earned a day off.',
    fix: 'Run `npm run oncall -- publish --amend`.',
  },
  {
    id: 'published-day-off-holiday',
    severity: 'warning',
    reason:
      'A holiday was added on somebody’s published day off, so their day off is a day that is free anyway.',
    fix: 'Plan again with `npm run oncall -- publish --from DATE`, or agree on another day.',
  },
  {
    id: 'published-day-off-unearned',
    severity: 'warning',
    reason: 'A published day off remains, even when its holiday was withdrawn or somebody else works on it.',
    fix: 'Do nothing if the team agrees. Otherwise plan again with `npm run oncall -- publish --from DATE`.',
  },
  {
    id: 'published-begun',
    severity: 'warning',
    reason:
      'Weeks that have begun but are not published can move to somebody else with any change to the rota.',
    fix: 'Run `npm run oncall -- publish --through DATE`.',
  },
  {
    id: 'published-history',
    severity: 'error',
    reason: 'What was announced and has begun is history: an override says what really happened.',
    fix: 'Put the week back as it was, and add an override.',
  },
  {
    id: 'published-running-out',
    severity: 'warning',
    reason: 'A team should know its next eight weeks.',
    fix: 'Run `npm run oncall -- publish --through DATE`.',
  },
]
