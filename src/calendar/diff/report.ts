import { plainMarkdown } from '../../text/in-markdown.ts'
import { markdownTable, table } from '../../text/table.ts'
import { count, day, moment, shortDay } from '../../text/wording.ts'
import type { Move } from './moves.ts'
import type { ContentDiff, RotaDiff } from './rota-diff.ts'

/** Past this many, a list is no longer of use; the JSON has them all. */
const MAX_ROWS = 20

/** For a terminal. */
export function textReport({ base, rotas }: ContentDiff): string {
  const sections = rotas.map((rota) =>
    [
      `${rota.name}: ${headline(rota)}`,
      ...block(moveRows(rota), (rows) => table(indent(rows))),
      ...block(dayOffRows(rota), (rows) => `Days off\n${table(indent(rows))}`),
      ...block(ledgerRows(rota), (rows) => `Ledger\n${table(indent([LEDGER_HEAD, ...rows]))}`),
    ].join('\n'),
  )
  return [...sections, `Compared with ${base.revision} (${base.commit.slice(0, 10)}).`].join('\n')
}

/** For a pull request. */
export function markdownReport({ base, rotas }: ContentDiff): string {
  const sections = rotas.map((rota) =>
    [
      `### On-call: ${plainMarkdown(rota.name)}`,
      plainMarkdown(sentence(headline(rota))),
      ...(rota.effects.length > 0
        ? [rota.effects.map((effect) => `- ${plainMarkdown(effect)}`).join('\n')]
        : []),
      ...block(moveRows(rota), (rows) =>
        markdownTable(['From', 'To', 'Who', 'Notice', 'Week'], rows, plainMarkdown),
      ),
      ...block(dayOffRows(rota), (rows) => markdownTable(['Day off of', 'For', 'Date'], rows, plainMarkdown)),
      ...block(
        ledgerRows(rota),
        (rows) =>
          `<details><summary>Fairness ledger, before → after</summary>\n\n${markdownTable(LEDGER_HEAD, rows, plainMarkdown)}\n\n</details>`,
      ),
    ].join('\n\n'),
  )
  return [...sections, `Compared with \`${base.revision}\` (${base.commit.slice(0, 10)}).`].join('\n\n')
}

/** One sentence: how much moves, and how soon. */
export function headline(rota: RotaDiff): string {
  switch (rota.status) {
    case 'added':
      return 'a new rota, with nothing to compare it with'
    case 'removed':
      return 'the rota is removed'
    case 'incomparable':
      return 'not compared: its content has mistakes on one side; npm run check names those of today'
    case 'same':
      return 'no shift moves'
    case 'changed':
      return [movedShifts(rota), ...otherChanges(rota)].join('; ')
  }
}

function movedShifts(rota: RotaDiff): string {
  const { moves } = rota
  if (moves.length === 0) return 'no shift moves'
  const published = moves.filter((move) => move.published).length
  const nearest = moves.find((move) => move.noticeDays >= 0)
  const past = moves.filter((move) => move.noticeDays < 0).length
  return [
    `moves ${count(moves.length, 'shift')}${published > 0 ? `, ${String(published)} of them published` : ''}`,
    ...(nearest ? [`the nearest ${notice(nearest)}: ${people(rota, nearest)}`] : []),
    ...(past > 0 ? [`${count(past, 'has', 'have')} begun already`] : []),
  ].join('; ')
}

function otherChanges({
  moves,
  daysOff,
  ledger,
  handoff,
  publishedThrough: { before, after },
}: RotaDiff): string[] {
  return [
    ...(handoff.before === handoff.after ? [] : [`handoff ${handoff.before ?? ''} → ${handoff.after ?? ''}`]),
    ...(daysOff.length > 0 ? [count(daysOff.length, 'day off changes', 'days off change')] : []),
    ...(moves.length === 0 && daysOff.length === 0 && ledger.length > 0
      ? ['figures of the ledger change']
      : []),
    ...(before === after
      ? []
      : [`published through ${after ? day(after) : 'no week'} (was ${before ? day(before) : 'none'})`]),
  ]
}

/** What people can still prepare for; what has begun, only where that is all. */
function moveRows(rota: RotaDiff): string[][] {
  const ahead = rota.moves.filter((move) => move.noticeDays >= 0)
  return limited(
    (ahead.length > 0 ? ahead : rota.moves).map((move) => [
      moment(move.start, rota.timeZone),
      moment(move.end, rota.timeZone),
      people(rota, move),
      notice(move),
      move.published ? 'published' : 'planned',
    ]),
  )
}

function dayOffRows({ daysOff, people: names }: RotaDiff): string[][] {
  return limited(
    daysOff.map(({ engineer, for: holiday, before, after }) => [
      names[engineer] ?? engineer,
      `${holiday.name} (${shortDay(holiday.date)})`,
      `${before ? shortDay(before) : 'not booked'} → ${after ? shortDay(after) : 'not booked'}`,
    ]),
  )
}

const LEDGER = [
  ['holidays', 'holidays'],
  ['weeks', 'weeks'],
  ['dutyDays', 'days'],
  ['daysOff', 'days off'],
  ['covers', 'covers'],
  ['owed', 'owed'],
  ['repeats', 'repeats'],
  ['balance', 'balance'],
] as const

const LEDGER_HEAD = ['', ...LEDGER.map(([, title]) => title)]

function ledgerRows({ ledger, people: names }: RotaDiff): string[][] {
  return ledger.map(({ year, engineer, before, after }) => [
    `${String(year)} ${names[engineer] ?? engineer}`,
    ...LEDGER.map(([key]) => figure(before?.[key], after?.[key])),
  ])
}

function figure(before: number | undefined, after: number | undefined): string {
  const text = (value: number | undefined) => (value === undefined ? '–' : String(value))
  return before === after ? text(after) : `${text(before)} → ${text(after)}`
}

function people({ people: names }: RotaDiff, { before, after }: Move): string {
  const name = (id: string | null) => (id === null ? 'nobody' : (names[id] ?? id))
  return `${name(before)} → ${name(after)}`
}

function notice({ noticeDays }: Move): string {
  if (noticeDays < 0) return 'already begun'
  return noticeDays === 0 ? 'within a day' : `in ${count(noticeDays, 'day')}`
}

function limited(rows: string[][]): string[][] {
  if (rows.length <= MAX_ROWS) return rows
  const width = rows[0]?.length ?? 1
  const rest = [`and ${String(rows.length - MAX_ROWS)} more`, ...Array.from({ length: width - 1 }, () => '')]
  return [...rows.slice(0, MAX_ROWS), rest]
}

function indent(rows: readonly string[][]): string[][] {
  return rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest])
}

function block(rows: string[][], render: (rows: string[][]) => string): string[] {
  return rows.length === 0 ? [] : [render(rows)]
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
