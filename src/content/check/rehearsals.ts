import { didYouMean } from '../../text/suggest.ts'
import type { Blind, BlockRules, Period } from '../model/rehearsal.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Rehearsal } from '../read/rehearsals.ts'
import type { Path } from '../read/yaml/position.ts'

/** Names of tables, columns and variables that a rehearsal says of itself and that it does not have, and times that cannot be. */
export function rehearsalFindings(rehearsals: Iterable<Rehearsal>): Finding[] {
  return [...rehearsals].flatMap((rehearsal) =>
    Array.from(problemsOf(rehearsal), ({ at, part, ...said }): Finding => ({
      file: displayPath(`${rehearsal.folder}/rehearsal.yaml`),
      ...rehearsal.placeOf(at, part),
      severity: 'error',
      rule: 'rehearsal',
      ...said,
    })),
  )
}

interface Problem extends Pick<Finding, 'message' | 'hint'> {
  at: Path
  part?: 'key'
  severity?: Finding['severity']
}

/** What an exception or a fix may name. */
interface Names {
  tables: readonly string[]
  columns: readonly string[]
}

function* problemsOf({ file, tables }: Rehearsal): Generator<Problem> {
  const names: Names = {
    tables: tables.map(({ name }) => name),
    columns: [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))],
  }
  for (const [block, rules] of Object.entries(file.blocks ?? {}))
    yield* wrongNames(rules, names, ['blocks', block])
  const variables = Object.keys(file.variables ?? {})
  for (const name of Object.keys(file.other ?? {}))
    if (!variables.includes(name))
      yield {
        at: ['other', name],
        part: 'key',
        message: `\`variables\` of this rehearsal have no ${name}`,
        hint: didYouMean(name, variables) ?? 'Write its value to `variables` too, or delete the line.',
      }
  yield* wrongTimes(file)
}

function* wrongNames(rules: BlockRules, names: Names, at: Path): Generator<Problem> {
  const noTable = (name: string, place: Path, part?: 'key'): Problem[] =>
    names.tables.includes(name)
      ? []
      : [
          {
            at: [...at, ...place],
            ...(part && { part }),
            message: `The rehearsal has no table "${name}"`,
            hint: didYouMean(name, names.tables) ?? 'Write a table that its `tables` name.',
          },
        ]
  for (const [index, each] of (rules.doesNotNotice ?? []).entries()) {
    const place = ['doesNotNotice', index]
    for (const [position, name] of (each.tables ?? []).entries())
      yield* noTable(name, [...place, 'tables', position])
    yield* wrongColumns(each, names, [...at, ...place])
  }
  for (const name of Object.keys(rules.changes ?? {})) yield* noTable(name, ['changes', name], 'key')
  for (const [index, name] of (rules.removes ?? []).entries()) yield* noTable(name, ['removes', index])
}

function* wrongColumns({ columns = [] }: Blind, names: Names, at: Path): Generator<Problem> {
  for (const [index, name] of columns.entries())
    if (!names.columns.includes(name))
      yield {
        at: [...at, 'columns', index],
        message: `No table of the rehearsal has a column "${name}"`,
        hint: didYouMean(name, names.columns) ?? 'Write a column as its table in tables/ has it.',
      }
}

/** An incident is found in the period that it is in, or after it; who looks years later has mistyped the year. */
const MAX_YEARS = 5

function* wrongTimes({
  now,
  period,
  previous,
}: {
  now?: string | undefined
  period?: Period | undefined
  previous?: Period | undefined
}): Generator<Problem> {
  if (period && previous && day(previous.until) > day(period.from))
    yield {
      at: ['previous', 'until'],
      message: `The previous period ends on ${previous.until}, after the period has begun on ${period.from}`,
      hint: `Write a period that ends on ${period.from} or before.`,
    }
  if (now === undefined || !period) return
  if (day(now) < day(period.from))
    yield {
      at: ['now'],
      message: `The incident is on ${now}, before its period begins on ${period.from}`,
      hint: 'Correct the one that is mistyped.',
      severity: 'warning',
    }
  if (Number(now.slice(0, 4)) - Number(period.until.slice(0, 4)) > MAX_YEARS)
    yield {
      at: ['now'],
      message: `The incident is on ${now}, and its period ends on ${period.until}, years before`,
      hint: 'Correct the year that is mistyped.',
      severity: 'warning',
    }
}

/** A date and a moment compared by their text. */
const day = (moment: string): string => moment.replace(' ', 'T')
