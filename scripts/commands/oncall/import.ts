import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { identify, newIdOf } from '../../../src/calendar/import/identify.ts'
import { knownEngineers } from '../../../src/calendar/import/known-engineers.ts'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'
import { ScheduleError, type Schedule } from '../../../src/calendar/import/schedule.ts'
import { toContent } from '../../../src/calendar/import/to-content.ts'
import { weeklyOrder } from '../../../src/calendar/import/weekly.ts'
import { writeAtomically } from '../../../src/calendar/publish/atomic-write.ts'
import { NAME_PATTERN } from '../../../src/content/model/collections.ts'
import { idProblem } from '../../../src/content/read/files.ts'
import { displayPath, loadContent, type Content } from '../../../src/content/read/load.ts'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { RotaError } from '../../../src/oncall/index.ts'
import { isTimeZone } from '../../../src/oncall/zones.ts'
import { command } from '../../lib/command.ts'
import type { Context, ExitCode } from '../../lib/command-definition.ts'
import { CommandError, UsageError } from '../../lib/command-error.ts'

export const importCommand = command({
  name: 'import',
  summary: 'brings a schedule of another tool into the content folder',
  usage:
    'npm run oncall -- import FILE [--rota ID] [--calendar CODE] [--time-zone ZONE] [--handoff HH:MM] [--team ID] [--dry-run]',
  about: `Reads a schedule of PagerDuty, Opsgenie or incident.io, shifts of Grafana OnCall (the JSON of their API), an iCalendar
file, or a table \`start,person[,second]\`. Writes the engineers, the rota, the weeks that have begun, and what was agreed
otherwise; and says what it cannot express. It guesses nothing, and writes over no file.`,
  options: {
    rota: {
      type: 'string',
      value: 'ID',
      says: 'What the rota is called in rotas/; its name in the file where nothing is said.',
    },
    calendar: {
      type: 'string',
      value: 'CODE',
      says: 'The holiday calendar, as US or DE-BY: no tool has one.',
    },
    'time-zone': {
      type: 'string',
      value: 'ZONE',
      says: 'An IANA name, where the file names none that is known.',
    },
    handoff: {
      type: 'string',
      value: 'HH:MM',
      says: 'The time of the handoff, for a table of dates; 09:00 where nothing is said.',
    },
    team: {
      type: 'string',
      value: 'ID',
      says: 'The team of new engineers; the only team where nothing is said.',
    },
    'dry-run': { type: 'boolean', says: 'Prints the files, and writes nothing.' },
  },
  maxWords: 1,
  exits: {
    0: 'written',
    1: 'the file shows no rota, or it would be wrong: nothing is written',
    2: 'wrong usage',
  },
  example: 'npm run oncall -- import schedule.json --calendar US --dry-run',
  async run({ values, words: [file] }, context): Promise<ExitCode> {
    if (file === undefined) throw new UsageError('Which file?', 'npm run oncall -- import schedule.json')
    assertOptions(values)
    const content = loadContent(context.root)
    const identified = readable(file, () =>
      identify(
        readFile(file, { timeZone: values['time-zone'], handoff: values.handoff, now: context.now }),
        knownEngineers(content),
      ),
    )
    const { schedule } = identified
    const timeZone = values['time-zone'] ?? schedule.timeZone
    if (timeZone === undefined)
      throw new UsageError(
        'The file names no time zone.',
        'Add --time-zone, as in --time-zone Europe/London.',
      )
    const weekly = weeklyOrder(schedule, timeZone)
    if (typeof weekly === 'string') {
      throw new CommandError(
        weekly,
        'A rota that stays in the other tool is a file in rotas/ with `name`, `team` and `external`.',
      )
    }
    const rota = values.rota ?? (schedule.name === undefined ? undefined : newIdOf('rotas', schedule.name))
    if (rota === undefined)
      throw new UsageError(
        schedule.name === undefined
          ? 'The file names no schedule.'
          : `No id can be made of "${schedule.name}", the name of the schedule.`,
        'Add --rota, as in --rota payments.',
      )
    const calendar =
      values.calendar ??
      (await context.ask?.('Which holiday calendar counts (US, DE-BY, GB-ENG, …)? '))?.trim()
    assertCalendar(calendar)
    const found = sound(() =>
      toContent(identified, weekly, {
        rota,
        timeZone,
        calendar,
        now: context.now,
        team: teamOf(content, values.team),
        holidays: dateHolidays,
      }),
    )
    const taken = found.files.find(({ path: name }) => existsSync(path.join(context.root, name)))
    if (taken)
      throw new UsageError(
        `There is ${displayPath(path.join(context.root, taken.path))} already.`,
        'Give the new rota another name with --rota.',
      )
    write(context, found.files, values['dry-run'] === true)
    for (const note of found.notes) context.out(`Note: ${note}`)
    context.out(
      `Compare with \`npm run oncall -- diff ${rota} --against ${file}\`, and look at it with \`npm run check\`.`,
    )
    return 0
  },
})

function assertOptions(values: { rota?: string; 'time-zone'?: string; handoff?: string }): void {
  const { rota, 'time-zone': zone, handoff } = values
  if (rota !== undefined && (!NAME_PATTERN.test(rota) || idProblem('rotas', rota) !== undefined)) {
    throw new UsageError(
      `"${rota}" cannot be an id.`,
      `Ids are lower-case letters, digits and single hyphens, as in --rota ${newIdOf('rotas', rota) ?? 'payments'}.`,
    )
  }
  if (zone !== undefined && !isTimeZone(zone)) {
    throw new UsageError(`"${zone}" is no time zone.`, 'Give an IANA name, as in --time-zone Europe/London.')
  }
  if (handoff !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(handoff))
    throw new UsageError(`"${handoff}" is no time of day.`, 'Write it as in --handoff 09:00.')
}

/** @throws UsageError where it cannot be read */
export function readFile(
  file: string,
  options: { timeZone?: string | undefined; handoff?: string | undefined; now: Date },
): Schedule {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`The file ${file} cannot be read.`, 'Give the path of a file that exists.')
  }
  const { timeZone, handoff, now } = options
  return readable(file, () =>
    readSchedule(text, {
      now: now.getTime(),
      ...(timeZone !== undefined && { timeZone }),
      ...(handoff !== undefined && { handoff }),
    }),
  )
}

function readable<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof ScheduleError) throw new UsageError(`${file}: ${error.message}`, error.hint)
    throw error
  }
}

function assertCalendar(code: string | undefined): asserts code is string {
  if (code === undefined || code === '') {
    throw new UsageError(
      'Which holiday calendar counts? No tool knows it.',
      'Add --calendar, as in --calendar US or --calendar DE-BY.',
    )
  }
  const problem = dateHolidays.problem(code)
  if (problem) throw new UsageError(`${problem.message}.`, `Known: ${problem.known.join(', ')}.`)
}

function teamOf({ ids }: Content, asked: string | undefined): string {
  const team = asked ?? (ids.teams.length === 1 ? ids.teams[0] : undefined)
  if (team !== undefined && ids.teams.includes(team)) return team
  throw new UsageError(
    asked === undefined ? 'Which team?' : `There is no team "${asked}".`,
    `Add --team with one of ${ids.teams.join(', ') || 'the files in teams/, of which there is none yet'}.`,
  )
}

function sound<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RotaError)) throw error
    const [first] = error.problems
    throw new CommandError(
      `The schedule makes no sound rota: ${first?.message ?? error.message}.`,
      first?.hint ?? '',
    )
  }
}

function write(
  { root, out }: Context,
  files: readonly { path: string; text: string }[],
  isDry: boolean,
): void {
  for (const { path: name, text } of files) {
    const file = path.join(root, name)
    if (isDry) {
      out(`# ${displayPath(file)}\n${text}`)
      continue
    }
    mkdirSync(path.dirname(file), { recursive: true })
    writeAtomically(file, text)
    out(`Wrote ${displayPath(file)}`)
  }
}
