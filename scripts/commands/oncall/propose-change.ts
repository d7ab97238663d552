import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { writeAtomically } from '../../../src/calendar/publish/atomic-write.ts'
import type { Change } from '../../../src/calendar/changes/change.ts'
import { fileOf } from '../../../src/calendar/changes/file.ts'
import type { Partner } from '../../../src/calendar/changes/partners.ts'
import { propose, type Situation } from '../../../src/calendar/changes/propose.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { displayPath } from '../../../src/content/read/load.ts'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { didYouMean } from '../../../src/text/suggest.ts'
import type { Context, ExitCode } from '../../lib/command-definition.ts'
import { CommandError, UsageError } from '../../lib/command-error.ts'
import type { Rota } from './open-rota.ts'

/** The options that every change has. */
export const CHANGE_OPTIONS = {
  rota: {
    type: 'string',
    value: 'ROTA',
    says: "A file name in rotas/ without its ending; the site's default rota where nothing is said.",
  },
  'dry-run': { type: 'boolean', says: 'Says what it would do, and writes nothing.' },
} as const

export const CHANGE_EXITS = {
  0: 'written, or said what it would do',
  1: 'it is not allowed, or the content has a mistake: nothing is written',
  2: 'wrong usage',
} as const

/** A rota with what a change is tried out on. */
export function situationOf({ input, calendar }: Rota, now: Date): Situation {
  return {
    rota: input,
    holidays: dateHolidays,
    today: now.toLocaleDateString('sv-SE', { timeZone: input.timeZone }),
    years: shownYears(calendar, now),
    calendar,
  }
}

/** @throws UsageError for an id that no engineer of the content has */
export function readEngineer({ rota }: Situation, id: string): string {
  if (Object.hasOwn(rota.engineers, id)) return id
  const known = Object.keys(rota.engineers)
  throw new UsageError(
    `There is no engineer "${id}".`,
    didYouMean(id, known) ?? `Name one of ${known.join(', ')}.`,
  )
}

/**
 * Lets whoever sits at the terminal choose among the fairest partners.
 *
 * @throws UsageError with the list of partners where nobody sits there, and where there is none
 */
export async function choosePartner(
  { rota }: Situation,
  partners: readonly Partner[],
  context: Context,
  hint: string,
): Promise<Partner> {
  if (partners.length === 0)
    throw new CommandError('Nobody can: everyone else is away or on call on those days.')
  const name = (id: string) => rota.engineers[id]?.name ?? id
  const lines = partners.map(
    ({ engineer, reasons }, place) =>
      `  ${String(place + 1)}. ${name(engineer)} (${engineer}): ${reasons.join('; ')}`,
  )
  if (!context.ask) throw new UsageError(`Say with whom. The fairest first:\n${lines.join('\n')}`, hint)
  context.out(`Who can? The fairest first:\n${lines.join('\n')}`)
  const answer = (await context.ask('Number, or Enter for the first: ')).trim()
  const partner = partners[answer === '' ? 0 : Number(answer) - 1]
  if (!partner) throw new UsageError(`"${answer}" is none of them.`, `Type 1 to ${String(partners.length)}.`)
  return partner
}

/** Says what a change does, and writes its file unless it is a try. */
export function carryOut(
  rota: Rota,
  situation: Situation,
  change: Change,
  isDry: boolean,
  context: Context,
): ExitCode {
  const name = (id: string) => rota.input.engineers[id]?.name ?? id
  const { problems, warnings, effects, notice } = propose(situation, change)
  if (problems.length > 0) {
    const reasons = problems.map(({ message, hint }) => `  ${message}\n    ${hint}`)
    context.error(`This is not allowed:\n${reasons.join('\n')}`)
    return 1
  }
  const folder = change.kind === 'leave' ? 'leave' : 'overrides'
  const { text, message, ...file } = freeFile(rota.input.id, change, name, path.join(context.root, folder))
  const target = path.join(context.root, folder, file.name)
  context.out(
    [
      message,
      ...[...effects, notice].map((effect) => `  ${effect}`),
      ...warnings.map((warning) => `  The check will warn: ${warning.message}. ${warning.hint}`),
      '',
      text.trimEnd(),
      '',
      isDry
        ? `Nothing was written to ${displayPath(target)}.`
        : `Wrote ${displayPath(target)}. Commit it, and open a pull request.`,
    ].join('\n'),
  )
  if (isDry) return 0
  mkdirSync(path.dirname(target), { recursive: true })
  writeAtomically(target, text)
  return 0
}

function freeFile(rota: string, change: Change, name: (id: string) => string, folder: string) {
  const taken: string[] = []
  let file = fileOf(rota, change, name, taken)
  while (existsSync(path.join(folder, file.name))) {
    taken.push(file.name.replace(/\.yaml$/, ''))
    file = fileOf(rota, change, name, taken)
  }
  return file
}
