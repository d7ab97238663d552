import type { PublishedWeek, RotaInput } from '../../../src/oncall/index.ts'
import { writeAtomically } from '../../../src/calendar/publish/atomic-write.ts'
import { updatePublished } from '../../../src/calendar/publish/published-yaml.ts'
import {
  revise,
  revisedWeeks,
  withoutWeeksFrom,
  type RevisedWeek,
  type Revision,
} from '../../../src/calendar/publish/revise.ts'
import { count, day, plusDays, shortDay } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import { readDate } from '../../lib/command-arguments.ts'
import type { Context } from '../../lib/command-definition.ts'
import { UsageError } from '../../lib/command-error.ts'
import { table } from '../../../src/text/table.ts'
import { assertPlannable, withRota, type Rota } from './open-rota.ts'

export const publish = command({
  name: 'publish',
  summary: 'announces weeks, which then stay as they are',
  usage: 'npm run oncall -- publish [ROTA] (--through DATE | --from DATE | --amend) [--dry-run]',
  about: `Announces weeks: what is published never moves by itself, whatever later happens to holidays, leave or the roster.
Writes published/<rota>.yaml, which you then commit. ROTA is a file name in rotas/ without its ending; the site's default rota where nothing is said.`,
  options: {
    through: {
      type: 'string',
      value: 'DATE',
      says: 'Adds the planned weeks, through the one that holds DATE.',
    },
    from: {
      type: 'string',
      value: 'DATE',
      says: 'Plans the published weeks again, from the one that holds DATE through the last.',
    },
    amend: {
      type: 'boolean',
      says: 'Moves nobody: brings the holidays of published weeks in line with the calendars, so that a holiday declared late earns its day off.',
    },
    'dry-run': { type: 'boolean', says: 'Prints what would be written, and writes nothing.' },
  },
  maxWords: 1,
  exits: {
    0: 'written, or there was nothing to do',
    1: 'the content has a mistake, nothing is written',
    2: 'wrong usage',
  },
  example: 'npm run oncall -- publish --through 2027-06-30 --dry-run',
  run({ values, words: [positional] }, context) {
    const revision = readRevision(values)
    const isDry = values['dry-run'] === true
    context.out(withRota(context, positional, (rota) => run(rota, revision, isDry, context)))
    return 0
  },
})

/** Writes the file where anything changes. @returns what was done, for people */
function run(rota: Rota, revision: Revision, isDry: boolean, context: Context): string {
  assertInReach(rota, revision, context.now)
  // Weeks that are planned again may be wrong now: leave that came later is why one plans them again.
  rota.assertSound(toValidate(rota.input, revision))
  const weeks = revise(rota.input, revision)
  rota.assertSound({ ...rota.input, published: weeks })
  const changes = revisedWeeks(rota.input.published, weeks)
  if (changes.length === 0) return nothingToDo(rota, revision)
  if (!isDry) writeAtomically(rota.publishedFile.path, updatePublished(rota.publishedFile.text, weeks))
  return describe(rota, revision, changes, isDry, context)
}

function readRevision(values: {
  through?: string | undefined
  from?: string | undefined
  amend?: boolean | undefined
}): Revision {
  const given = [
    ...(values.through === undefined
      ? []
      : [{ kind: 'through', date: readDate('--through', values.through) } as const]),
    ...(values.from === undefined ? [] : [{ kind: 'from', date: readDate('--from', values.from) } as const]),
    ...(values.amend === true ? [{ kind: 'amend' } as const] : []),
  ]
  const [revision] = given
  if (!revision || given.length > 1) {
    throw new UsageError(
      'Say one of --through DATE, --from DATE and --amend.',
      'npm run oncall -- publish --help explains them.',
    )
  }
  return revision
}

function assertInReach({ input, calendar }: Rota, revision: Revision, now: Date): void {
  if (revision.kind === 'amend') return
  if (revision.date < input.start) {
    throw new UsageError(`${revision.date} is before the rota's first day, ${input.start}.`)
  }
  assertPlannable(calendar, calendar.yearOf(revision.date), now)
}

function toValidate(input: RotaInput, revision: Revision): RotaInput {
  return revision.kind === 'from' ? withoutWeeksFrom(input, revision.date) : input
}

function nothingToDo({ name, input: { published } }: Rota, revision: Revision): string {
  const last = published.at(-1)
  if (!last) return `Nothing to do: nothing of ${name} is published yet. Start with --through DATE.`
  const through = `${name} is published through ${day(plusDays(last.start, 6))}`
  if (revision.kind === 'through') return `Nothing to do: ${through} already.`
  if (revision.kind === 'amend') return 'Nothing to do: the published holidays agree with the calendars.'
  return revision.date > plusDays(last.start, 6)
    ? `Nothing to do: ${through}, and no later week is.`
    : `Nothing to do: planned again from ${day(revision.date)}, every week comes out as it is published.`
}

function describe(
  rota: Rota,
  { kind }: Revision,
  changes: readonly RevisedWeek[],
  isDry: boolean,
  { now }: Context,
): string {
  const name = (id: string) => rota.input.engineers[id]?.name ?? id
  const verb = { through: 'published', from: 'planned again', amend: 'amended' }[kind]
  const today = now.toISOString().slice(0, 10)
  const begun = changes.filter(({ before, after }) => before && after.start <= today).length
  return [
    `${rota.name}: ${count(changes.length, 'week')} ${isDry ? 'would be ' : ''}${verb}, ${span(changes)}.`,
    table(changes.map((change) => row(change, name))),
    ...(begun > 0 && kind === 'from'
      ? [
          `${count(begun, 'of these weeks has', 'of these weeks have')} begun already: inform everyone whom it concerns.`,
        ]
      : []),
    isDry
      ? `Nothing was written to ${rota.publishedFile.shown}.`
      : `Wrote ${rota.publishedFile.shown}. Commit it: what is published does not move.`,
  ].join('\n')
}

function span(changes: readonly RevisedWeek[]): string {
  const first = changes[0]?.after.start ?? ''
  const last = changes.at(-1)?.after.start ?? first
  return `${day(first)} to ${day(plusDays(last, 6))}`
}

function row({ before, after }: RevisedWeek, name: (id: string) => string): string[] {
  const who =
    before && before.engineer !== after.engineer
      ? `${name(before.engineer)} → ${name(after.engineer)}`
      : name(after.engineer)
  return [`  ${day(after.start)}`, who, decided(before, after, name)]
}

/** What else of the week is announced; of a week that was, what is new in it. */
function decided(
  before: PublishedWeek | undefined,
  after: PublishedWeek,
  name: (id: string) => string,
): string {
  const [was, is] = [details(before, name), details(after, name)]
  const news = [...is].flatMap(([what, value]) => {
    const old = was.get(what)
    if (old === value) return []
    return `${what}: ${old === undefined ? value : `${old} → ${value}`}`
  })
  const gone = [...was.keys()].filter((what) => !is.has(what)).map((what) => `no ${what} any more`)
  return [...news, ...gone].join('; ')
}

function details(week: PublishedWeek | undefined, name: (id: string) => string): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(week?.holidays ?? {}).map(
      ([date, holiday]) => [`holiday ${shortDay(date)}`, holiday] as const,
    ),
    ...(week?.daysOff ?? []).map(
      ({ date, cover }) => [`day off ${shortDay(date)}`, `${name(cover)} covers`] as const,
    ),
    ...(week?.absences ?? []).map(
      ({ date, cover }) => [`absence ${shortDay(date)}`, `${name(cover)} covers`] as const,
    ),
  ])
}
